// The referrals of a period one a row, with the columns of NRC's referral form that our records carry. Like the participants, a row
// says no more than a table that may be told; whom it is of, what was agreed and what came of it are in none. Headings and answers
// are the form's own, in English.
import { meanRisk, RISK_LIMIT } from '#domain/disclosure/risk.ts'
import { suppress } from '#domain/disclosure/suppress.ts'
import { CITY } from '#domain/exports/detail.ts'
import { type Offered, type OfferRefusal, TOLD_AT_LEAST, type ToldRow } from '#domain/exports/offer.ts'
import { REFERRAL_DETAIL } from '#domain/exports/referral-steps.ts'
import type { Sheet } from '#domain/exports/sheet.ts'
import { NEEDS, type Sector, SECTORS } from '#domain/codes/needs.ts'
import { type Due, DUES } from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { codesIn, type DatedRecord } from '#domain/review/dated-record.ts'
import type { Period } from '#domain/review/period.ts'

/** `Individual` is left out: the number of a row is nobody's. */
export const REFERRAL_FORM_COLUMNS = [
  'ID',
  'Priority',
  'Referral date',
  'Reason for referral',
  'Type of referral'
] as const

/** Within 24 hours, 72 hours, two weeks: the three levels of the inter-agency form. */
const PRIORITY = { now: 'Emergency', soon: 'Urgent', weeks: 'Normal' } as const satisfies Record<Due, string>
const PRIORITY_OF: ReadonlyMap<string, string> = new Map(Object.entries(PRIORITY))

/** From finest to coarsest. What a level does not tell stands empty in every row. */
const LEVELS: readonly ((referral: DatedRecord) => string)[] = [
  (referral) => `${dueOf(referral)} ${sectorOf(referral)}`,
  (referral) => `${dueOf(referral)} `,
  () => ' '
]

/** `made` in the period. As finely as may be told; refused where only a longer period helps. */
export const offerForms = (made: readonly DatedRecord[], period: Period): Result<Offered, OfferRefusal> => {
  let risk = 0
  for (const codeOf of LEVELS) {
    const counts = countBy(made, codeOf)
    const table = { rows: [counts.map(({ referrals }) => referrals)], hasColumnSums: false }
    risk = meanRisk(table)
    if (risk >= RISK_LIMIT) continue
    const [told = []] = suppress(table).told
    const rows = counts.map(({ code }, at) => toldRow(code, told[at], period))
    const notTold = made.length - rows.reduce((sum, { total }) => sum + (total ?? 0), 0)
    if (made.length - notTold < made.length * TOLD_AT_LEAST) continue
    return accept({ detail: REFERRAL_DETAIL, rows, sums: [], risk, people: made.length, notTold })
  }
  return refuse({ risk, remedies: [] })
}

/** `sector` names a code in English. */
export function* referralFormRows(
  rows: readonly ToldRow[],
  { sector: nameOf }: { readonly sector: (code: string) => string }
): Generator<Sheet[number], undefined> {
  let number = 0
  for (const { from, code, total = 0 } of rows) {
    const [due = '', sector = ''] = code.split(' ')
    for (let referral = 0; referral < total; referral += 1) {
      number += 1
      yield [
        `R-${from}-${String(number).padStart(6, '0')}`,
        PRIORITY_OF.get(due),
        from,
        sector === '' ? undefined : nameOf(sector),
        'External'
      ]
    }
  }
}

const countBy = (made: readonly DatedRecord[], codeOf: (referral: DatedRecord) => string) => {
  const counts = new Map<string, number>()
  for (const referral of made) counts.set(codeOf(referral), (counts.get(codeOf(referral)) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, referrals]) => ({ code, referrals }))
}

const toldRow = (code: string, total: number | undefined, { from, to }: Period): ToldRow => ({
  from,
  to,
  zone: CITY,
  code,
  people: [],
  total,
  alone: undefined
})

/** What this version does not know is read as urgent, as everywhere. */
const dueOf = ({ fields }: DatedRecord): Due => DUES.find((known) => known === fields['due']) ?? 'now'

/** Of several the one that stands first in the list of sectors, so that a referral is one row. */
const sectorOf = ({ fields }: DatedRecord): Sector => {
  const sectors = new Set<string | undefined>(codesIn(fields, 'needs').map((need) => SECTOR_OF_NEED.get(need)))
  return SECTORS.find((sector) => sectors.has(sector)) ?? 'protection'
}

const SECTOR_OF_NEED: ReadonlyMap<string, Sector> = new Map(Object.entries(NEEDS))
