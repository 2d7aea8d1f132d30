import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppress, type ToldTable } from '#domain/disclosure/suppress.ts'
import { cellsOf, type CountTable } from '#domain/disclosure/table.ts'
import { boundsOf } from '#tests/domain/disclosure/solver.ts'

const SEED = Number(process.env['SEED'])

const recoverable = (told: ToldTable, hasColumnSums: boolean): number =>
  boundsOf(told, hasColumnSums).filter(({ least, most }) => least === most).length

const aTable = fc
  .record({ width: fc.integer({ min: 1, max: 5 }), hasColumnSums: fc.boolean() })
  .chain(({ width, hasColumnSums }) =>
    fc.record({
      rows: fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
          minLength: width,
          maxLength: width
        }),
        { minLength: 1, maxLength: 8 }
      ),
      hasColumnSums: fc.constant(hasColumnSums)
    })
  )

describe('numbers that are not told', () => {
  test('hides a second number where one alone could be worked out by subtracting', () => {
    const told = suppress({ rows: [[20, 3, 9, 30]], hasColumnSums: false }).told
    expect(told).toEqual([[20, undefined, undefined, 30, 62]])
  })

  test('hides a third where two could only be one person each', () => {
    const told = suppress({ rows: [[1, 1, 40, 30]], hasColumnSums: false }).told
    expect(told[0]?.filter((count) => count === undefined)).toHaveLength(3)
  })

  test('tells 0, and everything when nothing is small', () => {
    const table: CountTable = { rows: [[5, 0], [0, 12]], hasColumnSums: true } // prettier-ignore
    expect(suppress(table).told).toEqual([
      [5, 0, 5],
      [0, 12, 12],
      [5, 12, 17]
    ])
    expect(suppress({ rows: [], hasColumnSums: true }).told).toEqual([[0]])
  })

  test('hides the sum too where a small number stands alone', () => {
    expect(suppress({ rows: [[0, 3, 0]], hasColumnSums: false }).told).toEqual([[0, undefined, 0, undefined]])
  })

  test('cannot be worked out from what is told, whatever the table (solved as a linear program)', () => {
    fc.assert(
      fc.property(aTable, (table) => {
        const suppressed = suppress(table)
        const small = cellsOf(table).filter(({ people }) => people > 0 && people < 5)
        const hidden = new Set(suppressed.hidden)
        expect(small.every(({ row, column }) => suppressed.told[row]?.[column] === undefined)).toBe(true)
        expect([...hidden].every(({ people }) => people > 0)).toBe(true)
        expect(recoverable(suppressed.told, table.hasColumnSums)).toBe(0)
      }),
      { seed: SEED, numRuns: 500 }
    )
  })

  test('could be worked out if only the small ones were hidden: the solver sees it', () => {
    const naive = [
      [20, undefined, 23],
      [10, 8, 18],
      [30, 11, 41]
    ]
    expect(boundsOf(naive, true)).toEqual([{ row: 0, column: 1, least: 3, most: 3 }])
  })
})
