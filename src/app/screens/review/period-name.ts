// A period as it is said: a day, a shift with its hours, a week by its two ends, a month by its name.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useFormat } from '#app/language/language-context.tsx'
import { monthOfDay } from '#domain/belgrade-time.ts'
import { isWholeMonth, type Period } from '#domain/review/period.ts'

export const usePeriodName = (): ((period: Period) => string) => {
  const { shortDate, monthOf } = useFormat()
  const dayAndTime = useDayAndTime()
  return (period) => {
    const { from, to, hours } = period
    if (hours) return dayAndTime.of(from, `${hours.first.slice(11)}:00–${endOf(hours.last)}:00`)
    if (isWholeMonth(period)) return monthOf(monthOfDay(from))
    return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`
  }
}

/** A shift whose last hour is 13 ends at 14:00. */
const endOf = (last: string): string => String((Number(last.slice(11)) + 1) % 24).padStart(2, '0')
