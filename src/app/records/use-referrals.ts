// What two organisations say about a referral, made once for each desk.
import { useDesk } from '#app/phone/use-phone.ts'
import type { Desk } from '#device/desk.ts'
import { createReferrals, type Referrals } from '#device/referrals.ts'

const made = new WeakMap<Desk, Referrals>()

export const useReferrals = (): Referrals => {
  const desk = useDesk()
  const known = made.get(desk)
  if (known !== undefined) return known
  const referrals = createReferrals(desk)
  made.set(desk, referrals)
  return referrals
}
