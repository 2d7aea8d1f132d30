// Dates, ages, numbers and lists as the browser writes them.
import type { Written } from '#app/language/format-table.ts'
import { once } from '#app/language/once.ts'

export const formatByIntl = (locale: string): Written => {
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))
    return (noon: number) => format().format(noon)
  }
  const ago = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const number = once(() => new Intl.NumberFormat(locale))
  const percents = [0, 1].map((decimals) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'percent',
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals
        })
    )
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }))
  const countries = once(() => new Intl.DisplayNames(locale, { type: 'region', style: 'short' }))
  return {
    dateOfDay: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: date({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayAndMonth: date({ weekday: 'short', day: 'numeric', month: 'long' }),
    weekdayLetter: date({ weekday: 'narrow' }),
    weekday: date({ weekday: 'long' }),
    monthOf: date({ month: 'long', year: 'numeric' }),
    relative: (value, unit) => ago().format(value, unit),
    number: (value) => number().format(value),
    percent: (share, decimals) => (percents[decimals]?.() ?? number()).format(share),
    list: (words) => list().format(words),
    country: (code) => countries().of(code) ?? code
  }
}
