// The referrals of a period as NRC's form has them: every column of it, as finely as may be told, each row once, and nobody in it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEED_CODES, SECTORS } from '#domain/codes/needs.ts'
import {
  COMMON_AGENCY_REFERRALS,
  formAnswers,
  offerForms,
  REFERRAL_FORM_COLUMNS,
  referralFormRows
} from '#domain/exports/referral-forms.ts'
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

const ARRIVALS: Readonly<Record<string, DatedRecord['fields']>> = {
  man: { men: 1 },
  child: { boys: 1, girls: 1 },
  family: { men: 1, women: 1, girls: 2 }
}
const AGENCIES: Readonly<Record<string, string>> = { clinic: 'Clinic of the river', quiet: 'House in confidence' }

const offer = (made: readonly DatedRecord[]) =>
  offerForms(formAnswers(made, { arrivalOf: (id) => ARRIVALS[id], agencyOf: (id) => AGENCIES[id] }), JULY)

/** What is filled in of each row, by heading. */
const formsOf = (made: readonly DatedRecord[]) => {
  const offered = offer(made)
  if (!offered.ok) return undefined
  return [...referralFormRows(offered.value.rows, names)].map((row) =>
    Object.fromEntries(
      REFERRAL_FORM_COLUMNS.flatMap(({ heading }, at) => (row[at] === undefined ? [] : [[heading, row[at]]]))
    )
  )
}

describe("NRC's referral form", () => {
  test('has every column of the form, and fills in all that a referral carries', () => {
    expect(REFERRAL_FORM_COLUMNS.map(({ heading }) => heading)).toEqual([
      'ID',
      'Individual',
      'Priority',
      'Referred via',
      'Referral date',
      'Receiving agency',
      'Name of partner case worker',
      'Position of person receiving referral',
      'Contact of person receiving referral',
      'Consent to release information',
      'Has the person expressed any restrictions on referrals?',
      'Is the beneficiary a minor',
      'Name of the primary caregiver',
      'Relationship to the child',
      'Has the caregiver been informed of the referral?',
      'Reason for referral',
      'Type of referral'
    ])
    const made = [
      ...referrals(90, { arrival: 'man', due: 'now', needs: ['medical'], provider: 'clinic' }),
      ...referrals(60, {
        arrival: 'child',
        due: 'weeks',
        needs: ['accommodation', 'legal_aid'],
        consent: 'best_interest'
      })
    ]
    const forms = formsOf(made) ?? []
    expect(forms).toHaveLength(150)
    expect(forms[0]).toEqual({
      ID: 'R-2018-07-01-000001',
      Priority: 'Emergency',
      'Referral date': '2018-07-01',
      'Receiving agency': 'Clinic of the river',
      'Consent to release information': 'Yes',
      'Is the beneficiary a minor': 'No',
      'Reason for referral': 'the sector health',
      'Type of referral': 'External'
    })
    // Of two needs the sector that comes first; an organisation the directory has no longer stands without a name.
    expect(forms.at(-1)).toEqual({
      ID: 'R-2018-07-01-000150',
      Priority: 'Normal',
      'Referral date': '2018-07-01',
      'Consent to release information': 'No',
      'Is the beneficiary a minor': 'Yes',
      'Reason for referral': 'the sector protection',
      'Type of referral': 'External'
    })
    expect(new Set(forms.map(({ ID }) => ID)).size).toBe(150)
    expect(JSON.stringify(forms)).not.toMatch(/somebody|atina|mina|2018-07-12|worker|interest/)
  })

  test('does not guess of a family or of somebody who is not here whether it is a child', () => {
    const minor = (arrival: string, more: Partial<DatedRecord['fields']> = {}) =>
      formsOf(referrals(60, { arrival, needs: ['medical'], ...more }))?.[0]?.['Is the beneficiary a minor']
    expect(minor('child')).toBe('Yes')
    expect(minor('man')).toBe('No')
    expect(minor('family')).toBeUndefined()
    expect(minor('nobody')).toBeUndefined()
    expect(minor('family', { consent: 'best_interest' })).toBe('Yes')
  })

  test('names only organisations that many were referred to, and none that helps in confidence', () => {
    const agencies = (made: readonly DatedRecord[]) => new Set(formsOf(made)?.map((form) => form['Receiving agency']))
    const many = referrals(200, { arrival: 'man', needs: ['medical'], provider: 'clinic' })
    const few = referrals(COMMON_AGENCY_REFERRALS - 1, { arrival: 'man', needs: ['medical'], provider: 'quiet' })
    const enough = referrals(COMMON_AGENCY_REFERRALS, { arrival: 'man', needs: ['medical'], provider: 'quiet' })
    const told = referrals(1, { arrival: 'man', needs: ['medical', 'gbv_support'], provider: 'quiet' })
    expect(agencies([...many, ...few])).toEqual(new Set(['Clinic of the river', undefined]))
    expect(agencies([...many, ...enough])).toEqual(new Set(['Clinic of the river', 'House in confidence']))
    expect(agencies([...many, ...enough, ...told])).toEqual(new Set(['Clinic of the river', undefined]))
  })

  test('leaves out what few share, says less where it would tell too much, and nothing of a few', () => {
    const some = [
      ...referrals(80, { due: 'now', needs: ['medical'] }),
      ...referrals(70, { due: 'soon', needs: ['food'] })
    ]
    const rare = [...some, ...referrals(2, { due: 'weeks', needs: ['school'] })]
    const offered = offer(rare)
    expect(offered.ok && [offered.value.people, offered.value.notTold]).toEqual([152, 72])
    const spread = SECTORS.flatMap((_, at) =>
      referrals(10, { due: DUES[at % 3] ?? 'now', needs: [NEED_CODES[at * 3] ?? 'food'] })
    )
    const coarse = formsOf([...spread, ...referrals(60, { due: 'now', needs: ['medical'] })]) ?? []
    expect(coarse.length).toBeGreaterThan(60)
    expect(coarse.map((form) => form['Reason for referral'])).toEqual(coarse.map(() => undefined))
    expect(formsOf(referrals(20, { due: 'now', needs: ['medical'] }))).toBeUndefined()
    expect(formsOf([])).toEqual([])
  })

  test('tells of any month only what five share, in a table that nobody is known again in', () => {
    const kind = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      arrival: fc.constantFrom('man', 'child', 'family', 'nobody'),
      provider: fc.constantFrom('clinic', 'quiet', 'elsewhere'),
      consent: fc.constantFrom('worker', 'interpreter', 'best_interest'),
      due: fc.constantFrom(...DUES),
      needs: fc.uniqueArray(fc.constantFrom(...NEED_CODES), { minLength: 1, maxLength: 3 })
    })
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 12 }), (kinds) => {
        const made = kinds.flatMap(({ count, ...fields }) => referrals(count, fields))
        const offered = offer(made)
        if (!offered.ok) return
        const { rows, people, notTold, risk } = offered.value
        const told = formsOf(made) ?? []
        expect(risk).toBeLessThan(RISK_LIMIT)
        expect(told.length + notTold).toBe(people)
        const alike = Map.groupBy(told, (form) => JSON.stringify({ ...form, ID: '' }))
        for (const group of alike.values()) expect(group.length).toBeGreaterThanOrEqual(SMALLEST_CELL)
        const hidden = rows.filter(({ total }) => total === undefined)
        // With the sum known, one number that is missing would be told by the others.
        expect(hidden).not.toHaveLength(1)
      })
    )
  })
})
