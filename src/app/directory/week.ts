// Opening hours as people read them: seven days, Monday first.
import type { Schedule } from '#domain/directory/directory.ts'
import { type Weekday, WEEKDAYS } from '#domain/directory/typed-hours.ts'

/** `times` are `['08:00–12:00', '13:00–16:00']`, earliest first; empty on a closed day. */
export type OpenDay = { readonly weekday: Weekday; readonly times: readonly string[] }

export const weekOf = (hours: readonly Schedule[]): OpenDay[] =>
  WEEKDAYS.map((weekday) => ({
    weekday,
    times: hours
      .filter(({ byday }) => byday.includes(weekday))
      .map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)
      .sort()
  }))

export const isAlwaysOpen = (hours: readonly Schedule[]): boolean =>
  weekOf(hours).every(({ times }) => times.includes('00:00–24:00'))
