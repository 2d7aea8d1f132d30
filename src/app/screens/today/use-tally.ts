// Counting people seen again, by their class.
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { type Taps, useTaps } from '#app/records/use-taps.ts'
import { countedToday, findLastTally } from '#app/screens/today/todays-work.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'

export type Tally = Taps<TallyClass> & { readonly counted: Readonly<Record<TallyClass, number>> }

export const useTally = (): Tally => {
  const desk = useDesk()
  const { zone } = usePhoneView()
  const now = useClock()
  const own = { today: dayAt(now()), author: desk.identity.device }
  const taps = useTaps<TallyClass>({
    save: (tallyClass, at) => desk.tally(tallyClass, { at, zone }),
    findLast: (tallyClass, leaving) =>
      findLastTally(
        desk.records().filter(({ id }) => !leaving.has(id)),
        { ...own, tallyClass }
      )
  })
  return { ...taps, counted: countedToday(desk.records(), own) }
}
