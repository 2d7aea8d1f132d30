// What a worker can do with relief items, made once for each desk.
import { useDesk } from '#app/phone/use-phone.ts'
import type { Desk } from '#device/desk.ts'
import { createHandOuts, type HandOuts } from '#device/hand-outs.ts'

const made = new WeakMap<Desk, HandOuts>()

export const useHandOuts = (): HandOuts => {
  const desk = useDesk()
  const known = made.get(desk)
  if (known !== undefined) return known
  const handOuts = createHandOuts(desk)
  made.set(desk, handOuts)
  return handOuts
}
