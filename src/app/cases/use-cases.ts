// What a worker can do with cases, made once for each desk.
import { useDesk } from '#app/phone/use-phone.ts'
import { type Cases, createCases } from '#device/cases.ts'
import type { Desk } from '#device/desk.ts'

const made = new WeakMap<Desk, Cases>()

export const useCases = (): Cases => {
  const desk = useDesk()
  const known = made.get(desk)
  if (known !== undefined) return known
  const cases = createCases(desk)
  made.set(desk, cases)
  return cases
}
