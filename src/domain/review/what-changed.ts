// What changed in a week: what was needed, which languages were spoken, where people came from and where they were met, beside
// the week before and the mean of the four before; which needs find nobody; where there is room; how soon partners answer; what
// nobody has checked.
// Counted in groups: those who travel together come together, so a large family is no rise.
import { type Day, dayOf, dayPlus, type ShiftHour } from '#domain/belgrade-time.ts'
import { toldNeedOf } from '#domain/codes/needs.ts'
import { zoneOf } from '#domain/codes/zones.ts'
import type { Service } from '#domain/directory/directory.ts'
import { staleServices } from '#domain/directory/stale-services.ts'
import { NOT_KNOWN } from '#domain/form/choices.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { codesIn, compare, type DatedRecord, datedRecords, findCode } from '#domain/review/dated-record.ts'
import { NOT_SAID_COUNTRY } from '#domain/review/newly-arrived.ts'
import { type PartnerAnswers, partnerAnswers } from '#domain/review/partner-answers.ts'
import { isIn, type Period, weekOver } from '#domain/review/period.ts'
import { reachOf } from '#domain/review/tables.ts'
import type { Noted } from '#domain/review/what-happened.ts'
import { type NeedOfGroups, type UnmetNeed, unmetNeeds, withoutProvider } from '#domain/review/unmet.ts'
import { countOnce } from '#domain/same-people/count-once.ts'

export const CHANGED_TABLES = ['needs', 'language', 'country', 'zone'] as const
export type ChangedTableName = (typeof CHANGED_TABLES)[number]

export type ChangedRow = {
  readonly code: string
  /** Groups of the week, and of the week before. */
  readonly groups: number
  readonly before: number
  /** The mean of the weeks before, with one decimal. */
  readonly usual: number
  /** Only where the numbers carry it. */
  readonly change?: 'more' | 'fewer'
  /** Of the usual; only where that is large enough for per cents. */
  readonly percent?: number
}

export type ChangedTable = {
  readonly name: ChangedTableName
  /** Each group stands in one row. */
  readonly isSplit: boolean
  /** Most groups first; what was there only before stands last. */
  readonly rows: readonly ChangedRow[]
}

export type WhatChanged = {
  /** Seven whole days. */
  readonly week: Period
  readonly groups: number
  /** Whole weeks before it with anything known, at most four. */
  readonly weeksBefore: number
  readonly tables: readonly ChangedTable[]
  /** Needed this week, with no service on offer; the most wanted first. */
  readonly noProvider: readonly NeedOfGroups[]
  /** Of the cases of the week. */
  readonly unmet: readonly UnmetNeed[]
  /** Services of which somebody heard in the week how many places are free, or since in the newest one; the fullest first. */
  readonly room: readonly ServiceWithRoom[]
  /** Of the referrals of the four weeks up to its end. */
  readonly partners: readonly PartnerAnswers[]
  readonly stale: readonly Service[]
}

export type ServiceWithRoom = Service & { readonly capacity: NonNullable<Service['capacity']> }

type Options = {
  readonly now: ShiftHour
  /** Those on offer. */
  readonly services: readonly Service[]
  /** The changes of one record, the oldest first. */
  readonly notesOf: (id: string) => readonly Noted[]
}

const WEEKS_BEFORE = 4
/** With fewer weeks behind it nothing is usual yet. */
export const WEEKS_NEEDED = 2

/** `week`: one that is over. Of one that is not, each day's less that of the day before would be a day. */
export const whatChanged = (records: readonly FieldRecord[], week: Period, options: Options): WhatChanged => {
  const { now, services, notesOf } = options
  const today = dayOf(now)
  // What was heard since then stands in place of what was heard before.
  const isNewest = weekOver(today, today).from === week.from
  const dated = datedRecords(records)
  const arrivals = countOnce(ofType(dated, 'arrival'), dated)
  const weeks = weeksBefore(week, arrivals)
  const met = arrivals.filter(({ met: hour }) => isIn(week, hour))
  const count = (one: Period) => arrivals.filter(({ met: hour }) => isIn(one, hour))
  const halves = { now: met, before: count(weekUpTo(dayPlus(week.from, -1))), weeks: weeks.map(count) }
  const fourWeeks = { from: dayPlus(week.to, 1 - 7 * WEEKS_BEFORE), to: week.to }
  const inWeeks = ofType(dated, 'referral').filter(({ met: hour }) => isIn(fourWeeks, hour))
  return {
    week,
    groups: met.length,
    weeksBefore: weeks.length,
    tables: CHANGED_TABLES.map((name) => tableOf(name, halves)),
    noProvider: withoutProvider(reachOf(met, CODES.needs), services),
    unmet: unmetNeeds(ofType(dated, 'case').filter(({ met: hour }) => isIn(week, hour))).filter(
      ({ need }) => toldNeedOf(need) !== undefined
    ),
    room: servicesWithRoom(services, { from: week.from, to: isNewest ? today : week.to }),
    partners: partnerAnswers(inWeeks, notesOf),
    stale: staleServices(services, today)
  }
}

const weekUpTo = (day: Day): Period => ({ from: dayPlus(day, -6), to: day })

/** A week in which the team began is no whole one: what came before its first record is not known. */
const weeksBefore = ({ from }: Period, arrivals: readonly DatedRecord[]): Period[] => {
  const first = arrivals[0] && dayOf(arrivals[0].met)
  return Array.from({ length: WEEKS_BEFORE }, (_, back) => weekUpTo(dayPlus(from, -1 - 7 * back))).filter(
    (week) => first !== undefined && first <= week.from
  )
}

const CODES: Record<ChangedTableName, (arrival: DatedRecord) => readonly string[]> = {
  // It is taken to coordination.
  needs: ({ fields }) => codesIn(fields, 'needs').filter((code) => toldNeedOf(code) !== undefined),
  language: ({ fields }) => [findCode(fields, 'language') ?? NOT_KNOWN],
  country: ({ fields }) => [findCode(fields, 'country') ?? NOT_SAID_COUNTRY],
  zone: ({ fields }) => [zoneOf(fields)]
}

type Halves = {
  readonly now: readonly DatedRecord[]
  readonly before: readonly DatedRecord[]
  readonly weeks: readonly (readonly DatedRecord[])[]
}

const tableOf = (name: ChangedTableName, { now, before, weeks }: Halves): ChangedTable => {
  const countOf = (arrivals: readonly DatedRecord[]) =>
    new Map(reachOf(arrivals, CODES[name]).map(({ code, groups }) => [code, groups]))
  const [groups, groupsBefore, usual] = [countOf(now), countOf(before), countOf(weeks.flat())]
  const rows = [...new Set([...groups.keys(), ...groupsBefore.keys(), ...usual.keys()])].map((code): ChangedRow => {
    const counts = { groups: groups.get(code) ?? 0, before: groupsBefore.get(code) ?? 0 }
    const mean = weeks.length === 0 ? 0 : (usual.get(code) ?? 0) / weeks.length
    const change = weeks.length < WEEKS_NEEDED ? undefined : changeOf(counts, mean, weeks.length)
    const percent = change && mean >= PERCENT_FROM && Math.round((100 * (counts.groups - mean)) / mean)
    return {
      code,
      ...counts,
      usual: Math.round(mean * 10) / 10,
      ...(change && { change }),
      ...(percent && { percent })
    }
  })
  return {
    name,
    isSplit: name !== 'needs',
    rows: rows.sort((a, b) => b.groups - a.groups || b.usual - a.usual || compare(a.code, b.code))
  }
}

/** Of fewer a per cent says more than is known. */
const PERCENT_FROM = 20
/** Neither this week nor usually so many: no change is named. */
const NAMED_FROM = 5
/** Groups that come by chance differ from their mean by more than twice its root in one week of twenty. */
const SPREAD = 2

/** More than the week before and than usual, by more than chance brings; fewer likewise. The mean of few weeks is by chance too. */
const changeOf = (
  { groups, before }: Pick<ChangedRow, 'groups' | 'before'>,
  usual: number,
  weeks: number
): ChangedRow['change'] => {
  const byChance = SPREAD * Math.sqrt(Math.max(usual, 1) * (1 + 1 / weeks))
  if (Math.max(groups, usual) < NAMED_FROM || Math.abs(groups - usual) < byChance) return undefined
  if (groups > usual) return groups > before ? 'more' : undefined
  return groups < before ? 'fewer' : undefined
}

const servicesWithRoom = (services: readonly Service[], { from, to }: Period): ServiceWithRoom[] =>
  services
    .flatMap((service) => (service.capacity ? [{ ...service, capacity: service.capacity }] : []))
    .filter(({ capacity: { updated } }) => updated >= from && updated <= to)
    .sort((a, b) => a.capacity.available - b.capacity.available || compare(a.name.en, b.name.en))

const ofType = (records: readonly DatedRecord[], type: FieldRecord['type']) =>
  records.filter((record) => record.type === type)
