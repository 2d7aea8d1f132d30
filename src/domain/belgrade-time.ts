// The team works by the clock on the wall in Belgrade (UTC+1, in summer UTC+2), whatever the phone's own zone says.
import * as z from 'zod/mini'

/** A day in Belgrade, `2018-07-03`. */
export const Day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
export type Day = z.infer<typeof Day>

/** An hour in Belgrade, `2018-07-03T14`: the finest time that ever leaves a phone. */
export const ShiftHour = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])$/))
export type ShiftHour = z.infer<typeof ShiftHour>

/** A calendar month, `2018-07`. */
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export type Month = z.infer<typeof Month>

/** Made when first asked for: it takes a slow phone a while. */
let clock: Intl.DateTimeFormat | undefined

const clockInBelgrade = () =>
  (clock ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Belgrade',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }))

/** `at`: milliseconds since 1970 UTC. */
export const shiftHourAt = (at: number): ShiftHour => {
  const part = partsAt(at)
  return `${part.year}-${part.month}-${part.day}T${part.hour}`
}

export const dayAt = (at: number): Day => dayOf(shiftHourAt(at))

/** Minutes since midnight in Belgrade and the weekday, 0 = Sunday. */
export const wallClockAt = (at: number): { day: Day; weekday: number; minutes: number } => {
  const part = partsAt(at)
  const day = `${part.year}-${part.month}-${part.day}`
  return { day, weekday: weekdayOf(day), minutes: Number(part.hour) * 60 + Number(part.minute) }
}

export const dayOf = (hour: ShiftHour): Day => hour.slice(0, 10)

export const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay()

/** `days` may be negative. */
export const dayPlus = (day: Day, days: number): Day => {
  const noon = new Date(`${day}T12:00:00Z`).getTime()
  return new Date(noon + days * 86_400_000).toISOString().slice(0, 10)
}

export const daysOfMonth = (month: Month): Day[] => {
  const days: Day[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = dayPlus(day, 1)) days.push(day)
  return days
}

export const monthOfDay = (day: Day): Month => day.slice(0, 7)

/** `months` may be negative. */
export const monthPlus = (month: Month, months: number): Month => {
  const first = new Date(`${month}-01T12:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return monthOfDay(first.toISOString())
}

const partsAt = (at: number) => {
  const named = { year: '', month: '', day: '', hour: '', minute: '' }
  for (const { type, value } of clockInBelgrade().formatToParts(at)) {
    if (type in named) named[type as keyof typeof named] = value
  }
  return { ...named, year: named.year.padStart(4, '0') }
}
