// What is reviewed, kept in the address: `?day=2018-07-03`, `?shift=2018-07-03T14`, `?week=2018-07-02` or `?month=2018-07`; today
// when it says nothing.
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { Day, dayOf, daysOfMonth, Month, monthOfDay, ShiftHour } from '#domain/belgrade-time.ts'
import { dayPeriod, monthPeriod, type Period, shiftPeriod, weekPeriod } from '#domain/review/period.ts'

export type ReviewChoice =
  | { readonly day: Day }
  /** Any hour of it. */
  | { readonly shift: ShiftHour }
  /** Any day of it. */
  | { readonly week: Day }
  | { readonly month: Month }

export const SPANS = ['day', 'shift', 'week', 'month'] as const
export type Span = (typeof SPANS)[number]

export const useReviewChoice = (today: Day): [ReviewChoice, (choice: ReviewChoice) => void] => {
  const [address, setAddress] = useSearchParams()
  const choose = (choice: ReviewChoice) => {
    const next = new URLSearchParams(address)
    for (const span of SPANS) next.delete(span)
    for (const [span, value] of Object.entries(choice)) next.set(span, value)
    setAddress(next, { replace: true })
  }
  return [readChoice(address, today), choose]
}

/** What is no real day, hour or month is read as today. */
export const readChoice = (address: URLSearchParams, today: Day): ReviewChoice => {
  const [day, shift, week, month] = SPANS.map((span) => address.get(span) ?? '')
  if (isDay(day)) return { day }
  if (isHour(shift)) return { shift }
  if (isDay(week)) return { week }
  return isMonth(month) ? { month } : { day: today }
}

export const periodOf = (choice: ReviewChoice): Period => {
  if ('day' in choice) return dayPeriod(choice.day)
  if ('shift' in choice) return shiftPeriod(choice.shift)
  return 'week' in choice ? weekPeriod(choice.week) : monthPeriod(choice.month)
}

/** The same one for as long as the choice is: what is counted from it is counted once. */
export const usePeriod = (choice: ReviewChoice): Period => {
  const address = addressOf(choice)
  return useMemo(() => periodOf(Object.fromEntries(new URLSearchParams(address)) as ReviewChoice), [address])
}

export const spanOf = (choice: ReviewChoice): Span => SPANS.find((span) => span in choice) ?? 'day'

/** The day, shift, week or month that `hour` is in. */
export const choiceOf = (span: Span, hour: ShiftHour): ReviewChoice => {
  const day = dayOf(hour)
  return { day: { day }, shift: { shift: hour }, week: { week: day }, month: { month: monthOfDay(day) } }[span]
}

/** Where a period begins; a day, a week or a month by its noon, so that no shift of another day is meant. */
export const startOf = ({ from, hours }: Period): ShiftHour => hours?.first ?? `${from}T12`

/** As it stands in an address. */
export const addressOf = (choice: ReviewChoice): string => new URLSearchParams(Object.entries(choice)).toString()

/** Behind an address of the review: down to what is to be checked. */
export const TO_CHECK = '#to-check'

const isDay = (text = ''): text is Day => Day.safeParse(text).success && daysOfMonth(text.slice(0, 7)).includes(text)

const isHour = (text = ''): text is ShiftHour => ShiftHour.safeParse(text).success && isDay(text.slice(0, 10))

const isMonth = (text = ''): text is Month => Month.safeParse(text).success
