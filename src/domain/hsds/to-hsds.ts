// The directory as HSDS services, each whole: whose it is, where, when and for whom. English is the language of the terms the
// standard has; the others stand beside them.
import type { Day } from '#domain/belgrade-time.ts'
import { type Report, type ServiceCheck, withChecks } from '#domain/directory/checks.ts'
import type { DirectoryEntry, PartialDate, Place, Provider, Service, Words } from '#domain/directory/directory.ts'
import { standingOf } from '#domain/directory/freshness.ts'
import { languageToIso } from '#domain/hsds/languages.ts'
import { needsToAttributes } from '#domain/hsds/needs.ts'
import { writtenPostcode } from '#domain/hsds/postcodes.ts'
import { hoursToSchedules } from '#domain/hsds/schedules.ts'
import type { HsdsDirectory, HsdsLocation, HsdsOrganization, HsdsService } from '#domain/hsds/shape.ts'
import { derivedUuid } from '#domain/uuid.ts'

/**
 * With what the team found since. What has ended by `today` is `defunct`, and given with the rest: whoever reads decides what to do
 * with history.
 */
export const toHsds = (
  written: readonly DirectoryEntry[],
  today: Day,
  checks: readonly ServiceCheck[] = []
): HsdsDirectory => {
  const { entries, reports, changedAt } = withChecks(written, checks)
  const providers = new Map(entries.flatMap((entry) => (entry.kind === 'provider' ? [[entry.id, entry] as const] : [])))
  const places = new Map(entries.flatMap((entry) => (entry.kind === 'place' ? [[entry.id, entry] as const] : [])))
  const named = new Set<string>()
  const services = entries.flatMap((entry) => {
    const provider = entry.kind === 'service' ? providers.get(entry.providerId) : undefined
    if (entry.kind !== 'service' || provider === undefined) return []
    const where = entry.placeIds.flatMap((id) => places.get(id) ?? [])
    for (const { id } of [provider, ...where]) named.add(id)
    const found = { report: reports.get(entry.id), changedAt: changedAt.get(entry.id) }
    return [serviceToHsds(entry, { provider, places: where, today, ...found })]
  })
  return {
    services,
    organizations: [...providers.values()].filter(({ id }) => !named.has(id)).map(providerToHsds),
    locations: [...places.values()].filter(({ id }) => !named.has(id)).map(placeToHsds)
  }
}

type Around = {
  readonly provider: Provider
  readonly places: readonly Place[]
  readonly today: Day
  readonly report?: Report | undefined
  readonly changedAt?: number | undefined
}

export const serviceToHsds = (
  service: Service,
  { provider, places, today, report, changedAt }: Around
): HsdsService => {
  const { id, name, description, howToRefer, papersNeeded, eligibility, languages, capacity, at } = service
  return defined({
    id,
    name: name.en,
    status: standingOf(service, today) === 'history' && service.status !== 'inactive' ? 'defunct' : service.status,
    organization: providerToHsds(provider),
    description: description?.en,
    application_process: howToRefer?.en,
    eligibility_description: eligibility?.note?.en,
    minimum_age: eligibility?.minimumAge,
    maximum_age: eligibility?.maximumAge,
    assured_date: dayOf(service.lastChecked),
    alert: report && `${ALERTS[report.found]} on ${report.day}.`,
    last_modified: lastOf(at, changedAt),
    phones: phonesToHsds(id, service.phones),
    schedules: hoursToSchedules(id, service),
    languages: languages.map((language) => ({
      id: derivedUuid(`language ${id} ${language}`),
      code: languageToIso(language)
    })),
    required_documents:
      papersNeeded === undefined ? [] : [{ id: derivedUuid(`document ${id}`), document: papersNeeded.en }],
    attributes: needsToAttributes(id, service.needs),
    service_at_locations: places.map((place) => ({
      id: derivedUuid(`at ${id} ${place.id}`),
      location: placeToHsds(place)
    })),
    capacities: capacity && [
      defined({
        id: derivedUuid(`capacity ${id}`),
        available: capacity.available,
        maximum: capacity.maximum,
        updated: `${capacity.updated}T00:00:00.000Z`,
        unit: { id: derivedUuid('unit places'), name: 'places' }
      })
    ],
    x_women_only: eligibility?.womenOnly,
    x_translations: translationsOf({
      name,
      description,
      application_process: howToRefer,
      eligibility_description: eligibility?.note,
      required_document: papersNeeded
    }),
    ...extrasOf(service)
  })
}

export const providerToHsds = (provider: Provider): HsdsOrganization => {
  const { id, name, shortName, description, website, phones, lastChecked } = provider
  return defined({
    id,
    name: name.en,
    // The standard wants one.
    description: description?.en ?? name.en,
    alternate_name: shortName,
    website,
    phones: phonesToHsds(id, phones),
    x_assured_date: lastChecked,
    x_translations: translationsOf({ name, description }),
    ...extrasOf(provider)
  })
}

export const placeToHsds = (place: Place): HsdsLocation => {
  const { id, name, address, city, directions, point, zone, lastChecked } = place
  return defined({
    id,
    location_type: 'physical' as const,
    name: name.en,
    transportation: directions?.en,
    latitude: point?.latitude,
    longitude: point?.longitude,
    addresses:
      address === undefined
        ? []
        : [
            {
              id: derivedUuid(`address ${id}`),
              address_1: address,
              city,
              // The standard wants both, known or not.
              state_province: '',
              postal_code: writtenPostcode(`${address} ${city}`) ?? '',
              country: 'RS',
              address_type: 'physical' as const
            }
          ],
    x_zone: zone,
    x_city: city,
    x_precision_metres: point?.precisionMetres,
    x_assured_date: lastChecked,
    x_translations: translationsOf({ name, transportation: directions }),
    ...extrasOf(place)
  })
}

/** English, as all that the standard has a term for. */
const ALERTS: Readonly<Record<Report['found'], string>> = {
  closed: 'Reported to be closed',
  wrong: 'Reported to be wrong in part'
}

const lastOf = (...moments: readonly (number | undefined)[]): string | undefined => {
  const last = Math.max(...moments.filter((moment) => moment !== undefined))
  return last < 0 ? undefined : new Date(last).toISOString()
}

const phonesToHsds = (owner: string, phones: Service['phones']) =>
  phones.map(({ number, note }) => ({
    id: derivedUuid(`phone ${owner} ${number}`),
    number,
    ...(note && { description: note.en })
  }))

const extrasOf = ({ source, toVerify, caution }: DirectoryEntry) =>
  defined({ x_source: source, x_to_verify: toVerify, x_caution: caution?.en })

const translationsOf = (fields: Readonly<Record<string, Words | undefined>>) => {
  const others = Object.entries(fields).flatMap(([field, said]) => {
    const { en: _original, ...rest } = said ?? { en: '' }
    return Object.keys(rest).length === 0 ? [] : [[field, rest] as const]
  })
  return others.length === 0 ? undefined : Object.fromEntries(others)
}

/** As little as is known: the first day it can have been. */
const dayOf = (date: PartialDate): Day => `${date}-01-01`.slice(0, 10)

const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }
