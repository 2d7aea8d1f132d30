// Providers, their services and places, in the shape of the Human Services Data Specification (HSDS 3.0), with what a
// refugee directory needs beside it: words by language, which needs a service meets, and since when each fact is known.
import * as z from 'zod/mini'
import { Day } from '#domain/belgrade-time.ts'
import { Count } from '#domain/code.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'

/** Words by language. English is always there; a missing language falls back to it (`sayIn` of `words.ts`). */
export const Words = z.catchall(z.object({ en: z.string().check(z.minLength(1)) }), z.string())
export type Words = { readonly en: string; readonly [language: string]: string }

/** `2016`, `2016-05` or `2016-05-31`: as exact as the source is. */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))
export type PartialDate = z.infer<typeof PartialDate>

/** What is known, from where and until when: on every entry. */
const standing = {
  /** When the entry is true; an open end is true until shown otherwise. */
  validFrom: z.optional(PartialDate),
  validTo: z.optional(PartialDate),
  /** Public source in words, as cited in the reference. */
  source: z.string().check(z.minLength(1)),
  /** The day somebody last held it against the world (HSDS `assured_date`). */
  lastChecked: PartialDate,
  /** True until a team has dialled, visited or asked: the entry rests on published sources alone. */
  toVerify: z.boolean(),
  /** What is uncertain about the entry, shown with it. */
  caution: z.optional(Words),
  /** When the team wrote it, by the phone's clock, and the version that was before its author. None has what a team begins with. */
  at: z.optional(z.int().check(z.nonnegative())),
  over: z.optional(z.int().check(z.nonnegative()))
}

export const Phone = z.object({ number: z.string(), note: z.optional(Words) })

/** HSDS `schedule`: `days` of RFC 5545, times on the Belgrade clock. One row an opening interval. */
export const Schedule = z.object({
  byday: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])).check(z.minLength(1)),
  opensAt: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** `24:00` closes at midnight; a time not after `opensAt` closes on the next day. */
  closesAt: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)),
  note: z.optional(Words)
})
export type Schedule = z.infer<typeof Schedule>

/** Days on which the week does not hold: a holiday, or other hours. Without times it is closed. Both days belong to it. */
export const Exception = z.object({
  from: Day,
  to: Day,
  times: z.array(z.pick(Schedule, { opensAt: true, closesAt: true }))
})
export type Exception = z.infer<typeof Exception>

export const Provider = z.object({
  kind: z.literal('provider'),
  id: z.uuid(),
  name: Words,
  shortName: z.optional(z.string()),
  description: z.optional(Words),
  website: z.optional(z.string()),
  phones: z.array(Phone),
  ...standing
})
export type Provider = z.infer<typeof Provider>

export const Place = z.object({
  kind: z.literal('place'),
  id: z.uuid(),
  name: Words,
  /** Street address as a taxi driver or a form needs it, in Serbian Latin; Cyrillic is made from it. */
  address: z.optional(z.string()),
  city: z.string(),
  zone: z.enum(ZONES),
  /** How to get there, in words. */
  directions: z.optional(Words),
  /** Public places only. `precisionMetres` says how far off the point may be. */
  point: z.optional(z.object({ latitude: z.number(), longitude: z.number(), precisionMetres: z.int() })),
  ...standing
})
export type Place = z.infer<typeof Place>

/** Then its point is of where it was. */
export const hasMoved = (before: Where, after: Where): boolean =>
  before.address?.trim() !== after.address?.trim() ||
  before.city.trim() !== after.city.trim() ||
  before.zone !== after.zone
type Where = { readonly address?: string | undefined; readonly city: string; readonly zone: string }

export const Service = z.object({
  kind: z.literal('service'),
  id: z.uuid(),
  providerId: z.uuid(),
  placeIds: z.array(z.uuid()),
  name: Words,
  description: z.optional(Words),
  /** HSDS `status`. A service of the past is `defunct` and kept as history. */
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  needs: z.array(z.enum(NEED_CODES)).check(z.minLength(1)),
  /** Language ids of `codes/languages.ts`; empty when no source says. */
  languages: z.array(z.string()),
  /** `unknown` is an answer: no hours are made up. */
  hours: z.union([z.literal('unknown'), z.array(Schedule).check(z.minLength(1))]),
  exceptions: z.optional(z.array(Exception)),
  phones: z.array(Phone),
  eligibility: z.optional(
    z.object({
      womenOnly: z.optional(z.boolean()),
      minimumAge: z.optional(z.int()),
      maximumAge: z.optional(z.int()),
      note: z.optional(Words)
    })
  ),
  papersNeeded: z.optional(Words),
  howToRefer: z.optional(Words),
  /** Places free, of how many, as somebody was told that day (HSDS 3.1 `service_capacity`). */
  capacity: z.optional(z.object({ available: Count, maximum: z.optional(Count), updated: Day })),
  /**
   * Where it was written by nobody who had looked, as when a file was taken in or an edit was not said to be checked: when somebody
   * last wrote it who had; 0 where nobody had.
   */
  typedAt: z.optional(z.int().check(z.nonnegative())),
  ...standing
})
export type Service = z.infer<typeof Service>

export const DirectoryEntry = z.discriminatedUnion('kind', [Provider, Place, Service])
export type DirectoryEntry = z.infer<typeof DirectoryEntry>
