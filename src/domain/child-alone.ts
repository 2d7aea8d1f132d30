// Whether a child is alone: then the guardianship authority comes before everything else.
import type { SharedFields } from '#domain/code.ts'
import { childrenAlone, countField } from '#domain/records/arrival.ts'
import { codesIn } from '#domain/review/dated-record.ts'

export const isChildAlone = (arrival: SharedFields): boolean =>
  childrenAlone(arrival) > 0 || codesIn(arrival, 'urgent').includes('child_alone')

/** One may be said to be alone and be counted nowhere. */
export const isChildAmong = (arrival: SharedFields): boolean =>
  isChildAlone(arrival) || countField(arrival, 'boys') + countField(arrival, 'girls') > 0
