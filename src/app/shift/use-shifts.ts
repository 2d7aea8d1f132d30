// What a worker can do with shifts.
import { perDesk } from '#app/phone/per-desk.ts'
import { createShifts } from '#device/shifts.ts'

export const useShifts = perDesk(createShifts)
