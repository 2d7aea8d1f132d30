// How many things each phone may bring in a day, counted in memory for that day alone: no store and no log learns of it. Each
// server process counts for itself, and begins anew with its start.
import { type Day, dayAt } from '#domain/belgrade-time.ts'

/** Undefined when the phone may bring no more today. Otherwise its place is taken until it is given back. */
export type DayLimit = (phone: string) => { readonly giveBack: () => void } | undefined

export const createDayLimit = (now: () => number, aDay: number): DayLimit => {
  const taken = new Map<string, number>()
  let today: Day | undefined
  return (phone) => {
    const day = dayAt(now())
    if (day !== today) taken.clear()
    today = day
    const count = taken.get(phone) ?? 0
    if (count >= aDay) return undefined
    taken.set(phone, count + 1)
    return { giveBack: () => day === today && taken.set(phone, (taken.get(phone) ?? 1) - 1) }
  }
}
