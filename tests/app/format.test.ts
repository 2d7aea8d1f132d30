// What people read is the same in every language: our digits, our calendar, the clock on the wall in Belgrade.
import { describe, expect, it } from 'vitest'
import { createFormat } from '#app/language/format.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'

const SUMMER_EVENING = Date.parse('2018-07-03T19:42:00Z')
const WINTER_NIGHT = Date.parse('2018-01-03T23:05:00Z')
const HOUR = 3_600_000

describe.each(INTERFACE_LANGUAGES)('in %s', (language) => {
  const format = createFormat(language)

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

it.each([
  ['en', 'Tuesday, 3 July 2018', '5 hours ago', 'Afghanistan'],
  ['sr-Latn', 'utorak, 3. jul 2018.', 'pre 5 sati', 'Avganistan'],
  ['sr-Cyrl', 'уторак, 3. јул 2018.', 'пре 5 сати', 'Авганистан'],
  ['ar', 'الثلاثاء، 3 يوليو 2018', 'قبل 5 ساعات', 'أفغانستان'],
  ['fa', 'سه‌شنبه 3 ژوئیهٔ 2018', '5 ساعت پیش', 'افغانستان']
] as const satisfies readonly (readonly [InterfaceLanguage, string, string, string])[])(
  '%s has its own words for days, ages and countries',
  (language, ...[day, age, country]) => {
    const format = createFormat(language)
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
