// An entry of the directory as the editor's form holds it, all of it text and choices, and back again with what is impossible.
import * as z from 'zod/mini'
import type { Day } from '#domain/belgrade-time.ts'
import { COUNT_LIMIT } from '#domain/code.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'
import {
  type DirectoryEntry,
  DirectoryEntry as EntrySchema,
  hasMoved,
  type Place,
  type Service,
  type Words
} from '#domain/directory/directory.ts'
import { type Flaw, type FlawReason, flawsOf } from '#domain/directory/entry-flaws.ts'
import { exceptionsToTyped, hoursToTyped, typedToExceptions, typedToHours } from '#domain/directory/typed-hours.ts'
import { words } from '#domain/directory/words.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** In English and in Serbian; what is written in one alone is said to everybody. */
const TypedWords = z.object({ en: z.string(), sr: z.string() })
export type TypedWords = z.infer<typeof TypedWords>

const Line = z.string()

export const TypedEntry = z.object({
  name: TypedWords,
  description: TypedWords,
  website: Line,
  phones: Line,
  address: Line,
  city: Line,
  zone: z.enum(ZONES),
  directions: TypedWords,
  providerId: Line,
  placeIds: z.array(z.string()),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  needs: z.array(z.enum(NEED_CODES)),
  languages: z.array(z.string()),
  hours: z.object({ MO: Line, TU: Line, WE: Line, TH: Line, FR: Line, SA: Line, SU: Line }),
  exceptions: Line,
  womenOnly: z.boolean(),
  minimumAge: Line,
  maximumAge: Line,
  who: TypedWords,
  papersNeeded: TypedWords,
  howToRefer: TypedWords,
  available: Line,
  maximum: Line,
  source: Line,
  isChecked: z.boolean()
})
export type TypedEntry = z.infer<typeof TypedEntry>

export type EntryKind = DirectoryEntry['kind']
export const ENTRY_KINDS = ['service', 'provider', 'place'] as const satisfies readonly EntryKind[]

export const entryToTyped = (entry: DirectoryEntry | undefined): TypedEntry => {
  const place = entry?.kind === 'place' ? entry : undefined
  const provider = entry?.kind === 'provider' ? entry : undefined
  const service = entry?.kind === 'service' ? entry : undefined
  return {
    name: wordsToTyped(entry?.name),
    description: wordsToTyped(provider?.description ?? service?.description),
    website: provider?.website ?? '',
    phones: (provider ?? service)?.phones.map(({ number }) => number).join('\n') ?? '',
    address: place?.address ?? '',
    city: place?.city ?? 'Beograd',
    zone: place?.zone ?? ZONES[0],
    directions: wordsToTyped(place?.directions),
    providerId: service?.providerId ?? '',
    placeIds: service?.placeIds ?? [],
    status: service?.status ?? 'active',
    needs: service?.needs ?? [],
    languages: service?.languages ?? [],
    hours: { ...hoursToTyped(service?.hours ?? 'unknown') },
    exceptions: exceptionsToTyped(service?.exceptions),
    womenOnly: service?.eligibility?.womenOnly ?? false,
    minimumAge: numberToTyped(service?.eligibility?.minimumAge),
    maximumAge: numberToTyped(service?.eligibility?.maximumAge),
    who: wordsToTyped(service?.eligibility?.note),
    papersNeeded: wordsToTyped(service?.papersNeeded),
    howToRefer: wordsToTyped(service?.howToRefer),
    available: numberToTyped(service?.capacity?.available),
    maximum: numberToTyped(service?.capacity?.maximum),
    source: entry?.source ?? '',
    isChecked: false
  }
}

type Circumstances = {
  readonly kind: EntryKind
  /** Of the entry; a new one of its own for a new one. */
  readonly id: string
  readonly today: Day
  readonly before?: DirectoryEntry | undefined
}

/** Every flaw there is at once. What the form does not show stays as it was `before`. */
export const typedToEntry = (
  typed: TypedEntry,
  { kind, id, today, before }: Circumstances
): Result<DirectoryEntry, Flaw[]> => {
  const flaws: Flaw[] = []
  const refused = (field: string, why: FlawReason) => void flaws.push({ field, why })
  const name = typedToWords(typed.name, before?.name)
  if (name === undefined) refused('name', 'missing')
  if (typed.source.trim() === '') refused('source', 'missing')
  const common = {
    ...before,
    // What somebody has checked is doubtful no more.
    caution: typed.isChecked ? undefined : before?.caution,
    id,
    name: name ?? { en: '' },
    source: typed.source.trim(),
    ...(typed.isChecked || before === undefined
      ? { lastChecked: today, toVerify: !typed.isChecked }
      : { lastChecked: before.lastChecked, toVerify: before.toVerify })
  }
  const own =
    kind === 'service'
      ? serviceFields(typed, before?.kind === 'service' ? before : undefined, { today, refused })
      : kind === 'provider'
        ? {
            description: typedToWords(typed.description, before?.kind === 'provider' ? before.description : undefined),
            website: textOf(typed.website),
            phones: phonesOf(typed, before?.kind === 'provider' ? before.phones : [])
          }
        : placeFields(typed, before?.kind === 'place' ? before : undefined)
  if (kind === 'place' && textOf(typed.city) === undefined) refused('city', 'missing')
  const made = EntrySchema.safeParse(defined({ kind, ...common, ...own }))
  const all = [...flaws, ...(made.success ? flawsOf(made.data) : flaws.length === 0 ? [UNREADABLE] : [])]
  return made.success && all.length === 0 ? accept(made.data) : refuse(all)
}

const UNREADABLE: Flaw = { field: 'name', why: 'value' }

const placeFields = (typed: TypedEntry, before: Place | undefined) => {
  const where = { address: textOf(typed.address), city: typed.city.trim(), zone: typed.zone }
  return {
    ...where,
    directions: typedToWords(typed.directions, before?.directions),
    point: before && hasMoved(before, where) ? undefined : before?.point
  }
}

type Refused = (field: string, why: FlawReason) => void

const serviceFields = (
  typed: TypedEntry,
  before: Service | undefined,
  { today, refused }: { today: Day; refused: Refused }
) => {
  if (typed.providerId === '') refused('provider', 'choose')
  if (typed.needs.length === 0) refused('needs', 'choose')
  const hours = typedToHours(typed.hours, before?.hours)
  if (!hours.ok) for (const { day, why } of hours.refusal) refused(`hours.${day}`, why)
  const exceptions = typedToExceptions(typed.exceptions)
  if (!exceptions.ok) refused('exceptions', exceptions.refusal)
  const numberIn = (field: 'minimumAge' | 'maximumAge' | 'available' | 'maximum') => {
    const read = readNumber(typed[field])
    if (!read.ok) refused(field, 'number')
    return read.ok ? read.value : undefined
  }
  const [available, maximum] = [numberIn('available'), numberIn('maximum')]
  if (available === undefined && maximum !== undefined) refused('available', 'number')
  const isSameCapacity = before?.capacity?.available === available && before?.capacity?.maximum === maximum
  const eligibility = defined({
    womenOnly: typed.womenOnly || undefined,
    minimumAge: numberIn('minimumAge'),
    maximumAge: numberIn('maximumAge'),
    note: typedToWords(typed.who, before?.eligibility?.note)
  })
  return {
    providerId: typed.providerId,
    placeIds: typed.placeIds,
    status: typed.status,
    needs: typed.needs,
    languages: typed.languages,
    description: typedToWords(typed.description, before?.description),
    hours: hours.ok ? hours.value : 'unknown',
    exceptions: exceptions.ok && exceptions.value.length > 0 ? exceptions.value : undefined,
    phones: phonesOf(typed, before?.phones ?? []),
    eligibility: Object.keys(eligibility).length === 0 ? undefined : eligibility,
    papersNeeded: typedToWords(typed.papersNeeded, before?.papersNeeded),
    howToRefer: typedToWords(typed.howToRefer, before?.howToRefer),
    capacity:
      available === undefined
        ? undefined
        : defined({ available, maximum, updated: isSameCapacity ? (before?.capacity?.updated ?? today) : today }),
    typedAt: typed.isChecked || before === undefined ? undefined : (before.typedAt ?? before.at ?? 0)
  }
}

const wordsToTyped = (said: Words | undefined): TypedWords => ({ en: said?.en ?? '', sr: said?.['sr-Latn'] ?? '' })

/** Where the English was written anew, what other languages said of it no longer holds. */
const typedToWords = (typed: TypedWords, before: Words | undefined): Words | undefined => {
  const [en, sr] = [typed.en.trim() || typed.sr.trim(), typed.sr.trim()]
  if (en === '') return undefined
  const { 'sr-Latn': _latin, 'sr-Cyrl': _cyrillic, ...others } = before ?? { en }
  return { ...(before?.en === en ? others : {}), ...words({ en, ...(sr !== '' && { 'sr-Latn': sr }) }) }
}

/** A number that was there keeps what is said of it. */
const phonesOf = ({ phones }: TypedEntry, before: Service['phones']): Service['phones'] =>
  phones
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((number) => before.find((known) => known.number === number) ?? { number })

const readNumber = (text: string): Result<number | undefined, 'number'> => {
  if (text.trim() === '') return accept(undefined)
  const number = Number(text)
  return /^\s*\d{1,4}\s*$/.test(text) && number <= COUNT_LIMIT ? accept(number) : refuse('number')
}

const textOf = (text: string): string | undefined => text.trim() || undefined

const numberToTyped = (number: number | undefined): string => (number === undefined ? '' : String(number))

const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }
