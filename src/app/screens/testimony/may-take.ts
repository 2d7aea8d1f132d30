// Whether an account can be taken down on this phone: it is open, its role may hand one over, and somebody collects them.
import { collectorsIn } from '#app/phone/collects-testimony.ts'
import type { PhoneView } from '#app/phone/phone.ts'
import { mayAsk } from '#protocol/access.ts'

export const mayTakeAccount = (view: PhoneView): boolean => {
  const { role } = view.desk?.identity ?? {}
  return role !== undefined && mayAsk('testimony', { role, kind: 'team' }) && collectorsIn(view).length > 0
}
