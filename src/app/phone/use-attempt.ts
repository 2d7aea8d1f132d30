// One attempt at something that may be refused, and how it stands: what a form shows while it waits and after.
import { useState } from 'react'
import type { Result } from '#domain/result.ts'

/** `failed`: a fault; it is also thrown on, so that whoever watches for faults hears of it. */
export type Attempt<Refusal> =
  { readonly is: 'not_begun' | 'under_way' | 'done' | 'failed' } | { readonly is: 'refused'; readonly refusal: Refusal }

type Begin<Refusal> = (work: () => Promise<Result<unknown, Refusal>>) => void

/** While one is under way, beginning another does nothing. The last gives back an attempt not begun. */
export const useAttempt = <Refusal>(): [Attempt<Refusal>, Begin<Refusal>, () => void] => {
  const [attempt, setAttempt] = useState<Attempt<Refusal>>({ is: 'not_begun' })
  const begin: Begin<Refusal> = (work) => {
    if (attempt.is === 'under_way') return
    setAttempt({ is: 'under_way' })
    void work().then(
      (result) => setAttempt(result.ok ? { is: 'done' } : { is: 'refused', refusal: result.refusal }),
      (fault: unknown) => {
        setAttempt({ is: 'failed' })
        throw fault
      }
    )
  }
  return [attempt, begin, () => setAttempt({ is: 'not_begun' })]
}
