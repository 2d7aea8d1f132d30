// What people read is the same in every language: our digits, our calendar, the clock on the wall in Belgrade.
import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { FORMAT_CORRECTIONS } from '#app/build/format-corrections.ts'
import { pathOfTable, tableOf } from '#app/build/make-format-tables.ts'
import { loadWritten } from '#app/language/bundles.ts'
import { TABLED_LANGUAGES } from '#app/language/format-table.ts'
import { createFormat, type Format } from '#app/language/format.ts'
import { dayPlus, monthOfDay } from '#domain/belgrade-time.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import { PLANNED_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'

const SUMMER_EVENING = Date.parse('2018-07-03T19:42:00Z')
const WINTER_NIGHT = Date.parse('2018-01-03T23:05:00Z')
const HOUR = 3_600_000

const formatIn = async (language: PlannedLanguage) => createFormat(language, await loadWritten(language))

describe.each(PLANNED_LANGUAGES)('in %s', (language) => {
  let format: Format

  beforeAll(async () => {
    format = await formatIn(language)
  })

  it('the time is that of the clock in Belgrade, summer and winter', () => {
    expect(format.time(SUMMER_EVENING)).toBe('21:42')
    expect(format.time(WINTER_NIGHT)).toBe('00:05')
  })

  it('a day is a Gregorian one in digits 0–9', () => {
    for (const written of [format.dateOfDay('2018-07-03'), format.shortDate('2018-07-03')]) {
      expect(written).toMatch(/2018/)
    }
    for (const written of [
      format.dateOfDay('2018-07-03'),
      format.shortDate('2018-07-03'),
      format.dayAndMonth('2018-07-03')
    ]) {
      expect(written).toMatch(/\b0?3\b/)
      expect(written).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/u)
    }
  })

  it('numbers and ages are written in digits 0–9', () => {
    expect(format.count(450)).toBe('450')
    expect(format.relative(0, 5 * HOUR)).toMatch(/5/)
    expect(format.percent(0.4)).toMatch(/40/)
  })
})

describe.each(TABLED_LANGUAGES)('in %s, on a phone of Egypt whose browser does not know the language', (language) => {
  afterEach(() => void vi.unstubAllGlobals())

  it('the time is in digits 0–9 all the same', async () => {
    const { DateTimeFormat } = Intl
    const inEgypt = function (locale: string, options: Intl.DateTimeFormatOptions) {
      return new DateTimeFormat(locale.startsWith(language) ? 'ar-EG' : locale, options)
    }
    vi.stubGlobal('Intl', { ...intlParts(), DateTimeFormat: inEgypt })
    const format = await formatIn(language)
    expect(format.time(SUMMER_EVENING)).toBe('21:42')
    expect(format.time(WINTER_NIGHT)).toBe('00:05')
  })
})

/** Its parts are not enumerable. */
const intlParts = () =>
  Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Reflect.get(Intl, name)]))

describe.each(TABLED_LANGUAGES)('the table of %s', (language) => {
  it('is what the Node of the project knows: run node src/app/build/make-format-tables.ts', () => {
    expect(JSON.parse(readFileSync(pathOfTable(language), 'utf8'))).toEqual(tableOf(language))
  })

  it('writes every day, age, number and country as Node does, but for what is corrected', async () => {
    const [ours, known] = [await formatIn(language), createFormat(language)]
    const { dates = {}, relative = {}, weekdayLetters, list } = FORMAT_CORRECTIONS[language] ?? {}
    for (let day = '2018-01-01'; day < '2019-01-01'; day = dayPlus(day, 1)) {
      for (const form of ['dateOfDay', 'shortDate', 'dayAndMonth'] as const) {
        if (dates[form] === undefined) expect(ours[form](day)).toBe(known[form](day))
      }
      if (dates.monthOf === undefined) expect(ours.monthOf(monthOfDay(day))).toBe(known.monthOf(monthOfDay(day)))
      if (weekdayLetters === undefined) expect(ours.weekdayLetter(day)).toBe(known.weekdayLetter(day))
    }
    for (const weekday of [0, 1, 2, 3, 4, 5, 6]) expect(ours.weekday(weekday)).toBe(known.weekday(weekday))
    for (const [unit, length] of Object.entries({
      second: HOUR / 3600,
      minute: HOUR / 60,
      hour: HOUR,
      day: 24 * HOUR
    })) {
      if (Object.hasOwn(relative, unit)) continue
      for (const many of [0, 1, 2, 3, 5, 20]) {
        for (const at of [many * length, -many * length]) {
          expect(ours.relative(at, 0), `${at} ms`).toBe(known.relative(at, 0))
        }
      }
    }
    for (const number of [0, 7, 999, 1_000, 12_345, 1_234_567]) expect(ours.count(number)).toBe(known.count(number))
    for (const share of [0, 0.404, 1]) expect(ours.percent(share)).toBe(known.percent(share))
    for (const percent of [0, 67.14, 100]) expect(ours.percentTenths(percent)).toBe(known.percentTenths(percent))
    for (const words of ['', 'a', 'ab', 'abc', 'abcd'].map((letters) => [...letters])) {
      if (list === undefined) expect(ours.list(words)).toBe(known.list(words))
    }
    for (const country of COUNTRIES.filter((code) => !code.startsWith('XX'))) {
      expect(ours.country(country)).toBe(known.country(country))
      expect(ours.country(country)).not.toBe(country)
    }
  })
})

it.each([
  ['en', 'Tuesday, 3 July 2018', '5 hours ago', 'Afghanistan'],
  ['sr-Latn', 'utorak, 3. jul 2018.', 'pre 5 sati', 'Avganistan'],
  ['sr-Cyrl', 'уторак, 3. јул 2018.', 'пре 5 сати', 'Авганистан'],
  ['ar', 'الثلاثاء، 3 يوليو 2018', 'قبل 5 ساعات', 'أفغانستان'],
  ['fa', 'سه‌شنبه 3 ژوئیهٔ 2018', '5 ساعت پیش', 'افغانستان'],
  ['fa-AF', 'سه‌شنبه 3 جولای 2018', '5 ساعت پیش', 'افغانستان'],
  ['ps', 'درېنۍ د 2018 د جولای 3', '5 ساعتونه مخکې', 'افغانستان'],
  ['ur', 'منگل، 3 جولائی، 2018', '5 گھنٹے پہلے', 'افغانستان'],
  ['ckb', 'سێشەممە، 3\u200cی تەمووزی 2018', '5 کاتژمێر لەمەوبەر', 'ئەفغانستان'],
  ['ku-Latn', 'sêşem, 3\u200cê tîrmeha 2018an', 'berî 5 saetan', 'Efxanistan'],
  ['tr', '3 Temmuz 2018 Salı', '5 saat önce', 'Afganistan'],
  ['fr', 'mardi 3 juillet 2018', 'il y a 5 heures', 'Afghanistan'],
  ['bn', 'মঙ্গলবার, 3 জুলাই, 2018', '5 ঘণ্টা আগে', 'আফগানিস্তান'],
  ['so', 'Talaado, Luulyo 3, 2018', '5 saacadood kahor', 'Afgaanistaan'],
  ['ti', 'ሰሉስ፣ 3 ሓምለ 2018', 'ቅድሚ 5 ሰዓት', 'ኣፍጋኒስታን'],
  ['es', 'martes, 3 de julio de 2018', 'hace 5 horas', 'Afganistán']
] as const satisfies readonly (readonly [PlannedLanguage, string, string, string])[])(
  '%s has its own words for days, ages and countries',
  async (language, ...[day, age, country]) => {
    const format = await formatIn(language)
    expect(format.dateOfDay('2018-07-03')).toBe(day)
    expect(format.relative(0, 5 * HOUR)).toBe(age)
    expect(format.country('AF')).toBe(country)
  }
)

it('an age is told in the largest unit that is full, and never as older than it is', () => {
  const { relative } = createFormat('en')
  const ages = [0.5, 59.9 / 60, 1, 23.9, 24, 47.9, 72].map((hours) => relative(0, hours * HOUR))
  expect(ages).toEqual([
    '30 minutes ago',
    '59 minutes ago',
    '1 hour ago',
    '23 hours ago',
    'yesterday',
    'yesterday',
    '3 days ago'
  ])
  expect(relative(0, 20_000)).toBe('now')
})
