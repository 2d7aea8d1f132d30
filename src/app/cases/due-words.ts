// "Until Thursday 14:20", "Until 12 Dec 2026": a day as near as it is, and the time where it counts.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { dayAt } from '#domain/belgrade-time.ts'

export type Due = { readonly until: number; readonly hasTime: boolean; readonly isPast: boolean }

/** The last day it can be done: midnight belongs to the day it ends. */
export const lastDayOf = ({ until, hasTime }: Due): string => dayAt(hasTime ? until : until - 1)

export const useDueWords = (): ((due: Due, now: number) => string) => {
  const t = useWords('case')
  const format = useFormat()
  const { day } = useDirectoryWords()
  return (due, now) => {
    const when = { day: day(lastDayOf(due), now), time: format.time(due.until) }
    if (due.isPast) return t('deadlines.past', { when: due.hasTime ? `${when.day} ${when.time}` : when.day })
    return due.hasTime ? t('deadlines.due', when) : t('deadlines.dueDay', { day: when.day })
  }
}
