// What somebody tells of being sent back across a border: codes, and an account in their words. It is apart from every
// record and from every service: nothing in it says who told it, who wrote it down, where, or when.
import * as z from 'zod/mini'
import { Month, monthPlus } from '#domain/belgrade-time.ts'

/** The countries of the route, on either side of a border. `XK` as in the routes (UNSCR 1244). */
export const BORDER_COUNTRIES = [
  'HU',
  'HR',
  'RO',
  'BG',
  'BA',
  'RS',
  'MK',
  'ME',
  'AL',
  'XK',
  'GR',
  'TR',
  'SI',
  'AT',
  'IT'
] as const
export type BorderCountry = (typeof BORDER_COUNTRIES)[number]

/** How many were sent back together. The band says enough, and finds nobody. */
export const GROUP_BANDS = ['1', '2-5', '6-20', '21-50', '51+'] as const
export type GroupBand = (typeof GROUP_BANDS)[number]

/** What those who document it ask about, each as neutrally as it can be said. */
export const HAPPENINGS = [
  'asylum_not_heard',
  'no_procedure',
  'force',
  'dogs',
  'things_taken',
  'papers_taken',
  'held',
  'children',
  'injured'
] as const
export type Happening = (typeof HAPPENINGS)[number]

/** Nobody has to say anything: this is an answer to every question, and so is none at all. */
export const UNSAID = 'unsaid' as const

/** Months that can be told one by one; what was before is `earlier`. */
const MONTHS_TOLD = 6

/** The longest account there is, whatever its letters, fits the one size every sealed testimony has (`#protocol/testimony.ts`). */
export const ACCOUNT_LIMIT = 5_000

export const Testimony = z.object({
  from: z.optional(z.enum([...BORDER_COUNTRIES, UNSAID])),
  to: z.optional(z.enum([...BORDER_COUNTRIES, UNSAID])),
  when: z.optional(z.union([Month, z.enum(['earlier', UNSAID])])),
  people: z.optional(z.enum([...GROUP_BANDS, UNSAID])),
  happened: z.optional(z.array(z.enum([...HAPPENINGS, UNSAID])).check(z.minLength(1), z.maxLength(HAPPENINGS.length))),
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(ACCOUNT_LIMIT)))
})
export type Testimony = z.infer<typeof Testimony>

/** This month and those before it, the newest first. */
export const monthsTold = (now: Month): Month[] =>
  Array.from({ length: MONTHS_TOLD }, (_, back) => monthPlus(now, -back))

/** What is left of it when nothing is said without saying so: spaces are no account. Undefined when nothing is told at all. */
export const tidyTestimony = ({ account = '', happened = [], ...codes }: Testimony): Testimony | undefined => {
  const said = Object.values(codes).filter((code) => code !== undefined)
  const words = account.trim()
  if ([...said, ...happened].every((code) => code === UNSAID) && words === '') return undefined
  return { ...codes, ...(happened.length > 0 && { happened }), ...(words !== '' && { account: words }) }
}

/** "Did not say" stands alone: whoever says something has said it. */
export const withHappened = (chosen: readonly (Happening | typeof UNSAID)[]): Testimony['happened'] => {
  if (chosen.length === 0) return undefined
  return chosen.at(-1) === UNSAID ? [UNSAID] : chosen.filter((one) => one !== UNSAID)
}
