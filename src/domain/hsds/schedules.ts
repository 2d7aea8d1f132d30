// Opening hours as HSDS schedules and back. They are pieces of RFC 5545 with a fixed offset; here they are times on the Belgrade
// wall, so the offset is that of winter, and that of summer is read as the same wall.
import type { Exception, Schedule, Service } from '#domain/directory/directory.ts'
import type { FlawReason } from '#domain/directory/entry-flaws.ts'
import {
  exceptionsToTyped,
  type Weekday,
  WEEKDAYS,
  typedToExceptions,
  weekRows
} from '#domain/directory/typed-hours.ts'
import type { HsdsSchedule } from '#domain/hsds/shape.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { derivedUuid } from '#domain/uuid.ts'

export type Hours = Pick<Service, 'hours' | 'exceptions'>

/** Rows with `dtstart` and `until` are days on which the week does not hold; without times it is closed. */
export const hoursToSchedules = (service: string, { hours, exceptions = [] }: Hours): HsdsSchedule[] => {
  const week = hours === 'unknown' ? [] : weekRows(hours).map(rowOfWeek)
  const others = exceptions.flatMap(rowsOfException)
  return [...week, ...others].map((row) => ({ id: derivedUuid(`schedule ${service} ${JSON.stringify(row)}`), ...row }))
}

export const schedulesToHours = (schedules: readonly HsdsSchedule[]): Result<Hours, FlawReason> => {
  const week: Schedule[] = []
  const lines = new Map<string, string[]>()
  for (const schedule of schedules) {
    const { dtstart, until, notes } = schedule
    const times = readTimes(schedule)
    if (!times.ok) return times
    if (dtstart && until) {
      const days = `${dtstart} ${until}`
      lines.set(days, [
        ...(lines.get(days) ?? []),
        ...(times.value ? [`${times.value.opensAt}-${times.value.closesAt}`] : [])
      ])
      continue
    }
    const byday = readDays(schedule)
    if (byday === undefined || times.value === undefined) return refuse('times')
    week.push({ byday, ...times.value, ...(notes && { note: { en: notes } }) })
  }
  const exceptions = typedToExceptions([...lines].map(([days, times]) => `${days} ${times.join(' ')}`).join('\n'))
  if (!exceptions.ok) return exceptions
  return accept({
    hours: week.length === 0 ? 'unknown' : week,
    ...(exceptions.value.length > 0 && { exceptions: exceptions.value })
  })
}

const WINTER = '+01:00'
const OFFSETS = ['', '+01:00', '+02:00', '+01', '+02']

const rowOfWeek = ({ byday, opensAt, closesAt, note }: Schedule) => ({
  freq: 'WEEKLY' as const,
  byday: byday.join(','),
  ...timesToHsds({ opensAt, closesAt }),
  ...(note && { notes: note.en })
})

const rowsOfException = (exception: Exception) => {
  const days = { dtstart: exception.from, until: exception.to }
  if (exception.times.length === 0) return [{ ...days, description: 'Closed' }]
  return exception.times.map((times) => ({
    ...days,
    ...timesToHsds(times),
    description: `Hours of ${exceptionsToTyped([{ ...exception, times: [] }])}`
  }))
}

/** The standard has no 24:00. */
const timesToHsds = ({ opensAt, closesAt }: Pick<Schedule, 'opensAt' | 'closesAt'>) => ({
  opens_at: `${opensAt}${WINTER}`,
  closes_at: `${closesAt === '24:00' ? '23:59' : closesAt}${WINTER}`,
  timezone: 1
})

const readTimes = ({
  opens_at: opens,
  closes_at: closes
}: HsdsSchedule): Result<Pick<Schedule, 'opensAt' | 'closesAt'> | undefined, FlawReason> => {
  if (!opens && !closes) return accept(undefined)
  const [opensAt, closesAt] = [readTime(opens), readTime(closes)]
  if (opensAt === undefined || closesAt === undefined) return refuse('times')
  const end = closesAt === '23:59' || closesAt === '00:00' ? '24:00' : closesAt
  return end <= opensAt ? refuse('order') : accept({ opensAt, closesAt: end })
}

/** Another offset would be another wall. */
const readTime = (text: string | null | undefined): string | undefined => {
  const [, time, offset] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?(.*)$/.exec(text ?? '') ?? []
  return time !== undefined && OFFSETS.includes(offset ?? '') ? time : undefined
}

/** Every week alone: "2MO" is a day of the month, and every second week is none that this directory can say. */
const readDays = ({ freq, byday, interval }: HsdsSchedule): Weekday[] | undefined => {
  if (freq === 'MONTHLY' || (interval ?? 1) !== 1) return undefined
  const named = (byday ?? '').split(',').map((day) => day.trim())
  const days = WEEKDAYS.filter((day) => named.includes(day))
  return days.length === named.length && days.length > 0 ? days : undefined
}
