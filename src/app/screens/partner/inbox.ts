// Which referrals wait for this organisation's answer, which it has in hand, and which have ended.
import type { FieldRecord } from '#domain/records/record.ts'
import { dueAt, DUES, isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { findCode } from '#domain/review/dated-record.ts'

export type Group = 'new' | 'underWay' | 'ended'

export const inboxOf = <Kind extends FieldRecord>(
  records: readonly Kind[]
): readonly { readonly group: Group; readonly referrals: readonly Kind[] }[] => {
  const referrals = records.filter(({ type }) => type === 'referral')
  const inGroup = (group: Group) => referrals.filter((referral) => groupOf(referral) === group)
  return [
    { group: 'new', referrals: inGroup('new').toSorted((a, b) => dueOf(a) - dueOf(b)) },
    { group: 'underWay', referrals: inGroup('underWay').toSorted((a, b) => dueOf(a) - dueOf(b)) },
    { group: 'ended', referrals: inGroup('ended') }
  ]
}

const NEW: readonly string[] = ['made', 'received', 'opened']

const groupOf = ({ fields }: FieldRecord): Group => {
  const state = stateOfReferral(fields)
  return NEW.includes(state) ? 'new' : isOpen(state) ? 'underWay' : 'ended'
}

/** Whoever has to be answered first stands first. */
const dueOf = ({ fields }: FieldRecord): number => {
  const met = findCode(fields, 'met')
  const due = DUES.find((known) => known === fields['due']) ?? 'now'
  return met === undefined ? 0 : dueAt(due, startOfHour(met))
}
