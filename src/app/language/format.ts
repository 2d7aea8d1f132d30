// Times, days, numbers and names as people read them: digits 0–9, Gregorian calendar and the clock of Belgrade in every
// language. `Intl` knows all five.
import type { Day, Month } from '#domain/belgrade-time.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

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
  /** Country of ISO 3166, as `Intl` calls it. The special codes are named by `useLabels`. */
  country: (code: string) => string
}

/** Where plain `en` would mean American: 3 July, not July 3. */
const REGIONS: Partial<Record<InterfaceLanguage, string>> = { en: 'en-GB' }
const MINUTE = 60_000
const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE]
] as const

export const createFormat = (language: InterfaceLanguage): Format => {
  const locale = `${REGIONS[language] ?? language}-u-ca-gregory-nu-latn`
  const clock = once(
    () => new Intl.DateTimeFormat(locale, { ...BELGRADE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  )
  const longDay = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...UTC,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric'
      })
  )
  const shortDay = once(
    () => new Intl.DateTimeFormat(locale, { ...UTC, day: 'numeric', month: 'short', year: 'numeric' })
  )
  const dayAndMonth = once(
    () => new Intl.DateTimeFormat(locale, { ...UTC, weekday: 'short', day: 'numeric', month: 'long' })
  )
  const weekday = once(() => new Intl.DateTimeFormat(locale, { ...UTC, weekday: 'narrow' }))
  const month = once(() => new Intl.DateTimeFormat(locale, { ...UTC, month: 'long', year: 'numeric' }))
  const ago = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }))
  const tenths = once(
    () =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1
      })
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }))
  const countries = once(() => new Intl.DisplayNames(locale, { type: 'region', style: 'short' }))
  return {
    time: (at) => clock().format(at),
    dateOfDay: (day) => longDay().format(noonOf(day)),
    shortDate: (day) => shortDay().format(noonOf(day)),
    dayAndMonth: (day) => dayAndMonth().format(noonOf(day)),
    weekdayLetter: (day) => weekday().format(noonOf(day)),
    monthOf: (calendarMonth) => month().format(noonOf(`${calendarMonth}-15`)),
    relative: (at, now) => {
      const [unit, length] = UNITS.find(([, size]) => Math.abs(at - now) >= size) ?? ['second', Infinity]
      return ago().format(Math.trunc((at - now) / length), unit)
    },
    count: (value) => number().format(value),
    percent: (share) => percent().format(share),
    percentTenths: (value) => tenths().format(value / 100),
    list: (words) => list().format(words),
    country: (code) => countries().of(code) ?? code
  }
}

/** Formatters are slow to make and most screens need one or two. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

const BELGRADE = { timeZone: 'Europe/Belgrade' } as const
const UTC = { timeZone: 'UTC' } as const

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`)
