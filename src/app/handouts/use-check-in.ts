// By which cards a referral is found at the desk of its organisation.
import { perDesk } from '#app/phone/per-desk.ts'
import { createCheckIn } from '#device/check-in.ts'

export const useCheckIn = perDesk(createCheckIn)
