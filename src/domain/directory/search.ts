// The directory as it is asked: what meets these needs, who is called this, what is open now.
import { type Day, wallClockAt } from '#domain/belgrade-time.ts'
import type { Need } from '#domain/codes/needs.ts'
import { type Report, type ServiceCheck, withChecks } from '#domain/directory/checks.ts'
import type { DirectoryEntry, Place, Provider, Service, Words } from '#domain/directory/directory.ts'
import { FRESHNESS, type Freshness, freshnessOf, type Standing, standingOf } from '#domain/directory/freshness.ts'
import { type Opening, openingOn, type WallClock } from '#domain/directory/opening.ts'
import { sayIn } from '#domain/directory/words.ts'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'

export type ServiceRow = {
  readonly service: Service
  /** Undefined while the provider's own entry has not reached this phone. */
  readonly provider: Provider | undefined
  readonly places: readonly Place[]
  readonly opening: Opening
  readonly freshness: Freshness
  readonly standing: Standing
  /** What somebody found wrong there since it was last true. */
  readonly report?: Report
}

export type ServiceQuery = {
  /** A service that meets any of them; none given is every service. */
  readonly needs?: readonly Need[]
  /** Every word must be in a name in any language, an address or the provider. */
  readonly text?: string
  /** The moment of asking, milliseconds since 1970 UTC. */
  readonly at: number
  readonly openOnly?: boolean
  /** Spoken there, as far as a source says. Serbian is one language in two scripts. */
  readonly language?: string
  /** Services of the past too; they come last and are never open. */
  readonly includeHistory?: boolean
  /** The language whose names the rows are ordered by. English when not given. */
  readonly namesIn?: string
}

export type Directory = {
  /** Open first, then by freshness, then by name; history after everything else. */
  readonly servicesFor: (query: ServiceQuery) => ServiceRow[]
  readonly findService: (id: string) => Service | undefined
  readonly findProvider: (id: string) => Provider | undefined
  readonly findPlace: (id: string) => Place | undefined
  readonly rowOf: (service: Service, at: number) => ServiceRow
}

/** Folds every text once; make a new directory when entries or checks change. */
export const createDirectory = (
  written: readonly DirectoryEntry[],
  checks: readonly ServiceCheck[] = []
): Directory => {
  const { entries, reports } = withChecks(written, checks)
  const entriesById = new Map(entries.map((entry) => [entry.id, entry]))
  const findService = (id: string) => ofKind(entriesById.get(id), 'service')
  const findProvider = (id: string) => ofKind(entriesById.get(id), 'provider')
  const findPlace = (id: string) => ofKind(entriesById.get(id), 'place')
  const reported = (id: string) => {
    const report = reports.get(id)
    return report && { report }
  }
  const partsOf = (service: Service) => ({
    service,
    provider: findProvider(service.providerId),
    places: service.placeIds.map(findPlace).filter((place) => place !== undefined),
    ...reported(service.id)
  })
  const listed = entries
    .filter((entry) => entry.kind === 'service')
    .map(partsOf)
    .map((parts) => ({ ...parts, folded: foldText(textsOf(parts).join('\n')) }))

  return {
    findService,
    findProvider,
    findPlace,
    rowOf: (service, at) => toRow(partsOf(service), wallClockAt(at)),
    servicesFor: ({ needs, text, at, openOnly, language, includeHistory, namesIn }) => {
      const now = wallClockAt(at)
      const query = foldText(text ?? '')
      return listed
        .filter(({ service }) => !needs?.length || needs.some((need) => service.needs.includes(need)))
        .filter(({ service }) => language === undefined || isSpoken(service, language))
        .filter(({ folded }) => hasEveryWord(folded, query))
        .map((parts) => toRow(parts, now))
        .filter((row) => includeHistory || row.standing === 'current')
        .filter((row) => !openOnly || row.opening.state === 'open')
        .sort(byUse(namesIn ?? 'en'))
    }
  }
}

type Parts = Pick<ServiceRow, 'service' | 'provider' | 'places' | 'report'>

const toRow = (parts: Parts, now: WallClock): ServiceRow => {
  const { service, provider, places } = parts
  const standing = standingIn({ service, provider, places }, now.day)
  const opening: Opening =
    standing === 'history' || service.status === 'temporarily closed'
      ? { state: 'closed' }
      : openingOn(service.hours, now, service.exceptions)
  return { ...parts, opening, freshness: freshnessOf(service.lastChecked, now.day), standing }
}

/** A service ends with its provider, and with the last of its places. */
const standingIn = ({ service, provider, places }: Parts, today: Day): Standing => {
  const isPast = (entry: DirectoryEntry) => standingOf(entry, today) === 'history'
  if (isPast(service) || (provider && isPast(provider))) return 'history'
  return places.length > 0 && places.every(isPast) ? 'history' : 'current'
}

const textsOf = ({ service, provider, places }: Parts): string[] => [
  ...saidInEveryLanguage(service.name),
  ...(provider ? [...saidInEveryLanguage(provider.name), provider.shortName ?? ''] : []),
  ...places.flatMap((place) => [...saidInEveryLanguage(place.name), place.address ?? '', place.city])
]

const saidInEveryLanguage = (spoken: Words): string[] => Object.values(spoken)

const isSpoken = (service: Service, language: string): boolean =>
  service.languages.some((spoken) => spoken === language || (isSerbian(spoken) && isSerbian(language)))

const isSerbian = (language: string): boolean => language.startsWith('sr-')

/** Who can be gone to now comes first. */
export const OPENING_ORDER = ['open', 'unknown', 'closed'] as const satisfies readonly Opening['state'][]

const byUse = (language: string) => {
  const { compare } = new Intl.Collator(language)
  const rank = ({ standing, opening, freshness }: ServiceRow) =>
    (standing === 'history' ? 100 : 0) + OPENING_ORDER.indexOf(opening.state) * 10 + FRESHNESS.indexOf(freshness)
  return (a: ServiceRow, b: ServiceRow): number =>
    rank(a) - rank(b) || compare(sayIn(a.service.name, language), sayIn(b.service.name, language))
}

/** What nobody checked for so long gives way to what was, and stands apart from it. Where all is old, all of it is shown. */
export const partByAge = (
  rows: readonly ServiceRow[]
): { shown: readonly ServiceRow[]; old: readonly ServiceRow[] } => {
  const isOld = ({ standing, freshness }: ServiceRow) => standing === 'current' && freshness === 'old'
  const old = rows.filter(isOld)
  const shown = rows.filter((row) => !isOld(row))
  return shown.some(({ standing }) => standing === 'current') ? { shown, old } : { shown: rows, old: [] }
}

const ofKind = <Kind extends DirectoryEntry['kind']>(
  entry: DirectoryEntry | undefined,
  kind: Kind
): Extract<DirectoryEntry, { kind: Kind }> | undefined =>
  entry?.kind === kind ? (entry as Extract<DirectoryEntry, { kind: Kind }>) : undefined
