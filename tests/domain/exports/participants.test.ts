// The participants of an export as NRC CORE's importer takes them: what of a file it would refuse, said by a copy of its rules.
import { describe, expect, test } from 'vitest'
import { COUNTRIES } from '#domain/codes/countries.ts'
import { dataSheet, filesOf, markOf } from '#domain/exports/data-sheet.ts'
import { OTHER } from '#domain/exports/detail.ts'
import type { ToldRow } from '#domain/exports/offer.ts'
import { csvText, type Sheet, type SheetWords, toCsv } from '#domain/exports/sheet.ts'
import { faultsOfCore } from './core-format.ts'

const JULY = { from: '2018-07-02', to: '2018-07-08', zone: 'city', total: undefined, alone: undefined }
const told = (code: string, people: ToldRow['people']): ToldRow => ({ ...JULY, code, people })
const WORDS = { names: { organisation: 'Tim "Most", Beograd' } } as unknown as SheetWords

const sheetOf = (rows: readonly ToldRow[]): Sheet => {
  const { columns, rows: all } = dataSheet(rows, 'core', WORDS)
  return [columns.map(({ heading }) => heading), ...all()]
}
const fileOf = (rows: readonly ToldRow[]): string => markOf('core') + csvText(sheetOf(rows))

describe('The file for NRC CORE', () => {
  test('is taken, whatever country people are from, and whether or not that is told', () => {
    const rows = ['', OTHER, ...COUNTRIES].map((code) => told(code, [5, 6, undefined, 7]))
    expect(faultsOfCore(fileOf(rows))).toEqual([])
  })

  test('says a country by its code, and nothing where there is none', () => {
    const nationalities = (code: string) =>
      sheetOf([told(code, [1])])
        .at(-1)
        ?.at(-1)
    expect(['AF', 'SY', 'RU'].map(nationalities)).toEqual(['AFG', 'SYR', 'RUS'])
    expect(['', OTHER, 'XXA', 'XXX'].map(nationalities)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('calls nobody by an ID of CORE', () => {
    const [headings = [], ...people] = sheetOf([told('AF', [2])])
    expect(headings).not.toContain('ID')
    expect(people.map((person) => person[headings.indexOf('Internal ID')])).toEqual([
      '2018-07-02-000001',
      '2018-07-02-000002'
    ])
  })

  test('is parted where there are more people than CORE takes at once, and nobody is lost or there twice', () => {
    const rows = [told('AF', [9_000, 8_000, 7_000, 6_001])]
    const { count, rows: some } = dataSheet(rows, 'core', WORDS)
    const [headings = []] = sheetOf(rows)
    const files = filesOf('core', 'july', count)
    expect(files.map(({ name }) => name)).toEqual(['july-1', 'july-2', 'july-3', 'july-4'])
    const parts = files.map(({ from, limit }) => [...some(from, limit)])
    for (const part of parts) expect(faultsOfCore(markOf('core') + csvText([headings, ...part]))).toEqual([])
    expect(parts.flat()).toEqual([...some()])
    expect(filesOf('core', 'july', 10_000).map(({ name }) => name)).toEqual(['july'])
    expect(filesOf('arrivals', 'july', 30_001).map(({ name }) => name)).toEqual(['july'])
  })

  test('would be refused with a mark before it, an ID, a heading of another, a country by a name, or too many people', () => {
    const file = fileOf([told('AF', [1])])
    const renamed = (from: string, to: string) => faultsOfCore(file.replace(from, to))
    expect(faultsOfCore(toCsv(sheetOf([told('AF', [1])])))).toEqual(['no column "\uFEFFInternal ID"'])
    expect(renamed('Internal ID', 'ID')).toEqual(['ID: "2018-07-02-000001"'])
    expect(renamed('Last name', 'Surname')).toEqual(['no column "Surname"', 'lacks "Last name"'])
    expect(renamed('AFG', 'Afghanistan')).toEqual(['Nationality 1: "Afghanistan"'])
    expect(faultsOfCore(fileOf([told('AF', [10_001])]))).toEqual(['10001 people'])
  })
})
