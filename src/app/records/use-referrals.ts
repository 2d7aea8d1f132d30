// What two organisations say about a referral.
import { perDesk } from '#app/phone/per-desk.ts'
import { createReferrals } from '#device/referrals.ts'

export const useReferrals = perDesk(createReferrals)
