import { expect, test } from 'vitest'
import { countedToday, findLastTally, todaysWork as workOf } from '#app/screens/today/todays-work.ts'
import type { ShiftHour } from '#domain/belgrade-time.ts'
import { anonymiseArrival, anonymiseReferral, anonymiseTally } from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'

const DAY = '2018-07-03'
const NOW = `${DAY}T22`
const MINE = 'phone-1'

let made = 0
const aRecord = (type: RecordType, fields: SharedFields, author = MINE): FieldRecord => ({
  type,
  id: `record-${(made += 1)}`,
  author,
  fields,
  disputed: []
})

const anArrival = (answers: Answers, hour = `${DAY}T20`) =>
  aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(hour), zone: 'parks' }))

const aTally = (tallyClass: TallyClass, { hour = `${DAY}T20`, author = MINE } = {}) =>
  aRecord('tally', anonymiseTally(tallyClass, 1, { at: startOfHour(hour), zone: 'parks' }), author)

const aReferral = (arrival: FieldRecord, hour: string) =>
  aRecord(
    'referral',
    anonymiseReferral(
      {
        arrival: arrival.id,
        provider: 'msf',
        service: 'clinic',
        needs: ['medical'],
        due: 'now',
        consent: 'worker',
        told: ['people'],
        state: 'made'
      },
      { at: startOfHour(hour), zone: 'parks' }
    )
  )

const todaysWork = (records: readonly FieldRecord[], now: ShiftHour) =>
  workOf(records, now, ({ fields }) => startOfHour(String(fields['met'])))

test('counts the groups, the people in them and those seen again, of today only', () => {
  const work = todaysWork(
    [
      anArrival({ men: 2, boys: 1 }),
      anArrival({ women: 1 }),
      aTally('rough'),
      aTally('centre', { author: 'phone-2' }),
      anArrival({ men: 9 }, '2018-07-02T23'),
      aTally('rough', { hour: '2018-07-02T23' })
    ],
    NOW
  )
  expect(work).toMatchObject({ groups: 2, people: 4, seenAgain: 2 })
})

test('names those in danger whom nobody has seen to, also where a partner was asked, the longest wait first', () => {
  const late = anArrival({ men: 1, urgent: ['sick_or_hurt'] }, `${DAY}T21`)
  const early = anArrival({ boys: 1, alone: 'yes' }, `${DAY}T06`)
  const asked = anArrival({ men: 1, urgent: ['at_risk'] }, `${DAY}T05`)
  const before = anArrival({ men: 1, urgent: ['at_risk'] }, '2018-07-02T05')
  const work = todaysWork([late, early, asked, before, aReferral(asked, `${DAY}T07`)], NOW)
  expect(work.waitingForHelp).toEqual([before.id, asked.id, early.id, late.id])
})

test('names a child met before midnight also after it, and a danger that was noted in the case alone', () => {
  const met = '2018-07-03T23'
  const boy = anArrival({ boys: 1, alone: 'yes' }, met)
  const woman = anArrival({ women: 1 }, '2018-07-01T12')
  const kase = (fields: SharedFields) => aRecord('case', { met, arrival: woman.id, owner: MINE, ...fields })
  const night = '2018-07-04T00'
  expect(todaysWork([boy, woman], night).waitingForHelp).toEqual([boy.id])
  expect(todaysWork([boy, woman, kase({ alert_not_alone: 'open' })], night).waitingForHelp).toEqual([woman.id, boy.id])
  expect(todaysWork([woman, kase({ alert_not_alone: 'specialist_told' })], night).waitingForHelp).toEqual([])
})

test('counts seen again by class on this phone alone, from nothing each morning', () => {
  const records = [
    aTally('rough'),
    aTally('rough'),
    aTally('returned'),
    aTally('rough', { author: 'phone-2' }),
    aTally('centre', { hour: '2018-07-02T23' })
  ]
  expect(countedToday(records, { today: DAY, author: MINE })).toEqual({ centre: 0, returned: 1, rough: 2, other: 0 })
})

test("takes back this phone's own newest tap of a class", () => {
  const [newest, older] = [aTally('rough'), aTally('rough')]
  const records = [aTally('rough', { author: 'phone-2' }), aTally('centre'), newest, older]
  const own = { today: DAY, author: MINE }
  expect(findLastTally(records, { ...own, tallyClass: 'rough' })).toBe(newest)
  expect(findLastTally(records, { ...own, tallyClass: 'other' })).toBeUndefined()
})

test('whoever somebody has taken waits until what must be done at once is done', () => {
  const boy = anArrival({ boys: 1, alone: 'yes' })
  const kase = (fields: SharedFields) =>
    aRecord('case', { met: `${DAY}T20`, arrival: boy.id, owner: MINE, alert_child_alone: 'open', ...fields })
  const done = { alert_child_alone: 'csw_informed' }
  expect(todaysWork([boy, kase({})], NOW).waitingForHelp).toEqual([boy.id])
  expect(todaysWork([boy, kase(done)], NOW).waitingForHelp).toEqual([])
  expect(todaysWork([boy, kase({ ...done, owner: 'nobody' })], NOW).waitingForHelp).toEqual([boy.id])
  const shoes = aReferral(boy, `${DAY}T21`)
  expect(todaysWork([boy, kase({ owner: 'nobody' }), shoes], NOW).waitingForHelp).toEqual([boy.id])
  expect(todaysWork([boy, kase({ ...done, owner: 'nobody' }), shoes], NOW).waitingForHelp).toEqual([])
  expect(todaysWork([boy, kase({ ...done, removed: 1 })], NOW).waitingForHelp).toEqual([boy.id])
})
