// One tap gives one piece or portion, and is saved.
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { type Taps, useTaps } from '#app/records/use-taps.ts'
import type { ItemCode } from '#domain/codes/items.ts'
import type { HandedOut } from '#domain/records/handout.ts'

export type ItemTaps = Taps<ItemCode> & { readonly counted: Readonly<Record<ItemCode, number>> }

/** `to`: whose it is, where that is known. */
export const useItemTaps = (to: Pick<HandedOut, 'arrival' | 'card'>): ItemTaps => {
  const handOuts = useHandOuts()
  const { zone } = usePhoneView()
  const now = useClock()
  const taps = useTaps<ItemCode>({
    save: (item, at) => handOuts.handOut({ ...to, item, count: 1, end: 'given' }, { at, zone }),
    findLast: (item, leaving) => handOuts.findLastHere(item, now(), leaving)
  })
  return { ...taps, counted: handOuts.givenHereToday(now()) }
}
