// Opening hours as a person types them: a line for each day of the week, and a line for each day that is different.
import { Day } from '#domain/belgrade-time.ts'
import type { Exception, Schedule, Service } from '#domain/directory/directory.ts'
import type { FlawReason } from '#domain/directory/entry-flaws.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export type TypedHours = Readonly<Record<Weekday, string>>

export type HoursFlaw = { readonly day: Weekday; readonly why: FlawReason }

/** What goes on past midnight stands on both days, as it has to be typed. */
export const hoursToTyped = (hours: Service['hours']): TypedHours => {
  const times = hours === 'unknown' ? [] : hours.flatMap(splitAtMidnight)
  const lineOf = (day: Weekday) =>
    times
      .filter((one) => one.day === day)
      .map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`)
      .sort()
      .join(' ')
  return Object.fromEntries(WEEKDAYS.map((day) => [day, lineOf(day)])) as TypedHours
}

/** The same hours with nothing that goes on past midnight or is said twice, and one row for all days with the same times. */
export const weekRows = (hours: readonly Schedule[]): Schedule[] => {
  const parts = hours.flatMap((schedule) => splitAtMidnight(schedule).map((part) => ({ ...part, note: schedule.note })))
  const rows = new Map<string, Schedule>()
  for (const day of WEEKDAYS) {
    for (const { opensAt, closesAt, note } of joined(parts.filter((part) => part.day === day))) {
      const key = `${opensAt}-${closesAt} ${note?.en ?? ''}`
      const byday = [...(rows.get(key)?.byday ?? []), day]
      rows.set(key, { byday, opensAt, closesAt, ...(note && { note }) })
    }
  }
  return [...rows.values()]
}

/** Of one day: two that overlap are one. */
const joined = <One extends Times>(times: readonly One[]): One[] => {
  const apart: One[] = []
  for (const one of times.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))) {
    const last = apart.at(-1)
    if (last === undefined || one.opensAt >= last.closesAt) apart.push(one)
    else if (one.closesAt > last.closesAt) apart[apart.length - 1] = { ...last, closesAt: one.closesAt }
  }
  return apart
}

/** Nothing typed at all is no knowledge of the hours. `before` keeps its rows, and their notes, where nothing was changed. */
export const typedToHours = (
  typed: TypedHours,
  before: Service['hours'] = 'unknown'
): Result<Service['hours'], HoursFlaw[]> => {
  const known = hoursToTyped(before)
  if (WEEKDAYS.every((day) => known[day] === typed[day].trim())) return accept(before)
  const flaws: HoursFlaw[] = []
  const daysByTimes = new Map<string, { times: Times; byday: Weekday[] }>()
  for (const day of WEEKDAYS) {
    const read = readTimes(typed[day])
    if (!read.ok) {
      flaws.push({ day, why: read.refusal })
      continue
    }
    for (const times of read.value) {
      const key = `${times.opensAt}-${times.closesAt}`
      const there = daysByTimes.get(key) ?? { times, byday: [] }
      daysByTimes.set(key, { times, byday: [...there.byday, day] })
    }
  }
  if (flaws.length > 0) return refuse(flaws)
  const rows = [...daysByTimes.values()].map(({ times, byday }): Schedule => ({
    byday,
    ...times,
    ...noteOf(before, times)
  }))
  return accept(rows.length === 0 ? 'unknown' : rows)
}

/** `2026-12-25` is closed; `2026-12-31 09:00-12:00`; `2026-07-01 2026-07-15` are closed from the one to the other. */
export const exceptionsToTyped = (exceptions: readonly Exception[] = []): string =>
  exceptions
    .map(({ from, to, times }) =>
      [from, ...(to === from ? [] : [to]), ...times.map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`)].join(' ')
    )
    .join('\n')

export const typedToExceptions = (typed: string): Result<Exception[], FlawReason> => {
  const exceptions: Exception[] = []
  for (const line of typed.split('\n').filter((text) => text.trim() !== '')) {
    const words = line.trim().split(/\s+/)
    const days = words.filter((word) => isDay(word))
    const [from, to = from] = days
    if (from === undefined || to === undefined || days.length > 2) return refuse('dates')
    if (to < from) return refuse('order')
    const times = readTimes(words.slice(days.length).join(' '))
    if (!times.ok) return times
    exceptions.push({ from, to, times: times.value })
  }
  return accept(exceptions)
}

type Times = Pick<Schedule, 'opensAt' | 'closesAt'>

const splitAtMidnight = ({ byday, opensAt, closesAt }: Schedule): (Times & { day: Weekday })[] =>
  byday.flatMap((day) => {
    if (closesAt > opensAt) return [{ day, opensAt, closesAt }]
    const next = WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % 7] ?? day
    return [
      { day, opensAt, closesAt: '24:00' },
      ...(closesAt === '00:00' ? [] : [{ day: next, opensAt: '00:00', closesAt }])
    ]
  })

const noteOf = (before: Service['hours'], times: Times): Pick<Schedule, 'note'> => {
  const same =
    before === 'unknown'
      ? undefined
      : before.find(({ opensAt, closesAt }) => opensAt === times.opensAt && closesAt === times.closesAt)
  return same?.note ? { note: same.note } : {}
}

/** Several times of one day, in any order, apart by spaces or commas. Midnight at the end of a day is 24:00. */
const readTimes = (text: string): Result<Times[], FlawReason> => {
  const times: Times[] = []
  for (const word of text
    .replaceAll('–', '-')
    .replace(/\s*-\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean)) {
    const found = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(word)
    if (found === null) return refuse('times')
    const [opensAt, closesAt] = [timeOf(found[1], found[2]), timeOf(found[3], found[4])]
    if (opensAt === undefined || closesAt === undefined || opensAt === '24:00') return refuse('times')
    if (closesAt <= opensAt) return refuse('order')
    times.push({ opensAt, closesAt })
  }
  const inOrder = times.sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
  return inOrder.some(({ opensAt }, index) => opensAt < (inOrder[index - 1]?.closesAt ?? ''))
    ? refuse('overlap')
    : accept(inOrder)
}

const timeOf = (hour = '', minute = '00'): string | undefined => {
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined
}

/** 30 February is none. */
const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T12:00:00Z`)
  return Day.safeParse(text).success && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
