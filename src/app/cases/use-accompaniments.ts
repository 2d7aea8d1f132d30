// What a worker who goes along can do, made once for each desk.
import { useCases } from '#app/cases/use-cases.ts'
import { useDesk } from '#app/phone/use-phone.ts'
import { type Accompaniments, createAccompaniments } from '#device/accompaniments.ts'
import type { Desk } from '#device/desk.ts'

const made = new WeakMap<Desk, Accompaniments>()

export const useAccompaniments = (): Accompaniments => {
  const desk = useDesk()
  const cases = useCases()
  const known = made.get(desk)
  if (known !== undefined) return known
  const accompaniments = createAccompaniments(desk, cases)
  made.set(desk, accompaniments)
  return accompaniments
}
