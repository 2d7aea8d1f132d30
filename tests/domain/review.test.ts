import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymiseArrival, anonymiseReferral, anonymiseRemoval, anonymiseTally } from '#domain/anonymise.ts'
import { apportion, percentsOf } from '#domain/apportion.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Answers } from '#domain/form/answers.ts'
import { Form } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { REFERRAL_STATES, type ReferralFields } from '#domain/records/referral.ts'
import { dayPeriod, monthPeriod, periodBefore, weekPeriod } from '#domain/review/period.ts'
import { countToCheck, type Review, reviewOf } from '#domain/review/review.ts'
import type { SplitRow } from '#domain/review/tables.ts'

const SEED = 20_180_703

const DAY = '2018-07-03'
const NOW = '2018-07-03T22'

let made = 0
const aRecord = (type: RecordType, fields: SharedFields, more: Partial<FieldRecord> = {}): FieldRecord => ({
  type,
  id: `record-${String((made += 1)).padStart(6, '0')}`,
  author: 'phone-3',
  fields,
  disputed: [],
  ...more
})

const anArrival = (answers: Answers, { hour = `${DAY}T20`, ...more }: Partial<FieldRecord> & { hour?: string } = {}) =>
  aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(hour), zone: 'parks' }), more)

const aReferral = (fields: Partial<ReferralFields>, hour: string) =>
  aRecord(
    'referral',
    anonymiseReferral(
      {
        arrival: 'arrival-1',
        provider: 'msf',
        service: 'clinic',
        needs: ['medical'],
        due: 'now',
        consent: 'worker',
        told: ['people'],
        state: 'made',
        ...fields
      },
      { at: startOfHour(hour), zone: 'parks' }
    )
  )

const today = (records: FieldRecord[], forms = [NEW_ARRIVAL]) => reviewOf(records, dayPeriod(DAY), { now: NOW, forms })

describe('a review of the day', () => {
  test('says of each group once how far the police came with it: certificates of the day, and where all others stand', () => {
    const step = (state: string, stepAt: string, to = 'reg_accompany') => ({ to, state, stepAt, met: `${DAY}T08` })
    const group = (id: string, going: SharedFields, kase: SharedFields = {}) => [
      anArrival({ men: 2 }, { id, hour: '2018-06-01T20' }),
      aRecord('case', { arrival: id, state: 'open', met: '2018-06-01T20', ...kase }, { id: `case of ${id}` }),
      aRecord('accompaniment', { case: `case of ${id}`, ...going })
    ]
    const records = [
      ...group('a', step('arrived', `${DAY}T12`), { since_certificate: `${DAY}T11` }),
      ...group('b', step('certificate', `${DAY}T12`)),
      ...group('c', step('refused', `${DAY}T12`)),
      ...group('d', step('refused', '2018-07-02T12')),
      ...group('e', step('arrived', `${DAY}T12`), { since_certificate: '2018-07-02T11' }),
      ...group('f', step('arrived', `${DAY}T12`, 'medical')),
      ...group('g', step('ended', `${DAY}T12`), { since_lodged: '2018-07-02T11' }),
      ...group('h', step('refused', `${DAY}T12`), { since_certificate: 'taken_back' })
    ]
    expect(today(records).registrations).toEqual([
      { code: 'certificate', groups: 2, people: 4 },
      { code: 'refused', groups: 2, people: 4 }
    ])
    const joined = aRecord('sameness', { one: 'b', other: 'c', answer: 'same', met: `${DAY}T13` })
    expect(today([...records, joined]).registrations).toEqual([
      { code: 'certificate', groups: 2, people: 4 },
      { code: 'refused', groups: 1, people: 2 }
    ])
  })

  test('counts men, boys, women and girls, and the children who are alone', () => {
    const { newlyArrived } = today([
      anArrival({ men: 2, boys: 1 }),
      anArrival({ boys: 2, girls: 1, alone: 'yes' }),
      anArrival({ men: 3, boys: 2, childrenAlone: 1 }),
      anArrival({ women: 1, girls: 2 })
    ])
    expect(newlyArrived.groups).toBe(4)
    expect(newlyArrived.people).toBe(14)
    expect(newlyArrived.byKind.map(({ code, people }) => [code, people])).toEqual([
      ['men', 5],
      ['boys', 5],
      ['women', 1],
      ['girls', 3]
    ])
    expect(newlyArrived.children).toEqual({ total: 8, alone: 4, accompanied: 4 })
  })

  test('sorts countries by people and shows what nobody said', () => {
    const { newlyArrived } = today([
      anArrival({ men: 1, country: 'SY' }),
      anArrival({ men: 4, country: 'AF' }),
      anArrival({ men: 1 })
    ])
    expect(newlyArrived.byCountry).toEqual([
      { code: 'AF', people: 4, percent: 66.7 },
      { code: 'SY', people: 1, percent: 16.7 },
      { code: 'XXX', people: 1, percent: 16.6 }
    ])
  })

  test('puts an arrival on the day and hour of the wall clock in Belgrade', () => {
    const lateEvening = Date.parse('2018-07-02T22:30:00Z')
    const fields = anonymiseArrival(NEW_ARRIVAL, { men: 1 }, { at: lateEvening, zone: 'parks' })
    const { newlyArrived } = today([aRecord('arrival', fields)])
    expect(newlyArrived.byHour[0]).toEqual({ hour: 0, groups: 1, people: 1 })
    expect(newlyArrived.byDay).toEqual([{ day: DAY, groups: 1, people: 1 }])
  })

  test('leaves out other days and whatever was removed', () => {
    const removed = anArrival({ men: 5 })
    const { newlyArrived, peopleMet } = today([
      anArrival({ men: 1 }),
      anArrival({ men: 7 }, { hour: '2018-07-02T23' }),
      { ...removed, fields: { ...removed.fields, ...anonymiseRemoval() } }
    ])
    expect(newlyArrived.people).toBe(1)
    expect(peopleMet).toBe(1)
  })

  test('adds people seen again to the people met', () => {
    const at = { at: startOfHour(`${DAY}T06`), zone: 'parks' } as const
    const { seenAgain, peopleMet } = today([
      anArrival({ men: 2 }),
      aRecord('tally', anonymiseTally('rough', 12, at)),
      aRecord('tally', anonymiseTally('rough', 3, at)),
      aRecord('tally', anonymiseTally('centre', 5, at))
    ])
    expect(seenAgain).toEqual({
      people: 20,
      byClass: [
        { class: 'centre', people: 5 },
        { class: 'returned', people: 0 },
        { class: 'rough', people: 15 },
        { class: 'other', people: 0 }
      ]
    })
    expect(peopleMet).toBe(22)
  })

  test('shows urgent groups oldest first, and a child alone even when nobody raised the flag', () => {
    const evening = anArrival({ men: 1, urgent: ['at_risk', 'sick_or_hurt'] }, { hour: `${DAY}T21` })
    const dawn = anArrival({ boys: 1, alone: 'yes' }, { hour: `${DAY}T06` })
    const { urgent } = today([evening, anArrival({ men: 3 }), dawn])
    expect(urgent.map(({ id, flags }) => [id, flags])).toEqual([
      [dawn.id, ['child_alone']],
      [evening.id, ['sick_or_hurt', 'at_risk']]
    ])
  })

  test('names urgent groups nobody has been asked to help, also when the provider declined', () => {
    const helped = anArrival({ men: 1, urgent: ['sick_or_hurt'] })
    const declined = anArrival({ men: 1, urgent: ['sick_or_hurt'] })
    const forgotten = anArrival({ boys: 1, alone: 'yes' })
    const { toCheck, urgent } = today([
      helped,
      declined,
      forgotten,
      aReferral({ arrival: helped.id }, '2018-07-04T08'),
      aReferral({ arrival: declined.id, state: 'declined' }, `${DAY}T21`)
    ])
    expect(toCheck.urgentNotFollowedUp).toEqual([declined.id, forgotten.id])
    expect(urgent.find(({ id }) => id === helped.id)?.isFollowedUp).toBe(true)
  })

  test('a group of one area is followed up wherever somebody referred it', () => {
    const hurt = anArrival({ men: 1, urgent: ['sick_or_hurt'] })
    const elsewhere = aReferral({ arrival: hurt.id }, `${DAY}T21`)
    const records = [hurt, { ...elsewhere, fields: { ...elsewhere.fields, zone: 'krnjaca' } }]
    const { toCheck, referrals } = reviewOf(records, dayPeriod(DAY), { now: NOW, zone: 'parks' })
    expect(toCheck.urgentNotFollowedUp).toEqual([])
    expect(referrals.total).toBe(0)
  })

  test('an urgent group waits until its case is closed, or somebody has it and has done what was due at once', () => {
    const boy = anArrival({ boys: 1, alone: 'yes' }, { hour: `${DAY}T06` })
    const waits = (fields: SharedFields) => {
      const kase = aRecord('case', { met: `${DAY}T07`, zone: 'parks', arrival: boy.id, ...fields })
      const { toCheck, waiting } = reviewOf([boy, kase], dayPeriod(DAY), { now: '2018-07-10T12' })
      expect(waiting.at(-1)?.groups).toBe(toCheck.urgentNotFollowedUp.length)
      return toCheck.urgentNotFollowedUp.length
    }
    const done = { state: 'open', owner: 'phone-3', alert_child_alone: 'csw_informed' }
    expect(waits({ state: 'open', owner: 'phone-3', alert_child_alone: 'open' })).toBe(1)
    expect(waits(done)).toBe(0)
    expect(waits({ ...done, owner: 'nobody' })).toBe(1)
    expect(waits({ ...done, state: 'closed', owner: 'nobody', outcome: 'helped' })).toBe(0)
    expect(waits({ ...done, state: 'closed', alert_child_alone: 'open' })).toBe(1)
    expect(waits({ ...done, removed: 1 })).toBe(1)
  })

  test('names arrivals without a country, and answers two people gave differently', () => {
    const open = anArrival({ men: 1 })
    const notSaid = anArrival({ men: 1, country: 'XXX' })
    const disputed = anArrival({ men: 2, country: 'AF' }, { disputed: ['men', 'country'] })
    const review = today([open, notSaid, disputed])
    const { toCheck } = review
    expect(countToCheck(review)).toBe(2)
    expect(toCheck.countryMissing).toEqual([open.id])
    expect(toCheck.disputed).toEqual([{ id: disputed.id, type: 'arrival', fields: ['country', 'men'] }])
  })

  test('names two answers of an earlier day too: they wait until somebody settles them', () => {
    const before = anArrival({ men: 2 }, { disputed: ['men'], hour: '2018-07-01T20' })
    const after = anArrival({ men: 2 }, { disputed: ['men'], hour: '2018-07-04T20' })
    expect(today([before, after]).toCheck.disputed.map(({ id }) => id)).toEqual([before.id])
  })

  test('counts services and needs by groups and by people', () => {
    const { given, needs } = today([
      anArrival({ men: 3, given: ['info', 'food_water'], needs: ['medical'] }),
      anArrival({ women: 1, girls: 1, given: ['info'] })
    ])
    expect(given).toEqual([
      { code: 'info', groups: 2, people: 5 },
      { code: 'food_water', groups: 1, people: 3 }
    ])
    expect(needs).toEqual([{ code: 'medical', groups: 1, people: 3 }])
  })

  test('is all zeros, never a fault, when nobody was met', () => {
    const review = today([])
    expect(review.peopleMet).toBe(0)
    expect(review.newlyArrived.byCountry).toEqual([])
    expect(review.newlyArrived.byKind.map(({ percent }) => percent)).toEqual([0, 0, 0, 0])
    expect(review.newlyArrived.byDay).toEqual([{ day: DAY, groups: 0, people: 0 }])
  })
})

describe('referrals in a review', () => {
  test('are overdue when the whole hour they are due in has passed', () => {
    const referral = aReferral({}, '2018-07-02T21')
    const period = dayPeriod('2018-07-02')
    const overdueAt = (now: string) => reviewOf([referral], period, { now }).referrals.overdue
    expect(overdueAt('2018-07-03T21')).toEqual([])
    expect(overdueAt('2018-07-03T22')).toMatchObject([{ id: referral.id, dueBy: '2018-07-03T21', hoursOver: 1 }])
  })

  test('keep their 24 hours when the clocks change in the night', () => {
    const referral = aReferral({}, '2018-10-27T20')
    const [overdue] = reviewOf([referral], dayPeriod('2018-10-27'), { now: '2018-10-28T20' }).referrals.overdue
    expect(overdue).toMatchObject({ dueBy: '2018-10-28T19', hoursOver: 1 })
  })

  test('of earlier days stay in sight until somebody answers', () => {
    const silent = aReferral({ due: 'soon' }, '2018-06-20T10')
    const done = aReferral({ state: 'done' }, '2018-06-20T10')
    const { referrals } = today([silent, done, aReferral({}, `${DAY}T10`), aReferral({ state: 'done' }, `${DAY}T10`)])
    expect(referrals.total).toBe(2)
    expect(referrals.open).toBe(1)
    expect(referrals.overdue).toEqual([])
    expect(referrals.overdueFromBefore.map(({ id }) => id)).toEqual([silent.id])
  })
})

describe("an organisation's own questions", () => {
  const ownForm = Form.parse({
    ...NEW_ARRIVAL,
    version: 2,
    questions: [
      ...NEW_ARRIVAL.questions,
      {
        type: 'choose_one',
        name: 'pushedBack',
        label: { text: { en: 'Sent back at a border?' } },
        privacy: 'shared',
        place: 'more',
        choices: { list: 'yesNoUnsure' }
      },
      {
        type: 'counter',
        name: 'blankets',
        label: { text: { en: 'Blankets' } },
        privacy: 'shared',
        place: 'more'
      },
      { type: 'counter', name: 'kept', label: { text: { en: 'Stays here' } }, privacy: 'device', place: 'more' }
    ]
  })
  const own = (answers: Answers) =>
    aRecord('arrival', anonymiseArrival(ownForm, answers, { at: startOfHour(`${DAY}T20`), zone: 'parks' }))

  test('are summed without anybody naming them', () => {
    const { ownQuestions } = today(
      [
        own({ men: 3, pushedBack: 'yes', blankets: 3 }),
        own({ men: 1, pushedBack: 'no', blankets: 2 }),
        own({ men: 2, pushedBack: 'yes' }),
        anArrival({ men: 4 })
      ],
      [NEW_ARRIVAL, ownForm]
    )
    expect(ownQuestions).toEqual([
      {
        question: 'pushedBack',
        label: { text: { en: 'Sent back at a border?' } },
        type: 'choose_one',
        choices: { list: 'yesNoUnsure' },
        rows: [
          { code: 'yes', groups: 2, people: 5 },
          { code: 'no', groups: 1, people: 1 }
        ],
        notAnswered: { groups: 1, people: 4 }
      },
      {
        question: 'blankets',
        label: { text: { en: 'Blankets' } },
        type: 'counter',
        rows: [{ code: 'blankets', groups: 2, people: 5 }],
        notAnswered: { groups: 2, people: 6 }
      }
    ])
  })
})

describe('periods', () => {
  test('a week runs from Monday to Sunday, a month to its last day', () => {
    expect(weekPeriod('2018-07-01')).toEqual({ from: '2018-06-25', to: '2018-07-01' })
    expect(weekPeriod('2018-07-02')).toEqual({ from: '2018-07-02', to: '2018-07-08' })
    expect(monthPeriod('2016-02')).toEqual({ from: '2016-02-01', to: '2016-02-29' })
  })

  test('are compared with the day, week or month before', () => {
    expect(periodBefore(dayPeriod('2018-07-01'))).toEqual(dayPeriod('2018-06-30'))
    expect(periodBefore(weekPeriod('2018-07-02'))).toEqual(weekPeriod('2018-06-25'))
    expect(periodBefore(monthPeriod('2018-03'))).toEqual(monthPeriod('2018-02'))
  })
})

describe('whatever the records are', () => {
  const code = fc.constantFrom('AF', 'SY', 'XXX', 'yes', 'no', 'MK', 'parks', 'rough', 'centre', 'made', 'done', 'now')
  const value = fc.oneof(fc.nat(9_999), code, fc.uniqueArray(code, { maxLength: 4 }))
  const twoDigits = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'))
  const hour = fc.tuple(fc.constantFrom('2018-06-30', '2018-07-01', '2018-07-31', '2018-08-01'), twoDigits(23))
  const names = ['men', 'boys', 'women', 'girls', 'alone', 'childrenAlone', 'country', 'language', 'route', 'zone']
  const more = ['urgent', 'given', 'needs', 'sleeping', 'count', 'class', 'state', 'due', 'arrival', 'removed']
  const counted = fc.record(
    { men: fc.nat(9), boys: fc.nat(9), women: fc.nat(9), girls: fc.nat(9), childrenAlone: fc.nat(20) },
    { requiredKeys: [] }
  )
  const records = fc
    .array(
      fc.record({
        type: fc.constantFrom<RecordType>('arrival', 'arrival', 'tally', 'referral'),
        met: hour.map(([day, at]) => `${day}T${at}`),
        anything: fc.dictionary(fc.constantFrom(...names, ...more), value),
        people: counted,
        disputed: fc.uniqueArray(fc.constantFrom('men', 'country'))
      }),
      { maxLength: 40 }
    )
    .map((drawn) =>
      drawn.map(({ type, met, anything, people, disputed }, index): FieldRecord => ({
        type,
        id: `id-${index}`,
        author: 'phone',
        fields: { ...anything, ...people, met },
        disputed
      }))
    )
  const july = (given: FieldRecord[]): Review => reviewOf(given, monthPeriod('2018-07'), { now: '2018-08-02T12' })
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const splitsOf = ({ newlyArrived }: Review): readonly (readonly SplitRow[])[] => [
    newlyArrived.byKind,
    newlyArrived.byCountry,
    newlyArrived.byLanguage,
    newlyArrived.byRoute,
    newlyArrived.byZone,
    newlyArrived.bySleeping,
    newlyArrived.byArrived,
    newlyArrived.byWantsAsylum
  ]

  test('parts add up to their totals', () => {
    fc.assert(
      fc.property(records, (given) => {
        const review = july(given)
        const { newlyArrived, seenAgain, referrals, peopleMet } = review
        for (const split of splitsOf(review)) expect(total(split.map((row) => row.people))).toBe(newlyArrived.people)
        for (const table of [newlyArrived.byHour, newlyArrived.byDay]) {
          expect(total(table.map((row) => row.people))).toBe(newlyArrived.people)
          expect(total(table.map((row) => row.groups))).toBe(newlyArrived.groups)
        }
        const { total: children, alone, accompanied } = newlyArrived.children
        expect(alone + accompanied).toBe(children)
        expect(accompanied).toBeGreaterThanOrEqual(0)
        expect(total(seenAgain.byClass.map((row) => row.people))).toBe(seenAgain.people)
        expect(newlyArrived.people + seenAgain.people).toBe(peopleMet)
        expect(referrals.byState.map(({ state }) => state)).toEqual(REFERRAL_STATES)
        expect(total(referrals.byState.map((row) => row.referrals))).toBe(referrals.total)
        expect(referrals.overdue.length).toBeLessThanOrEqual(referrals.open)
      }),
      { seed: SEED, numRuns: 300 }
    )
  })

  test('percentages add up to exactly 100.0 when there is anybody', () => {
    fc.assert(
      fc.property(records, (given) => {
        const review = july(given)
        for (const split of splitsOf(review)) {
          const tenths = total(split.map(({ percent }) => Math.round(percent * 10)))
          expect(tenths).toBe(review.newlyArrived.people > 0 ? 1000 : 0)
          for (const { percent } of split) expect(Number(percent.toFixed(1))).toBe(percent)
        }
      }),
      { seed: SEED, numRuns: 300 }
    )
  })

  test('their order never matters', () => {
    const withShuffled = records.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))
    )
    fc.assert(
      fc.property(withShuffled, ([given, mixed]) => {
        expect(july(mixed)).toEqual(july(given))
      }),
      { seed: SEED, numRuns: 300 }
    )
  })

  test('a part of an apportioned whole is never more than one away from its exact share', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 }), (whole, drawn) => {
        const weights = [1, ...drawn]
        const parts = apportion(whole, weights)
        const sum = total(weights)
        expect(total(parts)).toBe(whole)
        parts.forEach((part, index) => {
          expect(Math.abs(part - (whole * (weights[index] ?? 0)) / sum)).toBeLessThan(1)
        })
      }),
      { seed: SEED }
    )
    expect(apportion(7, [0, 0])).toEqual([0, 0])
    expect(percentsOf([1, 1, 1])).toEqual([33.4, 33.3, 33.3])
  })
})
