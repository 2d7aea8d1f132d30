import { describe, expect, test } from 'vitest'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { type Day, dayPlus } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { Service } from '#domain/directory/directory.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { daysIn, isIn, weekOver, weekPeriod } from '#domain/review/period.ts'
import { type ChangedTableName, whatChanged } from '#domain/review/what-changed.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { tellPartners } from '#domain/review/told-partners.ts'
import { isSmall, tellBelowTotal, tellCount, tellNested, type ToldCount } from '#domain/disclosure/told-count.ts'
import { boundsOf } from '#tests/domain/disclosure/solver.ts'

/** A Sunday: the week is over. */
const SUNDAY = '2018-07-29'
const NOW = `${SUNDAY}T22`

let made = 0
const aRecord = (type: RecordType, fields: SharedFields): FieldRecord => ({
  type,
  id: `record-${(made += 1)}`,
  author: 'phone-3',
  fields,
  disputed: []
})
const anArrival = (answers: Answers, day: Day) =>
  aRecord(
    'arrival',
    anonymiseArrival(NEW_ARRIVAL, { men: 1, ...answers }, { at: startOfHour(`${day}T10`), zone: 'parks' })
  )
/** So many groups with this need in each week, this week first. */
const weeksOf = (need: Need, counts: readonly number[]) =>
  counts.flatMap((count, back) =>
    Array.from({ length: count }, () => anArrival({ needs: [need] }, dayPlus(SUNDAY, -7 * back)))
  )
/** From so long ago that every week before is a whole one. */
const longAgo = anArrival({}, dayPlus(SUNDAY, -60))

const changedOf = (records: readonly FieldRecord[], options: Partial<Parameters<typeof whatChanged>[2]> = {}) =>
  whatChanged(records, weekPeriod(SUNDAY), { now: NOW, services: [], notesOf: () => [], ...options })
const rowOf = (changed: ReturnType<typeof changedOf>, table: ChangedTableName, code: string) =>
  changed.tables.find(({ name }) => name === table)?.rows.find((row) => row.code === code)
const shoes = (...counts: number[]) => rowOf(changedOf([longAgo, ...weeksOf('shoes', counts)]), 'needs', 'shoes')

describe('a change is named only where the numbers carry it', () => {
  test('stands beside the week before and the mean of the four before', () => {
    expect(shoes(14, 6, 4, 5, 6)).toMatchObject({ groups: 14, before: 6, usual: 5.3, change: 'more' })
  })

  test('four groups are no rise, whatever was usual', () => {
    expect(shoes(4, 0, 0, 0, 0)).not.toHaveProperty('change')
    expect(shoes(5, 0, 0, 0, 0)).toMatchObject({ change: 'more' })
  })

  test('what chance brings is no rise', () => {
    // Twice the root of 16 and a quarter of it more is 8.9.
    expect(shoes(24, 16, 16, 16, 16)).not.toHaveProperty('change')
    expect(shoes(25, 16, 16, 16, 16)).toMatchObject({ change: 'more' })
  })

  test('more than usual, but no more than the week before, is no rise', () => {
    expect(shoes(25, 25, 8, 8, 8)).not.toHaveProperty('change')
  })

  test('a fall is named in the same way, also one to nothing', () => {
    expect(shoes(0, 9, 8, 7, 8)).toMatchObject({ groups: 0, change: 'fewer' })
    expect(shoes(5, 9, 8, 7, 8)).not.toHaveProperty('change')
  })

  test('small numbers are said without per cents', () => {
    expect(shoes(14, 6, 4, 5, 6)).not.toHaveProperty('percent')
    expect(shoes(40, 20, 20, 20, 20)).toMatchObject({ change: 'more', percent: 100 })
  })

  test('a large family is one group and no rise', () => {
    const family = anArrival({ men: 10, boys: 10, needs: ['shoes'] }, SUNDAY)
    expect(rowOf(changedOf([longAgo, family]), 'needs', 'shoes')).toMatchObject({ groups: 1 })
  })

  test('with less than two whole weeks behind it nothing is usual', () => {
    const began = weeksOf('shoes', [20, 2])
    expect(changedOf(began)).toMatchObject({ weeksBefore: 0 })
    expect(rowOf(changedOf(began), 'needs', 'shoes')).not.toHaveProperty('change')
    const older = [...began, anArrival({}, dayPlus(SUNDAY, -20))]
    expect(changedOf(older)).toMatchObject({ weeksBefore: 2 })
    expect(rowOf(changedOf(older), 'needs', 'shoes')).toMatchObject({ usual: 1, change: 'more' })
  })
})

test('of a week that is not over nothing is told, but of the newest that is', () => {
  const thisWeek = weekPeriod(SUNDAY)
  for (const day of daysIn(thisWeek)) expect(weekOver(SUNDAY, day)).toEqual(weekPeriod(dayPlus(SUNDAY, -7)))
  expect(weekOver(SUNDAY, dayPlus(SUNDAY, 1))).toEqual(thisWeek)
  expect(weekOver(dayPlus(SUNDAY, -20), SUNDAY)).toEqual(weekPeriod(dayPlus(SUNDAY, -20)))
})

test('language, country and area of a group are counted once each, what nobody said too', () => {
  const changed = changedOf([anArrival({ language: 'ar', country: 'SY' }, SUNDAY), anArrival({}, SUNDAY)])
  for (const { rows, isSplit } of changed.tables) {
    if (isSplit) expect(rows.reduce((sum, { groups }) => sum + groups, 0)).toBe(changed.groups)
  }
  expect(rowOf(changed, 'zone', 'parks')).toMatchObject({ groups: 2 })
})

test('names needs of the week that no service on offer meets', () => {
  const service = { needs: ['shoes'], lastChecked: SUNDAY } as unknown as Service
  const records = [...weeksOf('shoes', [2]), ...weeksOf('transport', [3])]
  expect(changedOf(records, { services: [service] }).noProvider).toEqual([{ need: 'transport', groups: 3 }])
})

test('says where there is room as somebody heard it in the week, the fullest first', () => {
  const service = (name: string, capacity?: Service['capacity']) =>
    ({ name: { en: name }, needs: ['accommodation'], lastChecked: SUNDAY, capacity }) as unknown as Service
  const services = [
    service('roomy', { available: 20, maximum: 50, updated: SUNDAY }),
    service('full', { available: 0, updated: dayPlus(SUNDAY, -6) }),
    service('of last week', { available: 5, updated: dayPlus(SUNDAY, -7) }),
    service('unknown')
  ]
  expect(changedOf([], { services }).room.map(({ name }) => name.en)).toEqual(['full', 'roomy'])
})

test('says where there is room as it was heard after the newest week, for what was told before is gone', () => {
  const capacity = { available: 3, updated: dayPlus(SUNDAY, 2) }
  const service = { name: { en: 'roomy' }, needs: [], lastChecked: SUNDAY, capacity } as unknown as Service
  const roomOn = (day: Day) => changedOf([], { now: `${day}T22`, services: [service] }).room
  expect(roomOn(dayPlus(SUNDAY, 3))).toHaveLength(1)
  expect(roomOn(dayPlus(SUNDAY, 10))).toEqual([])
})

test('says nothing of what people say only once they trust somebody, however many said it', () => {
  const violence = 'gbv_support'
  const kase = aRecord('case', { met: `${SUNDAY}T10`, [`need_${violence}`]: 'unavailable' })
  const changed = changedOf([longAgo, kase, ...weeksOf(violence, [9, 1]), ...weeksOf('transport', [3])])
  expect(rowOf(changed, 'needs', violence)).toBeUndefined()
  expect(changed.noProvider).toEqual([{ need: 'transport', groups: 3 }])
  expect(changed.unmet).toEqual([])
})

describe('the answers of partners', () => {
  const aReferral = (day: Day, fields: SharedFields = {}) =>
    aRecord('referral', { met: `${day}T10`, provider: 'red-cross', state: 'made', ...fields })

  test('are the middle hours from the making, of those whose hour is known', () => {
    const referrals = [
      aReferral(SUNDAY, { state: 'done' }),
      aReferral(SUNDAY, { state: 'declined', reason: 'full' }),
      aReferral(SUNDAY, { state: 'accepted' }),
      aReferral(SUNDAY)
    ]
    const steps: Record<string, SharedFields[]> = {
      [referrals[0]?.id ?? '']: [
        { state: 'accepted', stepAt: `${SUNDAY}T12` },
        { state: 'done', stepAt: `${SUNDAY}T20` }
      ],
      [referrals[1]?.id ?? '']: [{ state: 'declined', stepAt: `${SUNDAY}T16` }]
    }
    const notesOf = (id: string) => (steps[id] ?? []).map((fields, at) => ({ fields, at, author: 'phone-3' }))
    expect(changedOf(referrals, { notesOf }).partners).toEqual([
      {
        provider: 'red-cross',
        referrals: 4,
        answered: { referrals: 3, timed: 2, hours: 6 },
        helped: { referrals: 1, timed: 1, hours: 10 },
        noRoom: 1
      }
    ])
  })

  test('are of four weeks, without what the team took back', () => {
    const old = aReferral(dayPlus(SUNDAY, -28))
    const [first, taken] = [aReferral(dayPlus(SUNDAY, -27)), aReferral(SUNDAY, { state: 'withdrawn' })]
    expect(changedOf([old, first, taken]).partners).toMatchObject([{ referrals: 1 }])
  })
})

test('in a made-up month every group stands once in each split, and no change is named in its first weeks', () => {
  for (const seed of [1, 2, 3]) {
    const published = PUBLISHED_MONTHS[0]
    if (published === undefined) throw new Error('No published month')
    const { arrivals, month } = makeUpMonth(published, createSeededRandom(seed))
    const records = arrivals.map(({ answers, circumstances }) =>
      aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, circumstances))
    )
    for (const day of [`${month}-07`, `${month}-14`, `${month}-28`]) {
      const week = weekPeriod(day)
      const changed = whatChanged(records, week, { now: `${week.to}T23`, services: [], notesOf: () => [] })
      const inWeek = records.filter(({ fields: { met } }) => isIn(week, String(met)))
      expect(changed.groups).toBe(inWeek.length)
      for (const { rows, isSplit } of changed.tables) {
        if (isSplit) expect(rows.reduce((sum, { groups }) => sum + groups, 0)).toBe(inWeek.length)
        if (changed.weeksBefore < 2) expect(rows.filter(({ change }) => change)).toEqual([])
      }
    }
  }
})

describe('what leaves', () => {
  test('tells no number under five, and none from which one could be worked out', () => {
    expect(tellBelowTotal([12, 7, 3, 0])).toEqual({ counts: [12, 'some', 'some', 0], total: 22 })
    expect(tellBelowTotal([20, 5, 1])).toEqual({ counts: [20, 'some', 'some'], total: 26 })
  })

  test('tells no sum of few either, such as that of the children', () => {
    expect(tellBelowTotal([12, 4, 3]).counts).toEqual([12, 'some', 'some'])
    expect(tellBelowTotal([20, 7, 2, 1]).counts).toEqual([20, 'some', 'some', 'some'])
  })

  test('of a sum that is told tells nothing where every part would be known by it', () => {
    expect(tellBelowTotal([1, 1, 1, 1, 1])).toEqual({ counts: [1, 1, 1, 1, 1].map(() => undefined), total: 5 })
  })

  test('where one group may stand in several rows each is told by itself', () => {
    expect([12, 7, 3, 0].map(tellCount)).toEqual([12, 7, 'some', 0])
  })

  test('of those who came so far tells none that would give away how few did not', () => {
    expect(tellNested([12, 11, 6])).toEqual([12, 'some', 6])
    expect(tellNested([12, 12, 7])).toEqual([12, 12, 7])
    expect(tellNested([12, 3, 0])).toEqual([12, 'some', 0])
  })

  test('tells all where none is small', () => expect(tellBelowTotal([12, 7, 0]).counts).toEqual([12, 7, 0]))
})

describe('from what leaves nobody works out', () => {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, number) => number)
  const asNumber = (told: ToldCount | undefined) => (typeof told === 'number' ? told : undefined)

  test('a hidden part of a sum, whatever the parts are', () => {
    const parts = upTo(9).flatMap((a) => upTo(9).flatMap((b) => upTo(9).map((c) => [a, b, c])))
    const known = parts.filter((counts) => {
      const { counts: told, total } = tellBelowTotal(counts)
      if (typeof total !== 'number' || told.includes(undefined)) return false
      return boundsOf([[...told.map(asNumber), total]], false).some(({ least, most }) => least === most)
    })
    expect(known).toEqual([])
  })

  test('few that an organisation did not answer, or not help, or had room for, also who knows how it is told', () => {
    type Counts = readonly [inAll: number, answered: number, helped: number, noRoom: number]
    const all = upTo(14).flatMap((inAll) =>
      upTo(inAll).flatMap((answered) =>
        upTo(answered).flatMap((helped) =>
          upTo(answered - helped).map((noRoom): Counts => [inAll, answered, helped, noRoom])
        )
      )
    )
    const tell = ([referrals, answered, helped, noRoom]: Counts) => {
      const reached = (number: number) => ({ referrals: number, timed: number, hours: 3 })
      return tellPartners([
        { provider: 'red-cross', referrals, answered: reached(answered), helped: reached(helped), noRoom }
      ])
    }
    const alike = [...Map.groupBy(all, (counts) => JSON.stringify(tell(counts))).values()]
    const parts: readonly ((counts: Counts) => number)[] = [
      ([inAll]) => inAll,
      ([, answered]) => answered,
      ([, , helped]) => helped,
      ([, , , noRoom]) => noRoom,
      ([inAll, answered]) => inAll - answered,
      ([, answered, helped]) => answered - helped,
      ([, answered, helped, noRoom]) => answered - helped - noRoom
    ]
    for (const part of parts) {
      const known = alike.map((group) => new Set(group.map(part))).filter(({ size }) => size === 1)
      expect(known.filter((numbers) => [...numbers].some(isSmall))).toEqual([])
    }
  })

  test('which organisation had more, of those whose numbers are hidden', () => {
    const partner = (provider: string, referrals: number) => {
      const answered = { referrals: 0, timed: 0 }
      return { provider, referrals, answered, helped: answered, noRoom: 0 }
    }
    const told = tellPartners([partner('c', 9), partner('b', 4), partner('a', 1)])
    expect(told.map(({ provider }) => provider)).toEqual(['c', 'a', 'b'])
  })
})
