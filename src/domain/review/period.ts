// What a review covers, by the wall clock in Belgrade: whole days, or the hours of one shift. Both ends are included.
import { type Day, dayOf, dayPlus, daysOfMonth, type Month, type ShiftHour, weekdayOf } from '#domain/belgrade-time.ts'

/** `hours` are of `from` and `to`: the first hour and the last of one shift. */
export type Period = {
  readonly from: Day
  readonly to: Day
  readonly hours?: { readonly first: ShiftHour; readonly last: ShiftHour }
}

export const dayPeriod = (day: Day): Period => ({ from: day, to: day })

/** Monday to Sunday, the week `day` is in. */
export const weekPeriod = (day: Day): Period => {
  const monday = dayPlus(day, -((weekdayOf(day) + 6) % 7))
  return { from: monday, to: dayPlus(monday, 6) }
}

/** The week `day` is in, or the newest that is over where that one is not. */
export const weekOver = (day: Day, today: Day): Period => {
  const [week, newest] = [weekPeriod(day), weekPeriod(dayPlus(today, -7))]
  return week.from > newest.from ? newest : week
}

export const monthPeriod = (month: Month): Period => ({
  from: `${month}-01`,
  to: daysOfMonth(month).at(-1) ?? `${month}-01`
})

/** Teams cover day and night in three shifts; the night one belongs to the day it began on. */
const SHIFTS = [
  { first: '06', last: '13' },
  { first: '14', last: '21' },
  { first: '22', last: '05' }
] as const

/** The shift `hour` is in. */
export const shiftPeriod = (hour: ShiftHour): Period => {
  const clock = hour.slice(11)
  const shift = SHIFTS.find(({ first, last }) => clock >= first && clock <= last) ?? NIGHT
  const from = clock <= NIGHT.last ? dayPlus(dayOf(hour), -1) : dayOf(hour)
  const to = shift === NIGHT ? dayPlus(from, 1) : from
  return { from, to, hours: { first: `${from}T${shift.first}`, last: `${to}T${shift.last}` } }
}

const [, , NIGHT] = SHIFTS

/** What a period is compared with: the month before a whole month, the shift before a shift, else as many days just before. */
export const periodBefore = (period: Period): Period => {
  const dayBefore = dayPlus(period.from, -1)
  if (period.hours) {
    const at = SHIFTS.findIndex(({ first }) => first === period.hours?.first.slice(11))
    const { first } = SHIFTS[at - 1] ?? NIGHT
    return shiftPeriod(`${at === 0 ? dayBefore : period.from}T${first}`)
  }
  if (isWholeMonth(period)) return monthPeriod(dayBefore.slice(0, 7))
  return { from: dayPlus(dayBefore, 1 - daysIn(period).length), to: dayBefore }
}

export const periodAfter = (period: Period): Period => {
  const dayAfter = dayPlus(period.to, 1)
  if (period.hours) {
    const at = SHIFTS.findIndex(({ first }) => first === period.hours?.first.slice(11))
    const next = SHIFTS[at + 1]
    return shiftPeriod(next ? `${period.from}T${next.first}` : `${period.to}T${SHIFTS[0].first}`)
  }
  if (isWholeMonth(period)) return monthPeriod(dayAfter.slice(0, 7))
  return { from: dayAfter, to: dayPlus(period.to, daysIn(period).length) }
}

export const daysIn = ({ from, to }: Period): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = dayPlus(day, 1)) days.push(day)
  return days
}

export const isIn = ({ from, to, hours }: Period, hour: ShiftHour): boolean => {
  if (hours) return hour >= hours.first && hour <= hours.last
  const day = dayOf(hour)
  return day >= from && day <= to
}

export const isBefore = ({ from, hours }: Period, hour: ShiftHour): boolean =>
  hours ? hour < hours.first : dayOf(hour) < from

export const isWholeMonth = ({ from, to, hours }: Period): boolean => {
  const month = monthPeriod(from.slice(0, 7))
  return hours === undefined && from === month.from && to === month.to
}
