// Looking through what is to be checked with the keyboard alone: arrows move from row to row, Enter opens, and whoever comes back
// stands where they left. Alt with J joins the same people, Alt with K keeps them apart.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

type TriageProps = {
  /** Of the row that has the focus, by the record it opens. */
  onJoin: (id: string) => void
  onKeep: (id: string) => void
  children: ReactNode
}

export const Triage = ({ onJoin, onKeep, children }: TriageProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const stops = () => [...(frame.current?.querySelectorAll<HTMLElement>('summary, li > a, li > button') ?? [])]
  useEffect(() => {
    // The page sets the focus to its heading first.
    const frameId = requestAnimationFrame(() =>
      stops()
        .find((stop) => hrefOf(stop) === leftAt)
        ?.focus()
    )
    return () => cancelAnimationFrame(frameId)
  }, [])

  const press = (event: KeyboardEvent) => {
    const list = stops()
    const at = list.indexOf(document.activeElement as HTMLElement)
    if (at < 0) return
    const step = STEPS[event.key]
    const id = hrefOf(list[at])?.match(/^\/records\/([^?]+)/)?.[1]
    const answer = event.altKey ? { KeyJ: onJoin, KeyK: onKeep }[event.code] : undefined
    if (step !== undefined) list[at + step]?.focus()
    else if (answer && id !== undefined) answer(id)
    else return
    event.preventDefault()
  }

  const leave = ({ target }: MouseEvent) => {
    leftAt = target instanceof Element ? hrefOf(target.closest('a')) : undefined
  }

  return (
    <div ref={frame} role="group" onKeyDown={press} onClick={leave}>
      {children}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

let leftAt: string | undefined

const hrefOf = (element: Element | null | undefined): string | undefined => element?.getAttribute('href') ?? undefined
