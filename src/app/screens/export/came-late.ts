// Whether a month is another one now than when it settled: a record or a correction came later, or a record was taken out. Whoever has
// a file from before and a file from after could work out single people from the difference.
import type { Desk } from '#device/desk.ts'
import type { StoredChange } from '#device/stored-change.ts'
import { dayAt, type Month } from '#domain/belgrade-time.ts'
import { lastDayInTime } from '#domain/exports/settled.ts'
import type { RecordType } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** What files are made of. */
const COUNTED = ['arrival', 'handout', 'referral'] as const
/** What is said of those on any day after: who are the same people, what was opened. */
const SAID_OF = { sameness: ['one', 'other'], opening: ['referral'] } as const

export const cameLate = (desk: Pick<Desk, 'records' | 'removedRecords' | 'historyOf'>, month: Month): boolean => {
  const inTime = lastDayInTime(month)
  const all = (type: RecordType) => [
    ...desk.records().filter((record) => record.type === type),
    ...desk.removedRecords(type)
  ]
  const isLate = ({ id }: MergedRecord) => desk.historyOf(id).some((stored) => dayAt(knownAt(stored)) > inTime)
  const ofMonth = COUNTED.flatMap(all).filter(({ fields }) => findCode(fields, 'met')?.startsWith(month))
  const ids = new Set<string>(ofMonth.map(({ id }) => id))
  const said = (['sameness', 'opening'] as const).flatMap((type) =>
    all(type).filter(({ fields }) => SAID_OF[type].some((name) => ids.has(findCode(fields, name) ?? '')))
  )
  return [...ofMonth, ...said].some(isLate)
}

/** Of what others wrote, when the server heard of it; what was written here was known here at once. */
const knownAt = ({ change, heardAt, aside }: StoredChange): number => heardAt ?? aside?.savedAt ?? change.clock.at
