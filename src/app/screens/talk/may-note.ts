// Whether what came of the search for an interpreter can be noted: the phone is open, and what it notes reaches a lead.
import type { PhoneView } from '#app/phone/phone.ts'
import { isTaken } from '#protocol/access.ts'

export const mayNoteInterpretation = ({ desk }: PhoneView): boolean => {
  if (desk === undefined) return false
  const { role } = desk.identity
  return isTaken('interpretation', { role, kind: role === 'partner' ? 'partner' : 'team' })
}
