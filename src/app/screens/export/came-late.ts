// Whether a month is another one now than when it settled: a record or a correction came later, or a record was taken out. Whoever
// has a file or a report from before and one from after could work out single people from the difference.
import type { Desk } from '#device/desk.ts'
import type { StoredChange } from '#device/stored-change.ts'
import { dayAt, type Month } from '#domain/belgrade-time.ts'
import { lastDayInTime } from '#domain/exports/settled.ts'
import type { RecordType } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** As what the month leaves, and which records that is made of. */
const COUNTED = {
  file: ['arrival', 'handout', 'referral'],
  report: ['arrival', 'handout', 'referral', 'tally', 'dawn_count', 'case', 'accompaniment', 'interpretation']
} as const satisfies Record<string, readonly RecordType[]>
export type Leaving = keyof typeof COUNTED

/** What is said of those on any day after: who are the same people, what was opened. */
const SAID_OF = { sameness: ['one', 'other'], opening: ['referral'] } as const

type Held = Pick<Desk, 'records' | 'removedRecords' | 'historyOf'>

export const cameLate = (desk: Held, month: Month, leaving: Leaving): boolean => {
  const inTime = lastDayInTime(month)
  const all = (type: RecordType) => [
    ...desk.records().filter((record) => record.type === type),
    ...desk.removedRecords(type)
  ]
  const isLate = ({ id }: MergedRecord) => desk.historyOf(id).some((stored) => dayAt(knownAt(stored)) > inTime)
  const ofMonth = COUNTED[leaving].flatMap(all).filter(({ fields }) => findCode(fields, 'met')?.startsWith(month))
  const ids = new Set<string>(ofMonth.map(({ id }) => id))
  const said = (['sameness', 'opening'] as const).flatMap((type) =>
    all(type).filter(({ fields }) => SAID_OF[type].some((name) => ids.has(findCode(fields, name) ?? '')))
  )
  return [...ofMonth, ...said].some(isLate)
}

/** Of what others wrote, when the server heard of it; what was written here was known here at once. */
const knownAt = ({ change, heardAt, aside }: StoredChange): number => heardAt ?? aside?.savedAt ?? change.clock.at
