// How far people are with the police: whether they have the certificate, and where whoever goes along stands with them.
import type { LegalEvent } from '#domain/codes/case-codes.ts'
import { LODGED } from '#domain/deadlines.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { destinationOf, hasCertificate } from '#domain/records/accompaniment.ts'
import { hourOfEvent } from '#domain/records/case.ts'
import { compare, findCode } from '#domain/review/dated-record.ts'

/** The paper of the police, or what comes only after it. */
const REGISTERED: readonly LegalEvent[] = ['certificate', 'reported', ...LODGED]

export type WayToPolice = {
  readonly isRegistered: boolean
  /** The hour on the certificate; none where only a later step is known. */
  readonly certificateAt: string | undefined
  /** The last time somebody went along and there is no certificate yet, also one that led nowhere. */
  readonly going: FieldRecord | undefined
}

/** `goings`: everywhere somebody went along to in these cases. */
export const wayToPolice = (cases: readonly FieldRecord[], goings: readonly FieldRecord[]): WayToPolice => {
  const toPolice = goings
    .filter(({ fields }) => destinationOf(fields) === 'reg_accompany')
    .toSorted((a, b) => compare(lastStepOf(a), lastStepOf(b)))
  const issued = toPolice.find(({ fields }) => hasCertificate(fields))
  const certificateAt = cases.flatMap(({ fields }) => hourOfEvent(fields, 'certificate') ?? [])[0]
  return {
    isRegistered:
      issued !== undefined ||
      cases.some(({ fields }) => REGISTERED.some((event) => hourOfEvent(fields, event) !== undefined)),
    certificateAt: certificateAt ?? (issued && lastStepOf(issued)),
    going: toPolice.findLast(({ fields }) => !hasCertificate(fields))
  }
}

export const lastStepOf = ({ fields }: FieldRecord): string => findCode(fields, 'stepAt') ?? ''
