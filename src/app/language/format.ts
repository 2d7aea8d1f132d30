// Times, days, numbers and names as people read them: digits 0–9, Gregorian calendar and the clock of Belgrade in every
// language, from `Intl` or, where browsers do not know the language, from a table of our own.
import { once } from '#app/language/once.ts'
import type { Written } from '#app/language/format-table.ts'
import { formatByIntl } from '#app/language/format-by-intl.ts'
import type { Day, Month } from '#domain/belgrade-time.ts'
import type { PlannedLanguage } from '#domain/codes/languages.ts'

export type Format = {
  /** `21:42`. `at`: milliseconds since 1970 UTC, here and below. */
  time: (at: number) => string
  /** Tuesday, 3 July 2018. */
  dateOfDay: (day: Day) => string
  /** Tue 3 July: where the year goes without saying. */
  dayAndMonth: (day: Day) => string
  /** 3 Jul 2018. */
  shortDate: (day: Day) => string
  /** T, for a Tuesday. */
  weekdayLetter: (day: Day) => string
  /** Tuesday, for 2: 0 is Sunday. */
  weekday: (weekday: number) => string
  /** July 2018. */
  monthOf: (month: Month) => string
  /** `now`, `5 minutes ago`, `yesterday`, `in 3 days`: the largest unit that fits, rounded towards now. */
  relative: (at: number, now: number) => string
  count: (number: number) => string
  /** `share` of 1, rounded to whole per cent. */
  percent: (share: number) => string
  /** `67.1%`: per cent given as such, always with one decimal. */
  percentTenths: (percent: number) => string
  /** `2 men, 1 boy`. */
  list: (words: readonly string[]) => string
  /** Country of ISO 3166. The special codes are named by `useLabels`. */
  country: (code: string) => string
}

/** Where plain `en` would mean American: 3 July, not July 3. */
const REGIONS: Partial<Record<PlannedLanguage, string>> = { en: 'en-GB' }
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const UNITS = [
  ['day', DAY],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE]
] as const
const SUNDAY: Day = '2018-07-01'

/** `ours`: how we write the language ourselves, where browsers do not know it. */
export const createFormat = (language: PlannedLanguage, ours?: Written): Format => {
  const locale = `${REGIONS[language] ?? language}-u-ca-gregory-nu-latn`
  const written = ours ?? formatByIntl(locale)
  const clock = once(
    // A browser that does not know the language would take its own, with the digits of that.
    () =>
      new Intl.DateTimeFormat(ours ? 'en-GB' : locale, {
        ...BELGRADE,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23'
      })
  )
  return {
    time: (at) => clock().format(at),
    dateOfDay: (day) => written.dateOfDay(noonOf(day)),
    shortDate: (day) => written.shortDate(noonOf(day)),
    dayAndMonth: (day) => written.dayAndMonth(noonOf(day)),
    weekdayLetter: (day) => written.weekdayLetter(noonOf(day)),
    weekday: (weekday) => written.weekday(noonOf(SUNDAY) + weekday * DAY),
    monthOf: (month) => written.monthOf(noonOf(`${month}-15`)),
    relative: (at, now) => {
      const [unit, length] = UNITS.find(([, size]) => Math.abs(at - now) >= size) ?? ['second', Infinity]
      return written.relative(Math.trunc((at - now) / length), unit)
    },
    count: written.number,
    percent: (share) => written.percent(share, 0),
    percentTenths: (percent) => written.percent(percent / 100, 1),
    list: written.list,
    country: written.country
  }
}

const BELGRADE = { timeZone: 'Europe/Belgrade' } as const

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`)
