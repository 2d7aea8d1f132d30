// Counting by taps, each of them a record that is saved at once; the last ones are taken back one by one for half a minute, and
// by the minus also later.
import { useState } from 'react'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { buzz } from '#app/ui/buzz.ts'
import { UNDO_MS } from '#app/ui/undo-bar.tsx'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Result } from '#domain/result.ts'

/** One tap that is saved. `at`: milliseconds since 1970 UTC. */
export type Tap<Kind> = { readonly id: string; readonly kind: Kind; readonly at: number }

export type Taps<Kind> = {
  /** The tap that "Undo" takes back now. */
  readonly lastTap: Tap<Kind> | undefined
  readonly takenBack: Kind | undefined
  readonly isPhoneFull: boolean
  readonly addOne: (kind: Kind) => Promise<void>
  /** Also after the half minute: a wrong count can be set right all day. */
  readonly takeOneAway: (kind: Kind) => Promise<void>
  readonly undo: () => Promise<void>
  readonly forget: () => void
}

type Ways<Kind> = {
  readonly save: (kind: Kind, at: number) => Promise<Result<string, SaveRefusal>>
  /** The last one counted here that is not in `leaving`. */
  readonly findLast: (kind: Kind, leaving: ReadonlySet<string>) => { readonly id: string } | undefined
}

export const useTaps = <Kind>({ save, findLast }: Ways<Kind>): Taps<Kind> => {
  const desk = useDesk()
  const now = useClock()
  const [taps, setTaps] = useState<readonly Tap<Kind>[]>([])
  const [takenBack, setTakenBack] = useState<Kind>()
  const [isPhoneFull, setPhoneFull] = useState(false)
  const [leaving] = useState(() => new Set<string>())
  const lastTap = taps.at(-1)

  /** Marked at once, so that the next quick tap takes back the one before. */
  const remove = async (id: string, kind: Kind) => {
    leaving.add(id)
    setTaps((before) => before.filter((tap) => tap.id !== id && now() - tap.at < UNDO_MS))
    const removed = await desk.takeBack(id)
    leaving.delete(id)
    setPhoneFull(!removed.ok)
    if (!removed.ok) return
    buzz('tick')
    setTakenBack(() => kind)
  }

  return {
    lastTap,
    takenBack,
    isPhoneFull,
    addOne: async (kind) => {
      const at = now()
      const saved = await save(kind, at)
      setPhoneFull(!saved.ok)
      if (!saved.ok) return
      setTakenBack(undefined)
      setTaps((before) => [...before, { id: saved.value, kind, at }])
    },
    takeOneAway: async (kind) => {
      const last = findLast(kind, leaving)
      if (last) await remove(last.id, kind)
    },
    undo: async () => {
      if (lastTap) await remove(lastTap.id, lastTap.kind)
    },
    forget: () => setTaps([])
  }
}
