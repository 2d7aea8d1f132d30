// Where help falls short: needs nobody could meet or no service is listed for, urgent groups nobody follows up, and needs that
// rise.
import { type Day, dayOf, dayPlus, type ShiftHour } from '#domain/belgrade-time.ts'
import { NEED_CODES, type Need, toldNeedOf } from '#domain/codes/needs.ts'
import type { Service } from '#domain/directory/directory.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { codesIn, type DatedRecord } from '#domain/review/dated-record.ts'
import type { UrgentGroup } from '#domain/review/needs-a-look.ts'
import type { ReachRow } from '#domain/review/tables.ts'

export type UnmetNeed = { readonly need: Need; readonly cases: number }

/** Of cases: the most first. */
export const unmetNeeds = (cases: readonly DatedRecord[]): readonly UnmetNeed[] =>
  NEED_CODES.map((need) => ({
    need,
    cases: cases.filter(({ fields }) => fields[`need_${need}`] === 'unavailable').length
  }))
    .filter(({ cases: count }) => count > 0)
    .sort((a, b) => b.cases - a.cases)

export type NeedOfGroups = { readonly need: Need; readonly groups: number }

/** Of what was needed, in the same order, what no service on offer meets. What is said only in trust is not told. */
export const withoutProvider = (needs: readonly ReachRow[], services: readonly Service[]): readonly NeedOfGroups[] => {
  const offered = new Set(services.flatMap((service) => service.needs))
  return needs.flatMap(({ code, groups }) => {
    const need = toldNeedOf(code)
    return need === undefined || need === 'other' || offered.has(need) ? [] : [{ need, groups }]
  })
}

/** Hours that urgent groups have waited to be followed up; `to` left out: longer than any. */
export type Waiting = { readonly from: number; readonly to?: number; readonly groups: number }

const WAITS = [{ from: 0, to: 24 }, { from: 24, to: 72 }, { from: 72 }] as const

export const urgentWaiting = (urgent: readonly UrgentGroup[], now: ShiftHour): readonly Waiting[] => {
  const hours = urgent
    .filter(({ isFollowedUp }) => !isFollowedUp)
    .map(({ met }) => (startOfHour(now) - startOfHour(met)) / 3_600_000)
  return WAITS.map((wait) => ({
    ...wait,
    groups: hours.filter((waited) => waited >= wait.from && ('to' in wait ? waited < wait.to : true)).length
  }))
}

export type RisingNeed = { readonly need: Need; readonly groups: number; readonly usual: number }

/** So few are no rise, whatever was usual. */
const RISE_FROM = 5
const WEEKS_BEFORE = 4

/** Groups with a need in the seven days up to `today`, beside the middle of the four weeks before; the steepest first. */
export const risingNeeds = (arrivals: readonly DatedRecord[], today: Day): readonly RisingNeed[] => {
  const ends = Array.from({ length: WEEKS_BEFORE + 2 }, (_, week) => dayPlus(today, -7 * week))
  const weekOf = (day: Day) => ends.findIndex((end, week) => day <= end && day > (ends[week + 1] ?? end))
  const weeksByNeed = new Map<string, number[]>()
  for (const { met, fields } of arrivals) {
    const week = weekOf(dayOf(met))
    if (week < 0) continue
    for (const need of codesIn(fields, 'needs')) {
      const weeks = weeksByNeed.get(need) ?? Array.from({ length: WEEKS_BEFORE + 1 }, () => 0)
      weeks[week] = (weeks[week] ?? 0) + 1
      weeksByNeed.set(need, weeks)
    }
  }
  return NEED_CODES.map((need) => {
    const [groups = 0, ...before] = weeksByNeed.get(need) ?? []
    return { need, groups, usual: middleOf(before) }
  })
    .filter(({ groups, usual }) => groups >= RISE_FROM && groups > usual)
    .sort((a, b) => b.groups - b.usual - (a.groups - a.usual))
}

/** Of an even number of counts: halfway between the two in the middle. */
const middleOf = (counts: readonly number[]): number => {
  const sorted = counts.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
