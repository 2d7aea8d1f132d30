import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { readFilter } from '#app/screens/people/people-filter.ts'
import { createPeopleIndex, shortIdOf } from '#app/screens/people/people-index.ts'
import { filterPeople, ONLY, peopleOf, type PeopleFilter, setAsideIn } from '#app/screens/people/people-list.ts'
import { createNames } from '#app/screens/people/people-names.ts'
import { createFormat } from '#app/language/format.ts'
import { EMPTY_VIEW } from '#device/letterbox/letterbox-view.ts'
import { anonymiseArrival, anonymiseCase, anonymiseReferral, anonymiseTally } from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Zone } from '#domain/codes/zones.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import type { ReferralFields } from '#domain/records/referral.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { dotOf } from '#protocol/ids.ts'
import { mergeChanges } from '#protocol/merge.ts'
import { messages } from '#locales/sr-Latn/index.ts'

const DAY = '2018-07-03'
const NOW = `${DAY}T22`
const MINE = '00000000k3m7'
const OTHERS = '00000000p2q9'

const HERE = { at: startOfHour(`${DAY}T20`), zone: 'parks' } as const

let made = 0
const aRecord = (type: RecordType, fields: SharedFields, author = MINE): FieldRecord => ({
  type,
  id: dotOf(author, (made += 1)),
  author,
  fields,
  disputed: []
})

type Meeting = { hour?: string; zone?: Zone; author?: string }

const anArrival = (answers: Answers, { hour = `${DAY}T20`, zone = 'parks', author = MINE }: Meeting = {}) =>
  aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(hour), zone }), author)

const aReferral = (arrival: FieldRecord, { hour = `${DAY}T21`, author = MINE }: Meeting = {}) => {
  const fields: ReferralFields = {
    arrival: arrival.id,
    provider: 'msf',
    service: 'clinic',
    needs: ['medical'],
    due: 'now',
    consent: 'worker',
    told: ['people'],
    state: 'made'
  }
  return aRecord('referral', anonymiseReferral(fields, { at: startOfHour(hour), zone: 'railway' }), author)
}

const words = createInstance()
await words.init({ lng: 'sr-Latn', resources: { 'sr-Latn': messages }, ns: ['codes'] })

/** As the screen names codes in Serbian. */
const names = createNames({
  labels: {
    code: (list, code) => words.t(`codes:${list}.${code}` as 'codes:languages.ar'),
    country: (code) => createFormat('sr-Latn').country(code),
    language: () => {
      throw new Error('Nobody asks for this')
    },
    label: () => '',
    choice: () => ''
  },
  zoneLabel: (zone) => words.t(`codes:zones.${zone}` as 'codes:zones.parks'),
  formatOf: (language) => createFormat(language)
})

const indexOf = (records: readonly FieldRecord[], notes: Readonly<Record<string, string>> = {}) =>
  createPeopleIndex<FieldRecord>({
    namesOf: names,
    noteOf: ({ id }) => notes[id] ?? '',
    findArrival: ({ fields }) => records.find(({ id }) => id === fields['arrival'])
  })

describe('the search', () => {
  const afghan = anArrival({ men: 1, country: 'AF', language: 'fa-AF' }, { zone: 'bus_station' })
  const syrian = anArrival({ women: 2, country: 'SY', language: 'ar' }, { zone: 'krnjaca' })
  const turkish = anArrival({ men: 3, country: 'TR', language: 'tr' })
  const records = [afghan, syrian, turkish]

  test.each([
    ['the language of the screen', 'avganistan', [afghan]],
    ['Cyrillic letters', 'Сиријa', [syrian]],
    ['English', 'syria', [syrian]],
    ['Arabic letters', 'سوريا', [syrian]],
    ["a language's own name", 'دری', [afghan]],
    ["a language's own name without its accents", 'turkce', [turkish]],
    ['a place with its accents', 'Krnjača', [syrian]],
    ['a place without them', 'krnjaca', [syrian]],
    ['the beginnings of two words in any order', 'autob avgan', [afghan]],
    ['letters that stand in nothing', 'zzz', []]
  ])('finds by %s', (_, query, found) => {
    expect(indexOf(records).find(records, query)).toEqual(found)
  })

  test('shows everybody while nothing is asked', () => {
    expect(indexOf(records).find(records, '  ')).toEqual(records)
  })

  test('finds by the words of a note that only this phone has', () => {
    const index = indexOf(records, { [turkish.id]: 'Plava jakna, kod česme' })
    expect(index.find(records, 'cesma')).toEqual([])
    expect(index.find(records, 'cesme jakna')).toEqual([turkish])
  })

  test('finds by the short form of an id, and only when it is whole', () => {
    expect(indexOf(records).find(records, shortIdOf(afghan.id).toUpperCase())).toEqual([afghan])
    expect(indexOf(records).find(records, 'k3m7')).toEqual([])
  })

  test('finds a referral by the people it is for', () => {
    const referral = aReferral(syrian)
    const all = [...records, referral]
    expect(indexOf(all).find(all, 'arapski')).toEqual([syrian, referral])
  })

  test('knows a record anew after it has changed', () => {
    const index = indexOf(records)
    const corrected = { ...afghan, fields: { ...afghan.fields, country: 'PK' } }
    expect(index.find([afghan], 'pakistan')).toEqual([])
    expect(index.find([corrected], 'pakistan')).toEqual([corrected])
  })
})

test('ten thousand records are read ahead of the first letter, and never again while a person types', () => {
  const arrival = anonymiseArrival(NEW_ARRIVAL, { men: 1, country: 'AF', language: 'ps' }, HERE)
  const records = Array.from({ length: 10_000 }, () => aRecord('arrival', arrival))
  const [last] = records.slice(-1)
  const read = { names: 0, notes: 0 }
  const index = createPeopleIndex<FieldRecord>({
    namesOf: (field, code) => {
      read.names += 1
      return names(field, code)
    },
    noteOf: ({ id }) => {
      read.notes += 1
      return id === last?.id ? 'Plava jakna' : ''
    },
    findArrival: () => undefined
  })
  index.read(records)
  expect(read).toEqual({ names: 3, notes: 10_000 })
  for (const typed of ['a', 'av', 'avg', 'avga', 'jak', 'плава']) index.find(records, typed)
  expect(index.find(records, 'pla')).toEqual([last])
  expect(read).toEqual({ names: 3, notes: 10_000 })
})

describe('the list', () => {
  const listed = (records: readonly FieldRecord[], isSetAside: (record: FieldRecord) => boolean = () => false) =>
    peopleOf(records, { now: NOW, isSetAside })
  const idsOf = (people: ReturnType<typeof listed>) => people.map(({ record }) => record.id)

  test('begins with whoever is in danger, then with what waits for a person, then with the newest', () => {
    const newest = anArrival({ men: 1 })
    const disputed = { ...anArrival({ men: 2 }), disputed: ['men'] }
    const setAside = anArrival({ men: 3 })
    const late = aReferral(newest, { hour: '2018-07-01T10' })
    const alone = anArrival({ boys: 1, alone: 'yes' })
    const people = listed([newest, disputed, setAside, late, alone], ({ id }) => id === setAside.id)
    expect(idsOf(people)).toEqual([alone.id, disputed.id, setAside.id, late.id, newest.id])
    expect(people.filter(({ isOverdue }) => isOverdue).map(({ record }) => record.id)).toEqual([late.id])
  })

  test('leaves out people who were only counted', () => {
    const counted = aRecord('tally', anonymiseTally('rough', 1, { at: startOfHour(NOW), zone: 'parks' }))
    expect(listed([counted])).toEqual([])
  })

  describe('narrowed', () => {
    const mine = anArrival({ men: 1 })
    const theirs = anArrival({ men: 1, urgent: ['sick_or_hurt'] }, { author: OTHERS, zone: 'railway' })
    const child = anArrival({ girls: 1, alone: 'yes' }, { author: OTHERS })
    const cousins = anArrival({ men: 1, boys: 1, urgent: ['child_alone'] }, { author: OTHERS })
    const yesterday = anArrival({ men: 1 }, { hour: '2018-07-02T23' })
    const sent = aReferral(theirs, { author: OTHERS })
    const declined = aReferral(theirs, { author: OTHERS })
    const answered = { ...declined, fields: { ...declined.fields, state: 'declined' } }
    const people = listed([mine, theirs, child, cousins, yesterday, sent, answered])
    const narrowed = (filter: Partial<PeopleFilter>) =>
      idsOf(filterPeople(people, { days: 'today', only: [], ...filter }, { today: DAY, author: MINE })).sort()
    const ids = (...records: FieldRecord[]) => records.map(({ id }) => id).sort()

    test.each([
      ['to today', {}, [mine, theirs, child, cousins, sent, answered]],
      ['to all days', { days: 'all' }, [mine, theirs, child, cousins, yesterday, sent, answered]],
      ['to those in danger', { only: ['urgent'] }, [theirs, child, cousins]],
      ['to children alone', { only: ['childrenAlone'] }, [child, cousins]],
      ['to what waits for a partner', { only: ['waiting'] }, [sent]],
      ['to my own', { only: ['mine'], days: 'all' }, [mine, yesterday]],
      ['to a place', { zone: 'railway' }, [theirs, sent, answered]],
      ['by two chips at once', { only: ['urgent', 'mine'] }, []]
    ] as const)('%s', (_, filter, found) => {
      expect(narrowed(filter)).toEqual(ids(...found))
    })
  })

  test('is "mine" by who has a case now, and for both while two have it', () => {
    const arrival = anArrival({ men: 1 }, { author: OTHERS })
    const aCase = (author: string, owner: string) =>
      aRecord('case', anonymiseCase({ arrival: arrival.id, state: 'open', owner }, HERE), author)
    const [taken, given] = [aCase(OTHERS, MINE), aCase(MINE, OTHERS)]
    const twice = { ...aCase(OTHERS, 'nobody'), disputed: ['owner'] }
    const people = listed([arrival, taken, given, twice])
    const mine = filterPeople(people, { days: 'today', only: ['mine'] }, { today: DAY, author: MINE })
    expect(idsOf(mine).sort()).toEqual([taken.id, twice.id].sort())
  })

  describe('waits for a person where two answers stand in what hangs on it', () => {
    const [boy, mother, again] = [anArrival({ boys: 1 }), anArrival({ women: 1 }), anArrival({ boys: 1 })]
    const kase = aRecord('case', anonymiseCase({ arrival: boy.id, state: 'open', owner: MINE }, HERE))
    const referral = aReferral(mother)
    const known = [boy, mother, again, kase, referral]
    const said = { answer: 'same', one: boy.id, other: again.id }
    const twice = (type: RecordType, fields: SharedFields) => ({ ...aRecord(type, fields), disputed: ['state'] })
    test.each([
      ['a follow-up of a case', twice('follow_up', { case: kase.id }), [kase]],
      ['a walk to the police', twice('accompaniment', { case: kase.id }), [kase]],
      ['a card', twice('card_given', { arrival: mother.id }), [mother]],
      ['a question of a partner', twice('question', { referral: referral.id }), [referral]],
      ['whether two are the same', twice('sameness', { one: mother.id, other: boy.id }), [mother, boy]],
      ['a group that belongs to it', twice('bond', { one: mother.id, other: boy.id }), [kase]],
      ['a group, by another record of the same people', twice('bond', { one: mother.id, other: again.id }), [kase]]
    ] as const)('%s', (_, part, waiting) => {
      const people = listed([...known, aRecord('sameness', said), part])
      const shown = filterPeople(people, { days: 'today', only: ['needsYou'] }, { today: DAY, author: MINE })
      expect(idsOf(shown).sort()).toEqual(waiting.map(({ id }) => id).sort())
      expect(shown.every(({ hasTwoAnswers }) => hasTwoAnswers)).toBe(true)
    })
  })

  test('a referral waits for a person while what the organisation asks has no reply', () => {
    const boy = anArrival({ boys: 1 })
    const referral = aReferral(boy)
    const asked = aRecord('question', { referral: referral.id, ask: 'come_today' })
    const waitingIn = (records: FieldRecord[]) =>
      filterPeople(listed(records), { days: 'today', only: ['needsYou'] }, { today: DAY, author: MINE })
    expect(waitingIn([boy, referral, asked]).map(({ record, waitsFor }) => [record.id, waitsFor])).toEqual([
      [referral.id, 'question']
    ])
    expect(waitingIn([boy, referral, { ...asked, fields: { ...asked.fields, reply: 'yes' } }])).toEqual([])
  })

  test('waits for a person where the team could not take what hangs on it', () => {
    const boy = anArrival({ boys: 1 })
    const kase = aRecord('case', anonymiseCase({ arrival: boy.id, state: 'open', owner: MINE }, HERE))
    const plan = aRecord('follow_up', { case: kase.id })
    const waiting = listed([boy, kase, plan], ({ id }) => id === plan.id).filter(({ needsYou }) => needsYou)
    expect(idsOf(waiting)).toEqual([kase.id])
    expect(waiting.every(({ hasTwoAnswers }) => !hasTwoAnswers)).toBe(true)
  })

  test("takes only this phone's own set-aside changes as waiting for its person", () => {
    const letterbox = {
      ...EMPTY_VIEW,
      hasAside: true,
      standingOf: () => ({ state: 'needs_you', why: 'bad_value' }) as const
    }
    const of = (author: string) =>
      mergeChanges([
        {
          author,
          counter: 1,
          type: 'arrival',
          record: dotOf(author, 1),
          clock: { at: 0, tick: 0 },
          over: [],
          fields: {}
        }
      ])
    expect(setAsideIn(letterbox, MINE)(of(MINE))).toBe(true)
    expect(setAsideIn(letterbox, MINE)(of(OTHERS))).toBe(false)
    expect(setAsideIn({ ...letterbox, hasAside: false }, MINE)(of(MINE))).toBe(false)
  })
})

describe('the address of the list', () => {
  test('holds chips, and today when it says nothing', () => {
    expect(readFilter(new URLSearchParams())).toEqual({ days: 'today', only: [] })
    expect(readFilter(new URLSearchParams('days=all&only=urgent&only=mine&zone=parks'))).toEqual({
      days: 'all',
      only: ['urgent', 'mine'],
      zone: 'parks'
    })
  })

  test('is read past what nobody knows', () => {
    expect(readFilter(new URLSearchParams('days=never&only=friends&zone=the_moon'))).toEqual({
      days: 'today',
      only: []
    })
    expect(ONLY).not.toContain('friends')
  })
})

test('a made-up month is found whole, country by country', () => {
  const july = PUBLISHED_MONTHS.find(({ month }) => month === '2018-07')
  if (july === undefined) throw new Error('July 2018 is published')
  const { arrivals } = makeUpMonth(july, createSeededRandom(7))
  const records = arrivals.map(({ answers, circumstances }) =>
    aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, circumstances))
  )
  const found = indexOf(records).find(records, 'pakistan')
  const pakistani = records.filter(({ fields }) => fields['country'] === 'PK')
  expect(pakistani.length).toBeGreaterThan(100)
  expect(pakistani.every((record) => found.includes(record))).toBe(true)
})
