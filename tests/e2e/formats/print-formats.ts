// Runs in the page: everything a formatter writes, in every language that is planned.
import { loadWritten } from '#app/language/bundles.ts'
import { createFormat } from '#app/language/format.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import { PLANNED_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => `2018-${String(at + 1).padStart(2, '0')}`)
const WEEK = [0, 1, 2, 3, 4, 5, 6]
const MINUTE = 60_000
const AGES = [0, 1, 5, 60, 300, 1_440, 2_880, 7_200, 43_200]

const print = async (language: PlannedLanguage): Promise<string[]> => {
  const format = createFormat(language, await loadWritten(language))
  const days = [...MONTHS.map((month) => `${month}-03`), ...WEEK.map((day) => `2018-07-0${day + 1}`)]
  return [
    ...MONTHS.map(format.monthOf),
    ...days.flatMap((day) => [format.dateOfDay(day), format.dayAndMonth(day), format.shortDate(day)]),
    ...WEEK.map(format.weekday),
    ...days.map(format.weekdayLetter),
    ...AGES.map((age) => format.relative(0, age * MINUTE)),
    format.relative(1_440 * MINUTE, 0),
    format.time(0),
    format.count(1_234_567),
    format.percent(0.4),
    format.percentTenths(67.1),
    format.list(['1', '2', '3']),
    ...COUNTRIES.filter((code) => !code.startsWith('XX')).map(format.country)
  ]
}

export const printFormats = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries(await Promise.all(PLANNED_LANGUAGES.map(async (id) => [id, await print(id)] as const)))

Object.assign(globalThis, { printFormats })
