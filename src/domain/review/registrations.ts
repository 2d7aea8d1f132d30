// How far the police came with people in a period: groups that got the certificate in it, and of all others whom somebody went
// along with where that stood last. Each group is in one row, so the rows add up.
import { ShiftHour } from '#domain/belgrade-time.ts'
import { stateOfAccompaniment } from '#domain/records/accompaniment.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { type ReachRow, reachOf } from '#domain/review/tables.ts'
import { lastStepOf, wayToPolice } from '#domain/review/way-to-police.ts'
import { joinedGroups, pairsIn } from '#domain/same-people/pairs.ts'

/** `arrivals`: of every day, the same people once. Codes are states of going along. */
export const registrationsIn = (
  arrivals: readonly DatedRecord[],
  records: readonly DatedRecord[],
  period: Period
): ReachRow[] => {
  const groups = joinedGroups(pairsIn(records))
  const casesOf = recordsBy(
    'arrival',
    records.filter(({ type }) => type === 'case')
  )
  const goingsOf = recordsBy(
    'case',
    records.filter(({ type }) => type === 'accompaniment')
  )
  return reachOf(arrivals, ({ id }) => {
    const same = [...(groups.find((group) => group.has(id)) ?? [id])]
    const cases = same.flatMap(casesOf)
    const code = standingIn(
      cases,
      cases.flatMap((kase) => goingsOf(kase.id)),
      period
    )
    return code === undefined ? [] : [code]
  })
}

const recordsBy = (field: string, records: readonly DatedRecord[]) => {
  const found = new Map<string, DatedRecord[]>()
  for (const record of records) {
    const value = findCode(record.fields, field) ?? ''
    found.set(value, [...(found.get(value) ?? []), record])
  }
  return (value: string) => found.get(value) ?? []
}

const standingIn = (
  cases: readonly FieldRecord[],
  goings: readonly FieldRecord[],
  period: Period
): string | undefined => {
  const { isRegistered, certificateAt = '', going } = wayToPolice(cases, goings)
  if (isRegistered) return isHourIn(period, certificateAt) ? 'certificate' : undefined
  return going && isHourIn(period, lastStepOf(going)) ? stateOfAccompaniment(going.fields) : undefined
}

const isHourIn = (period: Period, hour: string): boolean => ShiftHour.safeParse(hour).success && isIn(period, hour)
