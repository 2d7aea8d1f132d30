// What a worker can do with shifts, made once for each desk.
import { useDesk } from '#app/phone/use-phone.ts'
import type { Desk } from '#device/desk.ts'
import { createShifts, type Shifts } from '#device/shifts.ts'

const made = new WeakMap<Desk, Shifts>()

export const useShifts = (): Shifts => {
  const desk = useDesk()
  const known = made.get(desk)
  if (known !== undefined) return known
  const shifts = createShifts(desk)
  made.set(desk, shifts)
  return shifts
}
