// Who is responsible for a child alone: only the centre for social work appoints a guardian (Instruction of 12 April 2018
// on the accommodation of unaccompanied children).
import type { SharedFields } from '#domain/code.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { childrenAlone } from '#domain/records/arrival.ts'
import { codesIn } from '#domain/review/dated-record.ts'

/** The short name by which the directory knows the guardianship authority. */
const GUARDIANSHIP = 'CSW'

export const isGuardianship = ({ service, provider }: ServiceRow): boolean =>
  provider?.shortName === GUARDIANSHIP && service.needs.includes('child_protection')

export const isChildAlone = (arrival: SharedFields): boolean =>
  childrenAlone(arrival) > 0 || codesIn(arrival, 'urgent').includes('child_alone')
