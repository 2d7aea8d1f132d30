// What the next team has to know beside the urgent board, the deadlines and the shelf: whom somebody expects at what hour, and
// who waits to be registered by the police.
import { type Day, dayPlus, ShiftHour } from '#domain/belgrade-time.ts'
import { isChildAlone, isChildAmong } from '#domain/child-alone.ts'
import type { SharedFields } from '#domain/code.ts'
import { NEED_OUTCOMES, type NeedOutcome } from '#domain/codes/case-codes.ts'
import type { Need } from '#domain/codes/needs.ts'
import { isUnderWay } from '#domain/records/accompaniment.ts'
import { countField } from '#domain/records/arrival.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { stateOfReferral } from '#domain/records/referral.ts'
import { codesIn, compare, datedRecords, findCode } from '#domain/review/dated-record.ts'
import { type WayToPolice, wayToPolice } from '#domain/review/way-to-police.ts'
import { joinedGroups, pairsIn } from '#domain/same-people/pairs.ts'

/** Referrals with a time that is still to come, the soonest first. */
export const appointmentsFrom = <Kind extends FieldRecord>(records: readonly Kind[], now: ShiftHour): Kind[] =>
  records
    .filter((record) => record.type === 'referral' && !isRemoved(record))
    .filter(({ fields }) => stateOfReferral(fields) === 'appointment' && appointmentOf(fields) >= now)
    .sort((a, b) => compare(appointmentOf(a.fields), appointmentOf(b.fields)) || compare(a.id, b.id))

/** An hour that cannot be read is none. */
const appointmentOf = ({ appointment }: SharedFields): string =>
  ShiftHour.safeParse(appointment).success ? String(appointment) : ''

/** People without a case leave the list after so many days, as they leave the urgent board. */
const DAYS_WITHOUT_CASE = 7

const REGISTRATION: Need = 'reg_accompany'
const STILL_NEEDED: readonly NeedOutcome[] = ['open', 'unavailable', 'referred']
/** By id: who waits, and the last time somebody went along to the police with them, which led to no certificate. */
export type Waiting = { readonly id: string; readonly going?: string }

/**
 * Arrivals who want to seek asylum, or to be gone along with, and have no certificate yet. Children alone come first, then
 * families, then women, as the police take them; among equals whoever came first. People who were joined are there once.
 */
export const waitingForRegistration = (records: readonly FieldRecord[], today: Day): Waiting[] => {
  const here = datedRecords(records)
  const goings = here.filter(({ type }) => type === 'accompaniment')
  const arrivals = here.filter(({ type }) => type === 'arrival')
  const cases = here.filter(({ type }) => type === 'case')
  const groups = joinedGroups(pairsIn(records))
  return arrivals
    .flatMap(({ id, fields, met }) => {
      const same = groups.find((group) => group.has(id)) ?? new Set([id])
      if (arrivals.find((arrival) => same.has(arrival.id))?.id !== id) return []
      const members = arrivals.filter((arrival) => same.has(arrival.id))
      const theirCases = cases.filter((kase) => same.has(findCode(kase.fields, 'arrival') ?? ''))
      const isLate = theirCases.length === 0 && met < dayPlus(today, -DAYS_WITHOUT_CASE)
      const way = wayToPolice(
        theirCases,
        goings.filter(({ fields: { case: of } }) => theirCases.some((kase) => kase.id === of))
      )
      const going = way.going && { going: way.going.id }
      return isLate || !isWaiting(members, theirCases, way)
        ? []
        : [{ waiting: { id, ...going }, place: placeInLine(fields) }]
    })
    .sort((a, b) => a.place - b.place)
    .map(({ waiting }) => waiting)
}

const isWaiting = (arrivals: readonly FieldRecord[], cases: readonly FieldRecord[], way: WayToPolice): boolean => {
  if (way.isRegistered) return false
  const open = cases.filter(({ fields }) => stateOfCase(fields) !== 'closed')
  if (cases.length > 0 && open.length === 0) return false
  if (way.going && isUnderWay(way.going.fields)) return true
  const outcomes = open.flatMap(
    ({ fields }) => NEED_OUTCOMES.find((one) => one === fields[`need_${REGISTRATION}`]) ?? []
  )
  if (outcomes.length > 0) return outcomes.some((outcome) => STILL_NEEDED.includes(outcome))
  return arrivals.some(
    ({ fields }) => fields['wantsAsylum'] === 'yes' || codesIn(fields, 'needs').includes(REGISTRATION)
  )
}

const placeInLine = (fields: SharedFields): number => {
  if (isChildAlone(fields)) return 0
  if (isChildAmong(fields)) return 1
  return countField(fields, 'women') > 0 ? 2 : 3
}
