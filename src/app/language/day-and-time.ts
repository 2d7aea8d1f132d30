// A day and a time of it, one after the other as the language joins them.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { type Day, dayAt, dayOf } from '#domain/belgrade-time.ts'

export type DayAndTime = {
  /** Milliseconds since 1970 UTC. */
  readonly at: (at: number) => string
  /** The time alone where the day is today. */
  readonly lately: (at: number, now: number) => string
  /** A shift hour: `3 Jul 2018, 21:00`. */
  readonly ofHour: (hour: string) => string
  readonly of: (day: Day, time: string) => string
}

export const useDayAndTime = (): DayAndTime => {
  const t = useWords('common')
  const format = useFormat()
  const of: DayAndTime['of'] = (day, time) => t('when.dayAndTime', { day: format.shortDate(day), time })
  return {
    of,
    at: (at) => of(dayAt(at), format.time(at)),
    lately: (at, now) => (dayAt(at) === dayAt(now) ? format.time(at) : of(dayAt(at), format.time(at))),
    ofHour: (hour) => of(dayOf(hour), `${hour.slice(11)}:00`)
  }
}
