// What a worker can do with one kind of record, as a hook: made when it is first asked for, once for each desk.
import { useDesk } from '#app/phone/use-phone.ts'
import type { Desk } from '#device/desk.ts'

export const perDesk = <Deeds>(create: (desk: Desk) => Deeds): (() => Deeds) => {
  const made = new WeakMap<Desk, Deeds>()
  const useDeeds = (): Deeds => {
    const desk = useDesk()
    const known = made.get(desk)
    if (known !== undefined) return known
    const deeds = create(desk)
    made.set(desk, deeds)
    return deeds
  }
  return useDeeds
}
