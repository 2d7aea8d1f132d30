// How far the referrals of a period came, and how long that took: made, read by whom they were made to, accepted, done. Whoever
// came further has passed what lies before it, noted or not.
import { ShiftHour } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { type ReferralState, stateOfReferral } from '#domain/records/referral.ts'
import { type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { type Noted, whatHappened } from '#domain/review/what-happened.ts'

export const FUNNEL_STEPS = ['made', 'opened', 'accepted', 'done'] as const

export type FunnelStep = {
  readonly step: (typeof FUNNEL_STEPS)[number]
  readonly referrals: number
  /** From the making; the middle one of those whose hour is known. Nothing where none is. */
  readonly medianHours?: number
}

type Parts = {
  /** Openings of every day. */
  readonly openings: readonly DatedRecord[]
  /** The changes of one record, the oldest first. */
  readonly notesOf: (id: string) => readonly Noted[]
}

export const referralFunnel = (made: readonly DatedRecord[], { openings, notesOf }: Parts): readonly FunnelStep[] => {
  const openedAt = new Map<string, ShiftHour>()
  for (const { fields, met } of openings) {
    const referral = findCode(fields, 'referral') ?? ''
    const known = openedAt.get(referral)
    if (known === undefined || met < known) openedAt.set(referral, met)
  }
  const ways = made.map((referral): Way => wayOf(referral, { openedAt: openedAt.get(referral.id), notesOf }))
  return [
    { step: 'made', referrals: ways.length },
    stepOf('opened', ways),
    stepOf('accepted', ways),
    stepOf('done', ways)
  ]
}

/** Hours from the making; undefined where the step was not reached, `null` where nobody noted when. */
type Way = Record<'opened' | 'accepted' | 'done', number | null | undefined>

export const ACCEPTED: readonly ReferralState[] = [
  'accepted',
  'appointment',
  'accompanied',
  'started',
  'did_not_come',
  'done',
  'closed'
]
export const DONE: readonly ReferralState[] = ['done', 'closed']

const wayOf = (
  referral: DatedRecord,
  { openedAt, notesOf }: { openedAt: ShiftHour | undefined; notesOf: Parts['notesOf'] }
): Way => {
  const notes = notesOf(referral.id)
  const done = hoursUntil(DONE, referral, notes)
  const accepted = hoursUntil(ACCEPTED, referral, notes)
  const opened =
    openedAt === undefined ? (accepted === undefined ? undefined : null) : hoursBetween(referral.met, openedAt)
  return { opened, accepted, done }
}

/** From the making to the first of these states; undefined where none was reached, `null` where nobody noted when. */
export const hoursUntil = (
  states: readonly ReferralState[],
  { met, fields }: DatedRecord,
  notes: readonly Noted[]
): number | null | undefined => {
  const step = whatHappened(notes).find((note) => states.includes(stateOfReferral(note.fields)))
  if (step === undefined) return states.includes(stateOfReferral(fields)) ? null : undefined
  const at = ShiftHour.safeParse(step.fields['stepAt'])
  return at.success ? hoursBetween(met, at.data) : null
}

const hoursBetween = (from: ShiftHour, to: ShiftHour): number =>
  Math.max(0, Math.round((startOfHour(to) - startOfHour(from)) / 3_600_000))

const stepOf = (step: keyof Way, ways: readonly Way[]): FunnelStep => {
  const reached = ways.flatMap((way) => (way[step] === undefined ? [] : [way[step]]))
  const median = middleHours(reached.filter((hours) => hours !== null))
  return { step, referrals: reached.length, ...(median !== undefined && { medianHours: median }) }
}

export const middleHours = (hours: readonly number[]): number | undefined =>
  hours.toSorted((a, b) => a - b)[hours.length >> 1]
