// When a service is open, how old its entry is and what is spoken there, in words.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { type Day, dayAt, dayPlus, weekdayOf } from '#domain/belgrade-time.ts'
import type { PartialDate } from '#domain/directory/directory.ts'
import { type Weekday, WEEKDAYS } from '#domain/directory/typed-hours.ts'
import { daysSinceChecked, OLD_AFTER_DAYS } from '#domain/directory/freshness.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

export type DirectoryWords = {
  /** "Open until 20:00", "Closed, opens Monday 09:00". `at`: milliseconds since 1970 UTC, here and below. */
  opening: (row: ServiceRow, at: number) => string
  /** "Last checked: 3 days ago", "Last checked: May 2016". */
  checked: (lastChecked: PartialDate, at: number) => string
  languages: (ids: readonly string[]) => string
  weekday: (weekday: Weekday) => string
  /** "today", "tomorrow", "Monday", "3 July 2018": as near as it is. */
  day: (day: Day, at: number) => string
}

export const useDirectoryWords = (): DirectoryWords => {
  const t = useWords('services')
  const format = useFormat()
  const labels = useLabels()

  const day = (date: Day, at: number): string => {
    const today = dayAt(at)
    if (date === today) return t('today')
    if (date === dayPlus(today, 1)) return t('tomorrow')
    return date > today && date < dayPlus(today, 7) ? format.weekday(weekdayOf(date)) : format.shortDate(date)
  }

  const when = (lastChecked: PartialDate, at: number): string => {
    const days = daysSinceChecked(lastChecked, dayAt(at))
    if (lastChecked.length === 4) return lastChecked
    if (lastChecked.length === 7) return format.monthOf(lastChecked)
    if (days > OLD_AFTER_DAYS) return format.shortDate(lastChecked)
    return days < 1 ? t('today') : format.relative(at - days * 86_400_000, at)
  }

  return {
    opening: ({ opening, standing }, at) => {
      if (standing === 'history') return t('opening.past')
      switch (opening.state) {
        case 'open':
          return opening.closesAt === undefined ? t('opening.always') : t('opening.until', { time: opening.closesAt })
        case 'closed':
          return opening.opensAt === undefined
            ? t('opening.closed')
            : t('opening.opens', { day: day(opening.opensAt.day, at), time: opening.opensAt.time })
        case 'unknown':
          return t('opening.unknown')
      }
    },
    checked: (lastChecked, at) => t('checked', { when: when(lastChecked, at) }),
    languages: (ids) => format.list(ids.map((id) => labels.code('languages', id))),
    weekday: (weekday) => format.weekday((WEEKDAYS.indexOf(weekday) + 1) % 7),
    day
  }
}
