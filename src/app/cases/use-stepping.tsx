// Steps of a life cycle on a screen. One that is not taken says why, and which are possible: whoever tapped must not go away
// believing that it was noted.
import { type ReactNode, useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import type { NotAStep } from '#domain/records/life-cycle.ts'
import type { Result } from '#domain/result.ts'

type NotTaken<State extends string> = SaveRefusal | 'two_answers' | NotAStep<State>

/** `nameOf`: what the button of a step says. */
export const useNotTakenWords = () => {
  const t = useWords('case')
  const record = useWords('record')
  const { list } = useFormat()
  return <State extends string>(why: NotTaken<State>, nameOf: (step: State) => string): string => {
    if (why === 'phone_full') return record('phoneFull')
    if (why === 'two_answers') return record('disputes.first')
    return why.legal.length === 0
      ? t('refused.over')
      : t('refused.notAStep', { steps: list(why.legal.map((step) => nameOf(step))) })
  }
}

type Try<State extends string> = (taking: Promise<Result<unknown, NotTaken<State>>>) => Promise<void>

/** What is said of the last step stands until the next one is taken. */
export const useStepping = <State extends string>(
  nameOf: (step: State) => string
): { notTaken: ReactNode; take: Try<State> } => {
  const said = useNotTakenWords()
  const [why, setWhy] = useState<NotTaken<State>>()
  return {
    notTaken: why !== undefined && <Notice tone="needs-you" role="alert" title={said(why, nameOf)} />,
    take: async (taking) => {
      const taken = await taking
      setWhy(taken.ok ? undefined : taken.refusal)
    }
  }
}
