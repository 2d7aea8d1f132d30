// A week of opening hours in as few lines as it takes: days that are alike and follow each other stand together.
import { type OpenDay, weekOf } from '#app/directory/week.ts'
import type { Weekday } from '#domain/directory/typed-hours.ts'
import type { Schedule } from '#domain/directory/directory.ts'

export type OpenDays = { readonly from: Weekday; readonly to: Weekday; readonly times: readonly string[] }

/** Closed days are left out. */
export const weekInShort = (hours: readonly Schedule[]): OpenDays[] =>
  weekOf(hours)
    .reduce<OpenDays[]>((lines, day) => {
      const last = lines.at(-1)
      return last && isLike(last, day)
        ? [...lines.slice(0, -1), { ...last, to: day.weekday }]
        : [...lines, { from: day.weekday, to: day.weekday, times: day.times }]
    }, [])
    .filter(({ times }) => times.length > 0)

const isLike = ({ times }: OpenDays, day: OpenDay): boolean => times.join() === day.times.join()
