// Makes `src/app/language/tables`: the Node of the project knows all our languages where browsers do not. Run by hand when
// that Node or the list of countries changes: `node src/app/build/make-format-tables.ts`, then `npm run format`. A test
// holds the files to it.
import { writeFileSync } from 'node:fs'
import { FORMAT_CORRECTIONS } from '#app/build/format-corrections.ts'
import {
  type DatePattern,
  type FormatTable,
  type RelativeUnit,
  TABLED_LANGUAGES,
  type TabledLanguage
} from '#app/language/format-table.ts'
import { COUNTRIES, SPECIAL_COUNTRIES } from '#domain/codes/countries.ts'

const DAY_MS = 86_400_000
/** A Sunday. */
const SUNDAY = Date.UTC(2018, 6, 1)
const WEEK = Array.from({ length: 7 }, (_, at) => SUNDAY + at * DAY_MS)
const YEAR = Array.from({ length: 12 }, (_, month) => Date.UTC(2018, month, 3))

export const tableOf = (language: TabledLanguage): FormatTable => {
  const { dates: patterns = {}, relative = {}, ...others } = FORMAT_CORRECTIONS[language] ?? {}
  const known = knownTable(language)
  const dates = { ...known.dates }
  for (const [name, { pattern, months }] of Object.entries(patterns)) {
    const date = name as keyof FormatTable['dates']
    dates[date] = { ...known.dates[date], pattern, ...(months && { months: known.dates[months].months }) }
  }
  return { ...known, dates, relative: { ...known.relative, ...relative }, ...others }
}

export const pathOfTable = (language: TabledLanguage): URL =>
  new URL(`../language/tables/${language}.json`, import.meta.url)

const knownTable = (language: TabledLanguage): FormatTable => {
  const locale = `${language}-u-ca-gregory-nu-latn`
  const date = (options: Intl.DateTimeFormatOptions) => patternOf(locale, options)
  const weekdays = (weekday: 'long' | 'narrow') => namesIn(locale, { weekday }, 'weekday')
  const number = new Intl.NumberFormat(locale).formatToParts(12_345.6)
  const ofNumber = (type: 'decimal' | 'group') => number.find((part) => part.type === type)?.value ?? ''
  const countries = new Intl.DisplayNames(locale, { type: 'region', style: 'short' })
  return {
    dates: {
      dateOfDay: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      dayAndMonth: date({ weekday: 'short', day: 'numeric', month: 'long' }),
      shortDate: date({ day: 'numeric', month: 'short', year: 'numeric' }),
      monthOf: date({ month: 'long', year: 'numeric' })
    },
    weekdays: weekdays('long'),
    weekdayLetters: weekdays('narrow'),
    relative: {
      second: relativeOf(language, locale, 'second'),
      minute: relativeOf(language, locale, 'minute'),
      hour: relativeOf(language, locale, 'hour'),
      day: relativeOf(language, locale, 'day')
    },
    decimal: ofNumber('decimal'),
    group: ofNumber('group'),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(0.4).replace('40', '{n}'),
    list: listOf(locale),
    countries: Object.fromEntries(
      COUNTRIES.filter((code) => !(SPECIAL_COUNTRIES as readonly string[]).includes(code)).map((code) => [
        code,
        countries.of(code) ?? code
      ])
    )
  }
}

const patternOf = (locale: string, options: Intl.DateTimeFormatOptions): DatePattern => ({
  pattern: partsOf(locale, options, SUNDAY)
    .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
    .join(''),
  months: namesIn(locale, options, 'month'),
  weekdays: options.weekday === undefined ? [] : namesIn(locale, options, 'weekday')
})

const namesIn = (locale: string, options: Intl.DateTimeFormatOptions, named: 'month' | 'weekday'): string[] =>
  (named === 'month' ? YEAR : WEEK).map(
    (at) => partsOf(locale, options, at).find(({ type }) => type === named)?.value ?? ''
  )

const partsOf = (locale: string, options: Intl.DateTimeFormatOptions, at: number) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(at)

const relativeOf = (language: string, locale: string, unit: RelativeUnit) => {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const rules = new Intl.PluralRules(language)
  const said = [-2, -1, 0, 1, 2].flatMap((value) => {
    const parts = format.formatToParts(value, unit)
    return parts.length === 1 && parts[0]?.type === 'literal' ? [[String(value), parts[0].value] as const] : []
  })
  // Two is 'other' where one is not; nobody here has more forms.
  const counted = (sign: 1 | -1) =>
    Object.fromEntries(
      [1, 2].map((value) => {
        const text = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
          .formatToParts(sign * value, unit)
          .map(({ type, value: written }) => (type === 'integer' ? '{n}' : written))
          .join('')
        return [rules.select(value), text]
      })
    )
  return { said: Object.fromEntries(said), past: counted(-1), future: counted(1) }
}

const listOf = (locale: string): FormatTable['list'] => {
  const format = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  const literals = (words: string[]) =>
    format
      .formatToParts(words)
      .filter(({ type }) => type === 'literal')
      .map(({ value }) => value)
  const [pair = ''] = literals(['a', 'b'])
  const [between = '', , last = ''] = literals(['a', 'b', 'c', 'd'])
  return { pair, between, last }
}

const write = () => {
  for (const language of TABLED_LANGUAGES) writeFileSync(pathOfTable(language), JSON.stringify(tableOf(language)))
}

if (import.meta.main) write()
