// Looking through what is to be checked with the keyboard alone: arrows move from row to row, and on to what a list does not show yet;
// Enter opens, and whoever comes back stands where they left. Alt with J joins the same people, Alt with K keeps them apart, where
// that is what a list asks.
import { type ReactNode, useEffect, useRef } from 'react'
import styles from '#app/screens/review/review-day.module.css'

type TriageProps = {
  /** Of the row that has the focus, by the record it opens; only of rows that are `Answerable`. */
  onJoin: (id: string) => void
  onKeep: (id: string) => void
  children: ReactNode
}

export const Triage = ({ onJoin, onKeep, children }: TriageProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const answeredAt = useRef<number>(undefined)

  useEffect(() => {
    // The page sets the focus to its heading first.
    const next = requestAnimationFrame(() => {
      if (leftAt !== undefined)
        stopsIn(frame.current)
          .find((stop) => hrefOf(stop) === leftAt)
          ?.focus()
      leftAt = undefined
    })
    return () => cancelAnimationFrame(next)
  }, [])

  useEffect(() => {
    // A row that was answered is gone, and the focus with it: whoever works with the keyboard goes on with the next.
    if (answeredAt.current === undefined || document.activeElement !== document.body) return
    const stops = stopsIn(frame.current)
    stops[Math.min(answeredAt.current, stops.length - 1)]?.focus()
    answeredAt.current = undefined
  })

  useEffect(() => {
    const box = frame.current
    const press = (event: KeyboardEvent) => {
      const stops = stopsIn(box)
      const at = stops.findIndex((stop) => stop === document.activeElement)
      if (at < 0) return
      answeredAt.current = undefined
      const step = STEPS[event.key]
      const id = hrefOf(stops[at])?.match(/^\/records\/([^?]+)/)?.[1]
      const isAsked = event.altKey && stops[at]?.closest(`[${ANSWERABLE}]`)
      const answer = isAsked ? { KeyJ: onJoin, KeyK: onKeep }[event.code] : undefined
      const more = step === 1 ? findMore(stops[at]) : undefined
      if (more !== undefined) {
        more.click()
        requestAnimationFrame(() => stopsIn(box)[at + 1]?.focus())
      } else if (step !== undefined) stops[at + step]?.focus()
      else if (answer && id !== undefined) {
        answeredAt.current = at
        answer(id)
      } else return
      event.preventDefault()
    }
    const leave = ({ target }: Event) => {
      leftAt = target instanceof Element ? hrefOf(target.closest('a')) : undefined
    }
    box?.addEventListener('keydown', press)
    box?.addEventListener('click', leave)
    return () => {
      box?.removeEventListener('keydown', press)
      box?.removeEventListener('click', leave)
    }
  }, [onJoin, onKeep])

  return (
    <div ref={frame} className={styles.triage}>
      {children}
    </div>
  )
}

const ANSWERABLE = 'data-answerable'

/** Rows that ask whether two records are the same people, and name both. */
export const Answerable = ({ children }: { children: ReactNode }) => (
  <div className={styles.answerable} {...{ [ANSWERABLE]: true }}>
    {children}
  </div>
)

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The row that was opened last. */
let leftAt: string | undefined

const stopsIn = (box: Element | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('summary, li > a, li > button') ?? [])
]

/** Below the last row of a list that has more of them. */
const findMore = (stop: HTMLElement | undefined): HTMLButtonElement | undefined => {
  const row = stop?.closest('li')
  const below = row?.nextElementSibling === null ? row.parentElement?.nextElementSibling : undefined
  return below instanceof HTMLButtonElement ? below : undefined
}

const hrefOf = (element: Element | null | undefined): string | undefined => element?.getAttribute('href') ?? undefined
