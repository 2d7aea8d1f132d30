// Dates, ages, numbers and lists written by a table of ours, as `Intl` would write them if it knew the language.
import type { DatePattern, FormatTable, Written } from '#app/language/format-table.ts'
import type { PlannedLanguage } from '#domain/codes/languages.ts'

export const formatByTable = (language: PlannedLanguage, table: FormatTable): Written => {
  const { dates, weekdays, weekdayLetters, relative, list, countries } = table
  const date = (pattern: DatePattern) => (noon: number) => fillDate(pattern, new Date(noon))
  const number = (value: number, decimals: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat('en', decimals)
      .formatToParts(value)
      .map(({ type, value: written }) => (type === 'decimal' || type === 'group' ? table[type] : written))
      .join('')
  return {
    dateOfDay: date(dates.dateOfDay),
    shortDate: date(dates.shortDate),
    dayAndMonth: date(dates.dayAndMonth),
    monthOf: date(dates.monthOf),
    weekday: (noon) => weekdays[new Date(noon).getUTCDay()] ?? '',
    weekdayLetter: (noon) => weekdayLetters[new Date(noon).getUTCDay()] ?? '',
    relative: (value, unit) => {
      const { said, past, future } = relative[unit]
      // No form of its own means the common one; -0 is 0.
      const forms = value < 0 ? past : future
      const form = new Intl.PluralRules(language).select(Math.abs(value))
      return said[String(value)] ?? (forms[form] ?? forms.other ?? '').replace('{n}', number(Math.abs(value)))
    },
    number,
    percent: (share, decimals) => {
      const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      return table.percent.replace('{n}', number(share * 100, fixed))
    },
    list: (words) => {
      const { pair, between, last } = list
      if (words.length === 2) return words.join(pair)
      return words.map((word, at) => (at === 0 ? '' : at === words.length - 1 ? last : between) + word).join('')
    },
    country: (code) => countries[code] ?? code
  }
}

const fillDate = ({ pattern, months, weekdays }: DatePattern, date: Date): string =>
  pattern
    .replace('{weekday}', weekdays[date.getUTCDay()] ?? '')
    .replace('{day}', String(date.getUTCDate()))
    .replace('{month}', months[date.getUTCMonth()] ?? '')
    .replace('{year}', String(date.getUTCFullYear()))
