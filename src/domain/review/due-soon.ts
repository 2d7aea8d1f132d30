// What runs out next: over all open cases deadlines of the law and what somebody comes back for, and when a partner expects people.
import { ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { type DeadlineCode, deadlineOf, deadlinesOf } from '#domain/deadlines.ts'
import type { FollowUp, LegalEvent } from '#domain/codes/case-codes.ts'
import { FOLLOW_UPS } from '#domain/codes/case-codes.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { appointmentsFrom } from '#domain/review/hand-over.ts'

export type DueItem<Kind> = {
  /** The case; of an appointment the referral. */
  readonly record: Kind
  readonly what:
    { readonly deadline: DeadlineCode } | { readonly followUp: FollowUp } | { readonly appointment: ShiftHour }
  readonly until: number
  readonly hasTime: boolean
  readonly isPast: boolean
}

const AHEAD_MS = 3 * 86_400_000
/** After that it is in the case and no longer in every list. */
const PAST_MS = 14 * 86_400_000

type Asked<Kind> = {
  readonly now: number
  readonly exactEventsOf: (kase: Kind) => Partial<Record<LegalEvent, number>>
}

/** The next three days and what has passed, the nearest first. What the authority has to do is listed once it is late. */
export const dueSoon = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { now, exactEventsOf }: Asked<Kind>
): DueItem<Kind>[] => {
  const here = records.filter((record) => !isRemoved(record))
  const open = here.filter(({ type, fields }) => type === 'case' && stateOfCase(fields) !== 'closed')
  const casesById = new Map(open.map((kase) => [kase.id, kase]))
  const deadlines = open.flatMap((kase) =>
    deadlinesOf(kase.fields, now, exactEventsOf(kase))
      .filter(
        ({ code, isPast }) => deadlineOf(code).whose === 'person' || (isPast && deadlineOf(code).whose === 'authority')
      )
      .map(({ code, until, hasTime, isPast }): DueItem<Kind> => ({
        record: kase,
        what: { deadline: code },
        until,
        hasTime,
        isPast
      }))
  )
  const followUps = here.flatMap(({ type, fields }): DueItem<Kind>[] => {
    const kase = casesById.get(findCode(fields, 'case') ?? '')
    const what = FOLLOW_UPS.find((code) => code === fields['what'])
    const due = findCode(fields, 'due')
    if (type !== 'follow_up' || kase === undefined || what === undefined || due === undefined) return []
    if (fields['state'] !== 'open') return []
    const until = startOfHour(due)
    return [{ record: kase, what: { followUp: what }, until, hasTime: true, isPast: now >= until }]
  })
  // What came of one that is over is asked of the organisation, a day later.
  const appointments = appointmentsFrom(here, shiftHourAt(now)).map((record): DueItem<Kind> => {
    const appointment = ShiftHour.parse(record.fields['appointment'])
    const until = startOfHour(appointment)
    return { record, what: { appointment }, until, hasTime: true, isPast: now >= until }
  })
  return [...deadlines, ...followUps, ...appointments]
    .filter(({ until }) => until - now <= AHEAD_MS && now - until <= PAST_MS)
    .sort((a, b) => a.until - b.until)
}
