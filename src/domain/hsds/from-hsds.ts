// HSDS objects as entries of this directory. What a file does not say stays as it was; what it says as we would say it ourselves
// changes nothing, so that translations and all the standard has no term for outlive a round through another system.
import type { Day } from '#domain/belgrade-time.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { hasMoved, type Place, type Provider, type Service, type Words } from '#domain/directory/directory.ts'
import type { FlawReason } from '#domain/directory/entry-flaws.ts'
import { isCheckedBefore } from '#domain/directory/freshness.ts'
import { isoToLanguage } from '#domain/hsds/languages.ts'
import { attributesToNeeds } from '#domain/hsds/needs.ts'
import { sourcesToHours } from '#domain/hsds/schedules.ts'
import type { HsdsLocation, HsdsOrganization, HsdsService } from '#domain/hsds/shape.ts'
import { placeToHsds, providerToHsds, serviceToHsds } from '#domain/hsds/to-hsds.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

export type FieldFlaw = { readonly field: string; readonly why: FlawReason }
/** What is left out of a field, as the file has it, and taken in without. */
export type FieldNote = FieldFlaw & { readonly given: string }

export const organizationToProvider = (given: HsdsOrganization, before: Provider | undefined, today: Day): Provider => {
  const said = compare(given, before && providerToHsds(before))
  return defined({
    ...before,
    kind: 'provider' as const,
    id: given.id,
    name: said.words('name', before?.name) ?? { en: given.name },
    shortName: said.text('alternate_name', before?.shortName),
    // Where it is but the name again, nobody described it.
    description:
      given.description === given.name ? before?.description : said.words('description', before?.description),
    website: said.text('website', before?.website),
    phones: said.isNew('phones') ? phonesOf(given.phones) : (before?.phones ?? []),
    ...standingOf(said, { given, before, today, checked: 'x_assured_date' })
  })
}

export const locationToPlace = (given: HsdsLocation, before: Place | undefined, today: Day): Place => {
  const said = compare(given, before && placeToHsds(before))
  const [address] = given.addresses ?? []
  const where = {
    address: said.isNew('addresses') ? address?.address_1 : before?.address,
    city:
      said.text('x_city', undefined) ??
      (said.isNew('addresses') ? address?.city : undefined) ??
      before?.city ??
      // Where nobody says, nobody knows.
      '',
    zone: zoneOf(given) ?? before?.zone ?? 'elsewhere'
  }
  return defined({
    ...before,
    kind: 'place' as const,
    id: given.id,
    name: said.words('name', before?.name) ?? { en: given.name ?? address?.address_1 ?? '' },
    ...where,
    directions: said.words('transportation', before?.directions),
    point: pointOf(given, before?.point) ?? (before && hasMoved(before, where) ? undefined : before?.point),
    ...standingOf(said, { given, before, today, checked: 'x_assured_date' })
  })
}

/** As a file says it. Where that is the one that is known, it stays as exact as it is known. */
const pointOf = ({ latitude, longitude, x_precision_metres: precision }: HsdsLocation, known: Place['point']) => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  return known?.latitude === latitude && known.longitude === longitude
    ? known
    : { latitude, longitude, precisionMetres: precision ?? UNKNOWN_PRECISION }
}

type AroundService = {
  readonly before?: { service: Service; provider: Provider; places: readonly Place[] } | undefined
  readonly today: Day
}

export const hsdsToService = (
  given: HsdsService,
  { before: around, today }: AroundService
): Result<{ readonly service: Service; readonly notes: readonly FieldNote[] }, FieldFlaw> => {
  const before = around?.service
  const said = compare(given, around && serviceToHsds(around.service, { ...around, today }))
  const there = hoursThere(given)
  const hours =
    said.isNew('schedules') || there.length > 0
      ? sourcesToHours([given.schedules ?? [], ...there], today)
      : accept({ hours: before?.hours ?? 'unknown', exceptions: before?.exceptions })
  const numbersThere = phonesThere(given)
  if (!hours.ok) return refuse({ field: 'hours', why: hours.refusal })
  const spoken = languagesOf(given.languages)
  const needs = said.isNew('attributes') ? attributesToNeeds(given.attributes) : (before?.needs ?? [])
  const eligibility = defined({
    womenOnly: said.isNew('x_women_only') ? (given.x_women_only ?? undefined) : before?.eligibility?.womenOnly,
    minimumAge: said.isNew('minimum_age') ? (given.minimum_age ?? undefined) : before?.eligibility?.minimumAge,
    maximumAge: said.isNew('maximum_age') ? (given.maximum_age ?? undefined) : before?.eligibility?.maximumAge,
    note: said.words('eligibility_description', before?.eligibility?.note)
  })
  const [document] = given.required_documents ?? []
  const [capacity] = given.capacities ?? []
  const service = defined({
    ...before,
    kind: 'service' as const,
    id: given.id,
    providerId: given.organization.id,
    placeIds: said.isNew('service_at_locations')
      ? (given.service_at_locations ?? []).map(({ location }) => location.id)
      : (before?.placeIds ?? []),
    name: said.words('name', before?.name) ?? { en: given.name },
    description: said.words('description', before?.description),
    status: said.isNew('status') ? given.status : (before?.status ?? given.status),
    needs: needs.length === 0 ? (before?.needs ?? ['other']) : needs,
    languages: said.isNew('languages') ? spoken.known : (before?.languages ?? []),
    hours: hours.value.hours,
    exceptions: hours.value.exceptions,
    phones:
      said.isNew('phones') || numbersThere.length > 0
        ? phonesOf([...(given.phones ?? []), ...numbersThere])
        : (before?.phones ?? []),
    eligibility: Object.keys(eligibility).length === 0 ? undefined : eligibility,
    papersNeeded: said.isNew('required_documents')
      ? wordsOf(document?.document, given.x_translations?.['required_document'])
      : before?.papersNeeded,
    howToRefer: said.words('application_process', before?.howToRefer),
    capacity: said.isNew('capacities')
      ? capacity &&
        defined({
          available: capacity.available,
          maximum: capacity.maximum ?? undefined,
          updated: capacity.updated.slice(0, 10)
        })
      : before?.capacity,
    ...standingOf(said, { given, before, today, checked: 'assured_date' })
  })
  return accept({
    service,
    notes: spoken.unknown.map((language) => ({ field: 'languages', why: 'unknown' as const, given: language }))
  })
}

/** An entry has hours and numbers once: those of the service at its places are its own. Those of a house stand in where it has none. */
const hoursThere = ({ schedules = [], service_at_locations: joined = [] }: HsdsService) => {
  const own = joined.flatMap((one) => (one.schedules?.length ? [one.schedules] : []))
  return schedules.length > 0 || own.length > 0
    ? own
    : joined.flatMap(({ location }) => (location.schedules?.length ? [location.schedules] : []))
}

const phonesThere = ({ service_at_locations: joined = [] }: HsdsService) =>
  joined.flatMap(({ phones = [], location }) => [...phones, ...(location.phones ?? [])])

const UNKNOWN_PRECISION = 1_000

type Given = { readonly x_translations?: Record<string, Record<string, string>> | null | undefined } & Readonly<
  Record<string, unknown>
>
type Said = ReturnType<typeof compare>

/** What a file says of a thing beside what we would say ourselves of the same thing. */
const compare = (given: Given, known: Given | undefined) => {
  const isNew = (name: string) => given[name] !== undefined && !isAlike(given[name], known?.[name])
  const translated = given.x_translations ?? {}
  const isTranslated = (name: string) =>
    translated[name] !== undefined && !isAlike(translated[name], known?.x_translations?.[name])
  return {
    isNew,
    text: (name: string, before: string | undefined): string | undefined =>
      isNew(name) || known === undefined ? textOf(given[name]) : before,
    words: (name: string, before: Words | undefined): Words | undefined =>
      isNew(name) || isTranslated(name) ? wordsOf(textOf(given[name]) ?? before?.en, translated[name]) : before
  }
}

type Standing = {
  readonly given: Given & {
    x_source?: string | null | undefined
    x_to_verify?: boolean | null | undefined
    x_caution?: string | null | undefined
  }
  readonly before: Provider | Place | Service | undefined
  readonly today: Day
  readonly checked: 'assured_date' | 'x_assured_date'
}

/**
 * Without a date of a check it may be of any day of the year: it looks no fresher than it is. Whoever looked here later than the file
 * did knows better.
 */
const standingOf = (said: Said, { given, before, today, checked }: Standing) => {
  const day = said.isNew(checked) ? textOf(given[checked]) : undefined
  const isOlder = day !== undefined && before !== undefined && isCheckedBefore(day, before.lastChecked, today)
  return {
    source: said.text('x_source', before?.source) ?? before?.source ?? `HSDS, ${today}`,
    lastChecked: (isOlder ? undefined : day) ?? before?.lastChecked ?? today.slice(0, 4),
    toVerify: said.isNew('x_to_verify') && !isOlder ? (given.x_to_verify ?? true) : (before?.toVerify ?? true),
    caution: said.words('x_caution', before?.caution)
  }
}

/** A number that is said twice is one; what to dial after it stands beside it. */
const phonesOf = (phones: HsdsService['phones'] = []): Service['phones'] => {
  const read = phones.map(({ number: given, extension, description }) => {
    const [, number = given, after = extension] =
      /^(.*\d\D*?)[\s,;]*(?:ext(?:ension)?\b\.?|x)\s*(\d+)$/i.exec(given) ?? []
    const note = [description, after && `ext. ${after}`].filter(Boolean).join(', ')
    return { number, ...(note && { note: { en: note } }) }
  })
  return read.filter(({ number }, at) => read.findIndex((one) => one.number === number) === at)
}

const languagesOf = (languages: HsdsService['languages'] = []) => {
  const read = languages.map(({ code, name }) => ({ id: isoToLanguage(code ?? ''), given: code ?? name ?? '' }))
  return {
    known: [...new Set(read.flatMap(({ id }) => id ?? []))],
    unknown: read.flatMap(({ id, given }) => (id === undefined ? [given] : []))
  }
}

const zoneOf = ({ x_zone: zone }: HsdsLocation): Zone | undefined => ZONES.find((known) => known === zone)

const wordsOf = (en: string | null | undefined, translations: Record<string, string> | undefined): Words | undefined =>
  en ? { ...translations, en } : undefined

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** In whatever order its properties stand; what is empty is as good as not there. */
const isAlike = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([name, own]) => own !== null && name !== 'taxonomy_term')
            .sort(([a], [b]) => (a < b ? -1 : 1))
        )
      : part
  )

const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }
