// Somebody interpreted, or nobody could: the language alone, with where and when. Counted and never listed: demand against
// supply for the lead.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { type LanguageId, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const INTERPRETING = ['interpreted', 'missing'] as const
export type Interpreting = (typeof INTERPRETING)[number]

/** A language of the list, or one that is not in it. */
export type SpokenLanguage = LanguageId | 'other'

const LANGUAGE_CODES: readonly [SpokenLanguage, ...SpokenLanguage[]] = ['other', ...SPOKEN_LANGUAGES]

export const InterpretationFields = z.object({
  language: z.enum(LANGUAGE_CODES),
  outcome: z.enum(INTERPRETING),
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type InterpretationFields = z.infer<typeof InterpretationFields>
