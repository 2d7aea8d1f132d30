// Which days are reviewed, kept in the address: `?day=2018-07-03` or `?month=2018-07`; today when it says nothing.
import { useSearchParams } from 'react-router'
import { Day, daysOfMonth, Month } from '#domain/belgrade-time.ts'
import { dayPeriod, monthPeriod, type Period } from '#domain/review/period.ts'

export type ReviewChoice = { readonly day: Day } | { readonly month: Month }

export const useReviewChoice = (today: Day): [ReviewChoice, (choice: ReviewChoice) => void] => {
  const [address, setAddress] = useSearchParams()
  return [readChoice(address, today), (choice) => setAddress(new URLSearchParams(choice), { replace: true })]
}

/** What is no real day or month is read as today. */
export const readChoice = (address: URLSearchParams, today: Day): ReviewChoice => {
  const [day, month] = [address.get('day') ?? '', address.get('month') ?? '']
  if (isDay(day)) return { day }
  return isMonth(month) ? { month } : { day: today }
}

export const periodOf = (choice: ReviewChoice): Period =>
  'day' in choice ? dayPeriod(choice.day) : monthPeriod(choice.month)

const isDay = (text: string): boolean => Day.safeParse(text).success && daysOfMonth(text.slice(0, 7)).includes(text)

const isMonth = (text: string): boolean => Month.safeParse(text).success
