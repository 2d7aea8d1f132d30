// Counting people seen again, and taking the last taps back one by one for half a minute.
import { useState } from 'react'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { countedToday, findLastTally } from '#app/screens/today/todays-work.ts'
import { buzz } from '#app/ui/buzz.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'

export const UNDO_MS = 30_000

/** One tap that is saved. `at`: milliseconds since 1970 UTC. */
export type Tap = { readonly id: string; readonly tallyClass: TallyClass; readonly at: number }

export type Tally = {
  readonly counted: Readonly<Record<TallyClass, number>>
  /** The tap that "Undo" takes back now. */
  readonly lastTap: Tap | undefined
  readonly takenBack: TallyClass | undefined
  readonly isPhoneFull: boolean
  readonly addOne: (tallyClass: TallyClass) => Promise<void>
  /** Also after the half minute: a wrong count can be set right all day. */
  readonly takeOneAway: (tallyClass: TallyClass) => Promise<void>
  readonly undo: () => Promise<void>
  readonly forget: () => void
}

export const useTally = (): Tally => {
  const desk = useDesk()
  const { zone } = usePhoneView()
  const now = useClock()
  const [taps, setTaps] = useState<readonly Tap[]>([])
  const [takenBack, setTakenBack] = useState<TallyClass>()
  const [isPhoneFull, setPhoneFull] = useState(false)
  const [leaving] = useState(() => new Set<string>())
  const own = { today: dayAt(now()), author: desk.identity.device }
  const lastTap = taps.at(-1)

  const addOne = async (tallyClass: TallyClass) => {
    const at = now()
    const saved = await desk.tally(tallyClass, { at, zone })
    setPhoneFull(!saved.ok)
    if (!saved.ok) return
    setTakenBack(undefined)
    setTaps((before) => [...before, { id: saved.value, tallyClass, at }])
  }

  /** Marked at once, so that the next quick tap takes back the one before. */
  const remove = async (id: string, tallyClass: TallyClass) => {
    leaving.add(id)
    setTaps((before) => before.filter((tap) => tap.id !== id && now() - tap.at < UNDO_MS))
    const removed = await desk.takeBack(id)
    leaving.delete(id)
    setPhoneFull(!removed.ok)
    if (!removed.ok) return
    buzz('tick')
    setTakenBack(tallyClass)
  }

  return {
    counted: countedToday(desk.records(), own),
    lastTap,
    takenBack,
    isPhoneFull,
    addOne,
    takeOneAway: async (tallyClass) => {
      const there = desk.records().filter(({ id }) => !leaving.has(id))
      const last = findLastTally(there, { ...own, tallyClass })
      if (last) await remove(last.id, tallyClass)
    },
    undo: async () => {
      if (lastTap) await remove(lastTap.id, lastTap.tallyClass)
    },
    forget: () => setTaps([])
  }
}
