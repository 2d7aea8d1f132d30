// Whether a child is alone: then the guardianship authority comes before everything else.
import type { SharedFields } from '#domain/code.ts'
import { childrenAlone } from '#domain/records/arrival.ts'
import { codesIn } from '#domain/review/dated-record.ts'

export const isChildAlone = (arrival: SharedFields): boolean =>
  childrenAlone(arrival) > 0 || codesIn(arrival, 'urgent').includes('child_alone')
