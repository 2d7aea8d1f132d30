// What a language writes in dates, ages, numbers and lists, for languages that browsers do not know or know badly: they
// would write English without a word. The tables are made by `src/app/build/make-format-tables.ts`.
import type { PlannedLanguage } from '#domain/codes/languages.ts'

/** Chromium has no data for five of them, foreign letters for the days of Urdu, and turns short Dari dates round. */
export const TABLED_LANGUAGES = ['fa-AF', 'ps', 'ur', 'ckb', 'ku-Latn', 'so', 'ti'] as const satisfies PlannedLanguage[]
export type TabledLanguage = (typeof TABLED_LANGUAGES)[number]

/** `{weekday}`, `{day}`, `{month}` and `{year}` stand in the pattern; the names may be inflected for it. */
export type DatePattern = { pattern: string; months: readonly string[]; weekdays: readonly string[] }

/** `{n}` stands for the number; by grammatical number. */
type Counted = Partial<Record<Intl.LDMLPluralRule, string>>

export type RelativeUnit = 'second' | 'minute' | 'hour' | 'day'

export type FormatTable = {
  dates: Record<'dateOfDay' | 'dayAndMonth' | 'shortDate' | 'monthOf', DatePattern>
  /** From Sunday on. */
  weekdays: readonly string[]
  weekdayLetters: readonly string[]
  /** `said`: what has a word of its own, by the number counted from now. */
  relative: Record<RelativeUnit, { said: Record<string, string>; past: Counted; future: Counted }>
  decimal: string
  group: string
  /** `{n}` stands for the number. */
  percent: string
  list: { pair: string; between: string; last: string }
  /** By code of ISO 3166. */
  countries: Record<string, string>
}

/** What `Intl` and a table both say; of a time that stands at noon of its day (UTC). */
export type Written = {
  dateOfDay: (noon: number) => string
  shortDate: (noon: number) => string
  dayAndMonth: (noon: number) => string
  weekdayLetter: (noon: number) => string
  weekday: (noon: number) => string
  monthOf: (noon: number) => string
  relative: (value: number, unit: RelativeUnit) => string
  number: (value: number) => string
  /** `share` of 1, with so many decimals. */
  percent: (share: number, decimals: number) => string
  list: (words: readonly string[]) => string
  country: (code: string) => string
}
