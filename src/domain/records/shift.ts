// A team goes out and comes back: since when, where it begins, how many they are and which languages they speak together. It
// names nobody; whose it is, is the phone's.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { type LanguageId, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { type NotAStep, takeLegal } from '#domain/records/life-cycle.ts'
import type { Result } from '#domain/result.ts'
import { codesIn, findCode } from '#domain/review/dated-record.ts'

/** Which steps are legal from where. What was ended by mistake goes on. */
const STEPS = {
  on: ['over'],
  over: ['on']
} as const satisfies Record<string, readonly string[]>

export type ShiftState = keyof typeof STEPS
export const SHIFT_STATES = Object.keys(STEPS) as [ShiftState, ...ShiftState[]]

/** With one phone: a pair, or all who came in one van. */
export const CREW_LIMIT = 20

export const ShiftFields = z.object({
  /** The hour it began, and where. */
  met: ShiftHour,
  zone: z.enum(ZONES),
  crew: z.optional(z.int().check(z.gte(1), z.lte(CREW_LIMIT))),
  languages: z.array(z.enum(SPOKEN_LANGUAGES)).check(z.maxLength(12)),
  state: z.enum(SHIFT_STATES),
  stepAt: ShiftHour
})

export type ShiftStart = { readonly crew?: number; readonly languages: LanguageId[] }

/** Two shifts of eight hours, one after the other. Whoever is out for longer forgot to say that it is over. */
const LONGEST_HOURS = 16

/** `now`: milliseconds since 1970 UTC. A shift that nobody ended is over by itself, so that it stands in no one's way. */
export const isRunning = (fields: SharedFields, now: number): boolean =>
  stateOfShift(fields) === 'on' && isOfNow(fields, now)

/** It began so lately that it may still be going on, whether or not somebody has said that it is over. */
export const isOfNow = (fields: SharedFields, now: number): boolean => {
  const began = ShiftHour.safeParse(fields['met'])
  return began.success && now - startOfHour(began.data) < LONGEST_HOURS * 3_600_000
}

/** A state that this phone does not know is read as going on, so that nobody is thought to have left. */
export const stateOfShift = (fields: SharedFields): ShiftState =>
  SHIFT_STATES.find((state) => state === fields['state']) ?? 'on'

/** Refuses a step the table does not have, and names those it has. */
export const takeShiftStep = (fields: SharedFields, to: ShiftState): Result<ShiftState, NotAStep<ShiftState>> =>
  takeLegal(to, STEPS[stateOfShift(fields)])

/** What the next one most likely begins with: the same people with the same languages. */
export const startLike = (fields: SharedFields): ShiftStart => {
  const crew = fields['crew']
  const languages = codesIn(fields, 'languages')
  return {
    ...(typeof crew === 'number' && { crew }),
    languages: SPOKEN_LANGUAGES.filter((language) => languages.includes(language))
  }
}

/** `06:00`, the hour of one of its fields. */
export const clockOf = (fields: SharedFields, name: 'met' | 'stepAt'): string => {
  const hour = findCode(fields, name)
  return hour === undefined ? '' : `${hour.slice(11)}:00`
}
