// What came back from the organisation a referral was made to and the team has still to take up: which referrals wait for the
// worker, and why.
import { dayOf, dayPlus, type ShiftHour } from '#domain/belgrade-time.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { isOpen, isTimeTold, stateOfReferral } from '#domain/records/referral.ts'
import { codesIn, compare, findCode } from '#domain/review/dated-record.ts'
import { appointmentsFrom } from '#domain/review/hand-over.ts'
import { stillStands } from '#domain/review/referrals-made.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'

/** They ask and nobody has replied; they cannot help and nobody else is asked; the person does not know the time yet. */
export type WhyWaiting = 'question' | 'declined' | 'appointment'

export type WaitingReferral<Kind> = {
  readonly referral: Kind
  readonly why: WhyWaiting
  /** What they ask. */
  readonly question?: Kind
}

/** After that a refusal is in the record and no longer in every list. */
const DAYS_AFTER_REFUSAL = 14

/** Each referral once: first those somebody asks about, then whom nobody helps, then times, the soonest first. */
export const waitingForWorker = <Kind extends FieldRecord>(
  records: readonly Kind[],
  now: ShiftHour
): WaitingReferral<Kind>[] => {
  const here = records.filter((record) => !isRemoved(record))
  const referrals = here.filter(({ type }) => type === 'referral')
  const questions = new Map(
    here
      .filter(({ type, fields }) => type === 'question' && fields['reply'] === undefined)
      .map((question) => [findCode(question.fields, 'referral'), question])
  )
  const asked = referrals.flatMap((referral) => {
    const question = isOpen(stateOfReferral(referral.fields)) ? questions.get(referral.id) : undefined
    return question === undefined ? [] : [{ referral, why: 'question' as const, question }]
  })
  const untold = appointmentsFrom(referrals, now).filter(
    ({ id, fields }) => !isTimeTold(fields) && !asked.some(({ referral }) => referral.id === id)
  )
  return [
    ...asked,
    ...refusedIn(here, now).map((referral) => ({ referral, why: 'declined' as const })),
    ...untold.map((referral) => ({ referral, why: 'appointment' as const }))
  ]
}

/** Longest refused first. */
const refusedIn = <Kind extends FieldRecord>(records: readonly Kind[], now: ShiftHour): Kind[] => {
  const since = dayPlus(dayOf(now), -DAYS_AFTER_REFUSAL)
  const refused = records
    .filter(({ type, fields }) => type === 'referral' && stateOfReferral(fields) === 'declined')
    .filter((referral) => refusedAt(referral) >= since)
  return refused.length === 0
    ? []
    : refused.filter(needsAnother(records)).sort((a, b) => compare(refusedAt(a), refusedAt(b)) || compare(a.id, b.id))
}

/** Whether something it was made for is still needed, and no referral of the same people that was made later stands for it. */
const needsAnother = (records: readonly FieldRecord[]): ((refused: FieldRecord) => boolean) => {
  const sameAs = samePeopleIn(records)
  const standing = records.filter((record) => record.type === 'referral' && stillStands(record))
  const cases = records.filter(({ type }) => type === 'case')
  return ({ fields }) => {
    const people = sameAs(findCode(fields, 'arrival') ?? '')
    const isTheirs = (record: FieldRecord) => people.has(findCode(record.fields, 'arrival') ?? '')
    const theirCases = cases.filter(isTheirs)
    if (theirCases.length > 0 && theirCases.every((kase) => stateOfCase(kase.fields) === 'closed')) return false
    const met = findCode(fields, 'met') ?? ''
    const later = standing.filter((record) => isTheirs(record) && (findCode(record.fields, 'met') ?? '') >= met)
    const asked = new Set(later.flatMap((referral) => codesIn(referral.fields, 'needs')))
    return codesIn(fields, 'needs').some(
      (need) => !asked.has(need) && theirCases.every((kase) => isWithoutOutcome(kase, need))
    )
  }
}

/** Nobody has noted in the case what came of it. */
const isWithoutOutcome = ({ fields }: FieldRecord, need: string): boolean =>
  [undefined, 'open', 'referred'].includes(findCode(fields, `need_${need}`))

const refusedAt = ({ fields }: FieldRecord): string => findCode(fields, 'stepAt') ?? findCode(fields, 'met') ?? ''
