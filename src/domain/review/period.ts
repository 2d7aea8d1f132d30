// The days a review covers, by the wall clock in Belgrade. Both ends are included.
import { type Day, dayOf, dayPlus, daysOfMonth, type Month, type ShiftHour, weekdayOf } from '#domain/belgrade-time.ts'

export type Period = { readonly from: Day; readonly to: Day }

export const dayPeriod = (day: Day): Period => ({ from: day, to: day })

/** Monday to Sunday, the week `day` is in. */
export const weekPeriod = (day: Day): Period => {
  const monday = dayPlus(day, -((weekdayOf(day) + 6) % 7))
  return { from: monday, to: dayPlus(monday, 6) }
}

export const monthPeriod = (month: Month): Period => ({
  from: `${month}-01`,
  to: daysOfMonth(month).at(-1) ?? `${month}-01`
})

/** What a period is compared with: the month before a whole month, else as many days just before. */
export const periodBefore = (period: Period): Period => {
  const dayBefore = dayPlus(period.from, -1)
  const month = period.from.slice(0, 7)
  if (isSame(period, monthPeriod(month))) return monthPeriod(dayBefore.slice(0, 7))
  return { from: dayPlus(dayBefore, 1 - daysIn(period).length), to: dayBefore }
}

export const daysIn = ({ from, to }: Period): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = dayPlus(day, 1)) days.push(day)
  return days
}

export const isIn = (period: Period, hour: ShiftHour): boolean => {
  const day = dayOf(hour)
  return day >= period.from && day <= period.to
}

const isSame = (a: Period, b: Period) => a.from === b.from && a.to === b.to
