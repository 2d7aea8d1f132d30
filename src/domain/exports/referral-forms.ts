// The referrals of a period one a row, in all columns of NRC's Protection Referral Form. What our records carry is filled in as
// finely as a table of it may be told, so that no row says more than that; what they do not carry stands empty. Headings and
// answers are the form's own, in English.
import { meanRisk, RISK_LIMIT } from '#domain/disclosure/risk.ts'
import { suppress } from '#domain/disclosure/suppress.ts'
import { CITY } from '#domain/exports/detail.ts'
import { type Offered, type OfferRefusal, TOLD_AT_LEAST, type ToldRow } from '#domain/exports/offer.ts'
import { REFERRAL_DETAIL } from '#domain/exports/referral-steps.ts'
import type { Sheet } from '#domain/exports/sheet.ts'
import type { SharedFields } from '#domain/code.ts'
import { NEEDS, type Sector, SECTORS, toldNeedOf } from '#domain/codes/needs.ts'
import { countField } from '#domain/records/arrival.ts'
import { BEST_INTEREST, CONSENTS, type Due, DUES } from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { codesIn, compare, type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import type { Period } from '#domain/review/period.ts'

/** In the order of the form; the number before it is the row's own, and nobody's. */
export const REFERRAL_FORM_COLUMNS = [
  { id: 'id', heading: 'ID', tag: '#meta+id' },
  { id: 'individual', heading: 'Individual', tag: '' },
  { id: 'priority', heading: 'Priority', tag: '#severity' },
  { id: 'via', heading: 'Referred via', tag: '#channel' },
  { id: 'date', heading: 'Referral date', tag: '#date+start' },
  { id: 'agency', heading: 'Receiving agency', tag: '#org+impl' },
  { id: 'worker', heading: 'Name of partner case worker', tag: '' },
  { id: 'position', heading: 'Position of person receiving referral', tag: '' },
  { id: 'contact', heading: 'Contact of person receiving referral', tag: '' },
  { id: 'consent', heading: 'Consent to release information', tag: '' },
  { id: 'restrictions', heading: 'Has the person expressed any restrictions on referrals?', tag: '' },
  { id: 'minor', heading: 'Is the beneficiary a minor', tag: '' },
  { id: 'caregiver', heading: 'Name of the primary caregiver', tag: '' },
  { id: 'relationship', heading: 'Relationship to the child', tag: '' },
  { id: 'informed', heading: 'Has the caregiver been informed of the referral?', tag: '' },
  { id: 'reason', heading: 'Reason for referral', tag: '#sector+name' },
  { id: 'type', heading: 'Type of referral', tag: '' }
] as const

/** What a referral carries, the most wanted first. An empty text is not known, or not told. */
const CARRIED = ['priority', 'reason', 'minor', 'consent', 'agency'] as const
export type FormAnswers = Readonly<Record<(typeof CARRIED)[number], string>>

type Around = {
  /** Of the arrival it was made for; undefined where it is not here. */
  readonly arrivalOf: (id: string) => SharedFields | undefined
  /** The organisation by its id in the directory. */
  readonly agencyOf: (id: string) => string | undefined
}

/** Within 24 hours, 72 hours, two weeks: the three levels of the inter-agency form. */
export const PRIORITY = { now: 'Emergency', soon: 'Urgent', weeks: 'Normal' } as const satisfies Record<Due, string>
export const YES = 'Yes'
export const NO = 'No'
const UNKNOWN = ''
/** Every referral leads to another organisation. */
export const EXTERNAL = 'External'

/** `made` in the period; one answer set each. */
export const formAnswers = (made: readonly DatedRecord[], { arrivalOf, agencyOf }: Around): FormAnswers[] => {
  const named = namedAgencies(made)
  return made.map(({ fields }) => {
    const provider = findCode(fields, 'provider') ?? ''
    return {
      priority: PRIORITY[dueOf(fields)],
      reason: sectorOf(fields),
      minor: minorOf(fields, arrivalOf(findCode(fields, 'arrival') ?? '')),
      consent: consentOf(fields),
      agency: named.has(provider) ? (agencyOf(provider) ?? '') : ''
    }
  })
}

/** As much of the answers as may be told; refused where only a longer period helps. */
export const offerForms = (answers: readonly FormAnswers[], period: Period): Result<Offered, OfferRefusal> => {
  let best = tryToTell(answers, [], period)
  if (!best.ok) return best
  let told: readonly (keyof FormAnswers)[] = []
  for (const column of CARRIED) {
    const more = tryToTell(answers, [...told, column], period)
    if (more.ok) [best, told] = [more, [...told, column]]
  }
  return best
}

/** `sector` names a code in English. */
export function* referralFormRows(
  rows: readonly ToldRow[],
  { sector: nameOf }: { readonly sector: (code: string) => string }
): Generator<Sheet[number], undefined> {
  let [number, month] = [0, '']
  for (const { from, code, total = 0 } of rows) {
    // Counted anew in each month, so that a referral is called the same in a file of several.
    if (from !== month) [number, month] = [0, from]
    const { reason, ...answers } = codeToAnswers(code)
    for (let referral = 0; referral < total; referral += 1) {
      number += 1
      const filled: Readonly<Record<string, string>> = {
        ...answers,
        id: `R-${from}-${String(number).padStart(6, '0')}`,
        date: from,
        reason: reason === '' ? '' : nameOf(reason),
        type: EXTERNAL
      }
      yield REFERRAL_FORM_COLUMNS.map(({ id }) => filled[id] || undefined)
    }
  }
}

export const countReferralForms = (rows: readonly ToldRow[]): number =>
  rows.reduce((sum, { total }) => sum + (total ?? 0), 0)

const tryToTell = (
  answers: readonly FormAnswers[],
  columns: readonly (keyof FormAnswers)[],
  { from, to }: Period
): Result<Offered, OfferRefusal> => {
  const counts = countBy(answers, columns)
  const table = { rows: [counts.map(({ referrals }) => referrals)], hasColumnSums: false }
  const risk = meanRisk(table)
  if (risk >= RISK_LIMIT) return refuse({ risk, remedies: [] })
  const [told = []] = suppress(table).told
  const rows = counts.map(({ code }, at): ToldRow => ({
    from,
    to,
    zone: CITY,
    code,
    people: [],
    total: told[at],
    alone: undefined
  }))
  const isTold = countReferralForms(rows)
  if (isTold < answers.length * TOLD_AT_LEAST) return refuse({ risk, remedies: [] })
  return accept({
    detail: REFERRAL_DETAIL,
    rows,
    sums: [],
    risk,
    people: answers.length,
    notTold: answers.length - isTold
  })
}

const countBy = (answers: readonly FormAnswers[], columns: readonly (keyof FormAnswers)[]) => {
  const counts = new Map<string, number>()
  for (const one of answers) {
    const code = JSON.stringify(CARRIED.map((column) => (columns.includes(column) ? one[column] : '')))
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => compare(a, b)).map(([code, referrals]) => ({ code, referrals }))
}

const codeToAnswers = (code: string): FormAnswers => {
  const [priority = '', reason = '', minor = '', consent = '', agency = ''] = JSON.parse(code) as string[]
  return { priority, reason, minor, consent, agency }
}

/** Organisations with fewer referrals in the period stand together without a name, as rare countries do. */
export const COMMON_AGENCY_REFERRALS = 30

/** One that was asked to help with what people say only in confidence is not named: its name would say for what. */
const namedAgencies = (made: readonly DatedRecord[]): ReadonlySet<string> => {
  const byProvider = Map.groupBy(made, ({ fields }) => findCode(fields, 'provider') ?? '')
  const isOpen = ({ fields }: DatedRecord) => codesIn(fields, 'needs').every((need) => toldNeedOf(need) !== undefined)
  const named = [...byProvider].filter(([, its]) => its.length >= COMMON_AGENCY_REFERRALS && its.every(isOpen))
  return new Set(named.map(([provider]) => provider))
}

/** A family is not of one age: of which of them the referral is, no record says, but without consent it is a child's. */
const minorOf = (fields: SharedFields, arrival: SharedFields | undefined): string => {
  if (fields['consent'] === BEST_INTEREST) return YES
  if (arrival === undefined) return UNKNOWN
  const [adults, children] = [
    countField(arrival, 'men') + countField(arrival, 'women'),
    countField(arrival, 'boys') + countField(arrival, 'girls')
  ]
  if (adults > 0 === children > 0) return UNKNOWN
  return children > 0 ? YES : NO
}

const consentOf = (fields: SharedFields): string => {
  if (fields['consent'] === BEST_INTEREST) return NO
  return CONSENTS.some((known) => known === fields['consent']) ? YES : UNKNOWN
}

/** What this version does not know is read as urgent, as everywhere. */
const dueOf = (fields: SharedFields): Due => DUES.find((known) => known === fields['due']) ?? 'now'

/** Of several the one that stands first in the list of sectors, so that a referral is one row. */
const sectorOf = (fields: SharedFields): Sector => {
  const sectors = new Set<string | undefined>(codesIn(fields, 'needs').map((need) => SECTOR_OF_NEED.get(need)))
  return SECTORS.find((sector) => sectors.has(sector)) ?? 'protection'
}

const SECTOR_OF_NEED: ReadonlyMap<string, Sector> = new Map(Object.entries(NEEDS))
