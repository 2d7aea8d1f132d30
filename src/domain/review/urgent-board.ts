// Who is in danger and who has them: every urgent arrival and every case with something to be done at once, in four columns.
// Nobody is on it twice: an arrival with a case is shown as its case, and so is one that somebody joined with it.
import { type Day, dayAt, dayPlus } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import {
  type AlertCode,
  alertsOfPeople,
  DAYS_WITHOUT_CASE,
  openAlerts,
  toldAgain,
  toldAgainAt
} from '#domain/immediate-actions.ts'
import { NOBODY, stateOfCase } from '#domain/records/case.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { isOpen, REFERRAL_STATES } from '#domain/records/referral.ts'
import { compare, findCode } from '#domain/review/dated-record.ts'
import { urgentFlagsOf } from '#domain/review/needs-a-look.ts'
import { raisedAt } from '#domain/review/raised-at.ts'
import { stillStands } from '#domain/review/referrals-made.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'

export const COLUMNS = ['new', 'owned', 'waiting', 'closed'] as const
export type ColumnName = (typeof COLUMNS)[number]

export type BoardCard<Kind> = {
  /** The case, or the arrival that has none yet. */
  readonly record: Kind
  readonly arrival: Kind | undefined
  readonly column: ColumnName
  /** Milliseconds since 1970 UTC. */
  readonly firstSeenAt: number
  readonly alerts: readonly AlertCode[]
  readonly owner: string | undefined
  /** Two people took it, each without knowing of the other. */
  readonly isTakenTwice: boolean
  /** Minutes nobody has done what is due at once: 15, 30, 60, or 0. */
  readonly waited: number
  /** When the lead is told again of what is to be done at once. */
  readonly toldAgainAt: readonly number[]
}

type Times<Kind> = {
  readonly now: number
  /** When the answer to a field that stands was given. */
  readonly saidAt: (record: Kind, field: string) => number
}

/** Oldest first within a column, whoever waits too long before all others. */
export const urgentBoard = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { now, saidAt }: Times<Kind>
): BoardCard<Kind>[] => {
  const here = records.filter((record) => !isRemoved(record))
  const today = dayAt(now)
  const earliest = dayPlus(today, -DAYS_WITHOUT_CASE)
  const arrivals = new Map(here.filter(({ type }) => type === 'arrival').map((record) => [record.id, record]))
  const cases = here.filter(({ type }) => type === 'case')
  const sameAs = samePeopleIn(here)
  const arrivalsOf = (arrival: string) => [...sameAs(arrival)].flatMap((id) => arrivals.get(id) ?? [])
  const withCase = new Set(cases.flatMap(({ fields }) => [...sameAs(findCode(fields, 'arrival') ?? '')]))
  const referred = referralsByArrival(here)
  /** Of several arrivals of the same people the first that says it stands for all. */
  const standsFor = ({ id }: Kind): boolean => {
    if (withCase.has(id)) return false
    const people = arrivalsOf(id)
    if (people.length === 1) return true
    const urgent = people.filter(isUrgent)
    return (urgent.length > 0 ? urgent : people).toSorted(firstMet)[0]?.id === id
  }

  const cardOf = (record: Kind): BoardCard<Kind>[] => {
    const isCase = record.type === 'case'
    const arrival = isCase ? arrivals.get(findCode(record.fields, 'arrival') ?? '') : record
    const people = arrivalsOf(arrival?.id ?? '')
    const column = isCase
      ? columnOfCase(
          record,
          today,
          people.flatMap(({ id }) => referred.get(id) ?? [])
        )
      : columnOfArrivals(people, earliest)
    // Most of ten thousand arrivals are of another week.
    if (column === undefined) return []
    const alerts = isCase ? openAlerts(record.fields) : alertsOfPeople(people.map(({ fields }) => fields))
    const hadAlert = Object.keys(record.fields).some((name) => name.startsWith('alert_'))
    if (!(people.some(isUrgent) || alerts.length > 0 || hadAlert)) return []
    const firstSeenAt = Math.min(...(people.length > 0 ? people : [record]).map((one) => saidAt(one, 'met')))
    const since = (alert: AlertCode) => raisedAt(alert, { arrivals: people, saidAt, ...(isCase && { kase: record }) })
    const owner = findCode(record.fields, 'owner')
    return [
      {
        record,
        arrival,
        column,
        alerts,
        firstSeenAt,
        owner: owner === NOBODY ? undefined : owner,
        isTakenTwice: record.disputed.includes('owner'),
        toldAgainAt: column === 'closed' ? [] : alerts.flatMap((alert) => toldAgainAt(alert, since(alert))),
        waited: column === 'closed' ? 0 : Math.max(0, ...alerts.map((alert) => toldAgain(alert, since(alert), now)))
      }
    ]
  }

  return [...cases, ...[...arrivals.values()].filter(standsFor)]
    .flatMap(cardOf)
    .sort((a, b) => b.waited - a.waited || a.firstSeenAt - b.firstSeenAt)
}

/** An arrival of somebody in danger, or a case with something that must be done at once. */
export const isInDanger = ({ type, fields }: Said): boolean =>
  (type === 'arrival' && urgentFlagsOf(fields).length > 0) || (type === 'case' && openAlerts(fields).length > 0)

/** Whether one change may put somebody on the board. An edit says a child is alone without counting the children again. */
export const saysDanger = (change: Said): boolean =>
  isInDanger(change) || (change.type === 'arrival' && change.fields['alone'] === 'yes')

const isUrgent = ({ fields }: FieldRecord): boolean => urgentFlagsOf(fields).length > 0

const firstMet = (a: FieldRecord, b: FieldRecord): number =>
  compare(findCode(a.fields, 'met') ?? '', findCode(b.fields, 'met') ?? '') || compare(a.id, b.id)

type Said = { readonly type: string; readonly fields: SharedFields }

const columnOfCase = (kase: FieldRecord, today: Day, referrals: readonly FieldRecord[]): ColumnName | undefined => {
  const state = stateOfCase(kase.fields)
  const hasAlert = openAlerts(kase.fields).length > 0
  if (state === 'closed') return isOfDay(kase, 'stepAt', today) ? 'closed' : undefined
  // What must be done at once waits for no partner.
  if (!hasAlert && (state === 'waiting' || referrals.some(isUnderWay))) return 'waiting'
  return (findCode(kase.fields, 'owner') ?? NOBODY) === NOBODY ? 'new' : 'owned'
}

/** Whatever they were referred for, what must be done at once is done only by whoever takes them. */
const columnOfArrivals = (arrivals: readonly FieldRecord[], earliest: Day): ColumnName | undefined =>
  arrivals.every(({ fields }) => (findCode(fields, 'met') ?? '') < earliest) ? undefined : 'new'

const referralsByArrival = (records: readonly FieldRecord[]): ReadonlyMap<string, readonly FieldRecord[]> => {
  const byArrival = new Map<string, FieldRecord[]>()
  for (const record of records) {
    const arrival = findCode(record.fields, 'arrival')
    if (record.type !== 'referral' || arrival === undefined || !stillStands(record)) continue
    byArrival.set(arrival, [...(byArrival.get(arrival) ?? []), record])
  }
  return byArrival
}

const isUnderWay = ({ fields }: FieldRecord): boolean => {
  const state = REFERRAL_STATES.find((known) => known === fields['state'])
  return state === undefined || isOpen(state)
}

const isOfDay = ({ fields }: FieldRecord, name: string, day: Day): boolean =>
  findCode(fields, name)?.startsWith(day) === true
