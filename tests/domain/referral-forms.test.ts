// The referrals of a period as NRC's form has them: as finely as may be told, each row once, and nobody in it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEED_CODES, SECTORS } from '#domain/codes/needs.ts'
import { REFERRAL_FORM_COLUMNS, referralFormRows, offerForms } from '#domain/exports/referral-forms.ts'
import { SMALLEST_CELL } from '#domain/disclosure/suppress.ts'
import { RISK_LIMIT } from '#domain/disclosure/risk.ts'
import { DUES } from '#domain/records/referral.ts'
import type { DatedRecord } from '#domain/review/dated-record.ts'
import { monthPeriod } from '#domain/review/period.ts'

const JULY = monthPeriod('2018-07')
const names = { sector: (code: string) => `the sector ${code}` }

const referrals = (count: number, fields: Partial<DatedRecord['fields']>): DatedRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${JSON.stringify(fields)} ${at}`,
    type: 'referral',
    met: '2018-07-12T10',
    author: 'mina',
    disputed: [],
    fields: { arrival: 'somebody', provider: 'atina', consent: 'worker', told: ['people'], state: 'made', ...fields }
  })) as unknown as DatedRecord[]

const rowsOf = (made: readonly DatedRecord[]) => {
  const offer = offerForms(made, JULY)
  return offer.ok ? [...referralFormRows(offer.value.rows, names)] : undefined
}

describe("NRC's referral form", () => {
  test('has a row for each referral: how urgent, for what, made when; and nothing of whom', () => {
    const made = [
      ...referrals(90, { due: 'now', needs: ['medical'] }),
      ...referrals(60, { due: 'weeks', needs: ['accommodation', 'legal_aid'] })
    ]
    const rows = rowsOf(made) ?? []
    expect(rows).toHaveLength(150)
    expect(rows[0]).toEqual(['R-2018-07-01-000001', 'Emergency', '2018-07-01', 'the sector health', 'External'])
    // Of two needs the sector that comes first.
    expect(rows.at(-1)).toEqual(['R-2018-07-01-000150', 'Normal', '2018-07-01', 'the sector protection', 'External'])
    expect(rows.every((row) => row.length === REFERRAL_FORM_COLUMNS.length)).toBe(true)
    expect(new Set(rows.map(([id]) => id)).size).toBe(150)
    expect(JSON.stringify(rows)).not.toMatch(/somebody|atina|mina|2018-07-12|worker/)
  })

  test('leaves out what few share, says less where it would tell too much, and nothing of a few', () => {
    const some = [
      ...referrals(80, { due: 'now', needs: ['medical'] }),
      ...referrals(70, { due: 'soon', needs: ['food'] })
    ]
    const rare = [...some, ...referrals(2, { due: 'weeks', needs: ['school'] })]
    const offer = offerForms(rare, JULY)
    expect(offer.ok && [offer.value.people, offer.value.notTold]).toEqual([152, 72])
    const spread = SECTORS.flatMap((_, at) =>
      referrals(10, { due: DUES[at % 3] ?? 'now', needs: [NEED_CODES[at * 3] ?? 'food'] })
    )
    const coarse = rowsOf([...spread, ...referrals(60, { due: 'now', needs: ['medical'] })]) ?? []
    expect(coarse.map(([, , , reason]) => reason)).toEqual(coarse.map(() => undefined))
    expect(rowsOf(referrals(20, { due: 'now', needs: ['medical'] }))).toBeUndefined()
    expect(rowsOf([])).toEqual([])
  })

  test('tells of any month only what five share, in a table that nobody is known again in', () => {
    const kind = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      due: fc.constantFrom(...DUES),
      needs: fc.uniqueArray(fc.constantFrom(...NEED_CODES), { minLength: 1, maxLength: 3 })
    })
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 12 }), (kinds) => {
        const made = kinds.flatMap(({ count, ...fields }) => referrals(count, fields))
        const offer = offerForms(made, JULY)
        if (!offer.ok) return
        const { rows, people, notTold, risk } = offer.value
        const told = [...referralFormRows(rows, names)]
        expect(risk).toBeLessThan(RISK_LIMIT)
        expect(told.length + notTold).toBe(people)
        const alike = Map.groupBy(told, ([, priority, , reason]) => `${String(priority)} ${String(reason)}`)
        for (const group of alike.values()) expect(group.length).toBeGreaterThanOrEqual(SMALLEST_CELL)
        const hidden = rows.filter(({ total }) => total === undefined)
        // With the sum known, one number that is missing would be told by the others.
        expect(hidden).not.toHaveLength(1)
      })
    )
  })
})
