// Records merged in parts are those that all changes at once make, however few are held; and what is counted of them is what a
// lead's phone counts.
import { describe, expect, it } from 'vitest'
import { createMergedRecords } from '#device/merged-records.ts'
import { createPeopleCount } from '#domain/exports/people-count.ts'
import { offerOf } from '#domain/exports/offer.ts'
import type { RecordType } from '#domain/records/record.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { referralFunnel } from '#domain/review/referral-funnel.ts'
import { countOnce } from '#domain/same-people/count-once.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { dotOf } from '#protocol/ids.ts'
import { type MergedRecord, mergeChanges } from '#protocol/merge.ts'
import { type Asked, countSubject } from '#server/figures/count-subject.ts'
import { eachRecord, type Read } from '#server/figures/each-record.ts'

const offerSubject = async (read: Read, asked: Asked) => (await countSubject(read, asked))()

const PHONES = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']
const JULY = monthPeriod('2018-07')
const SEED = Number(process.env['SEED'])
/** After all that was said. */
const HEARD_AT = Date.UTC(2018, 7, 1)
const DAY_MS = 24 * 60 * 60_000
const YEAR_MS = 365 * DAY_MS

/** Arrivals and referrals of a month by three phones; many are changed again, removed, or said to be the same. */
const madeUp = (seed: number, count: number): Change[] => {
  const random = createSeededRandom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const counters = PHONES.map(() => 0)
  const changes: Change[] = []
  const say = (type: RecordType, fields: Change['fields'], more: Partial<Change> = {}): Change => {
    const phone = whole(PHONES.length)
    const author = PHONES[phone] ?? ''
    const counter = (counters[phone] = (counters[phone] ?? 0) + 1)
    const clock = { at: 1_530_000_000_000 + changes.length * 60_000, tick: 0 }
    const change: Change = { author, counter, type, record: dotOf(author, counter), clock, over: [], fields, ...more }
    changes.push(change)
    return change
  }
  const someOf = (type: RecordType) => {
    const made = changes.filter((change) => change.type === type && change.record === nameOf(change))
    return made[whole(made.length)]
  }
  const met = () => `2018-07-${String(1 + whole(31)).padStart(2, '0')}T${10 + whole(10)}`
  for (let at = 0; at < count; at += 1) {
    const arrival = say('arrival', {
      form: 'new_arrival',
      formVersion: 1,
      met: met(),
      zone: ['parks', 'station'][whole(2)] ?? 'parks',
      men: whole(9),
      girls: whole(3),
      country: ['AF', 'SY', 'PK'][whole(3)] ?? 'AF',
      given: ['food_water', 'info'].slice(whole(2)),
      needs: ['medical', 'tip_support']
    })
    if (random() < 0.5) {
      const state = 'made'
      say('referral', { arrival: nameOf(arrival), state, met: met(), zone: 'parks', needs: ['medical'] })
    }
    const [old, referral, other] = [someOf('arrival'), someOf('referral'), someOf('arrival')]
    if (old && random() < 0.4)
      say('arrival', { men: whole(20) }, { record: old.record, over: random() < 0.5 ? [nameOf(old)] : [] })
    if (old && random() < 0.1) say('arrival', { removed: 1 }, { record: old.record, over: [nameOf(old)] })
    if (old && other && random() < 0.1) {
      const answer = random() < 0.8 ? 'same' : 'different'
      say('sameness', { one: old.record, other: other.record, answer, met: met() })
    }
    if (referral && random() < 0.5) say('opening', { referral: referral.record, met: met() })
    if (referral && random() < 0.5) {
      const state = ['accepted', 'done', 'withdrawn'][whole(3)] ?? 'done'
      say('referral', { state, stepAt: met() }, { record: referral.record, over: [nameOf(referral)] })
    }
  }
  // What made some of them has not come yet.
  return changes.filter((_, at) => at % 97 !== 5)
}

const readOf = (changes: readonly Change[], heldAtOnce: number): Read => ({
  heldAtOnce,
  pages: async function* () {
    for (let at = 0; at < changes.length; at += 50) {
      yield changes.slice(at, at + 50).map((change, index) => ({ seq: at + index + 1, change, heardAt: HEARD_AT }))
    }
  }
})

const allAtOnce = (changes: readonly Change[]): MergedRecord[] =>
  [...Map.groupBy(changes, ({ record }) => record).values()].map(mergeChanges)

describe('The server, reading everything through', () => {
  it.each([3, 40, 100_000])('merges each record once, holding %d changes', async (held) => {
    const changes = madeUp(SEED, 300)
    const found: MergedRecord[] = []
    await eachRecord(readOf(changes, held), ['arrival', 'referral'], (record) => found.push(record))
    const expected = allAtOnce(changes).filter(({ type }) => type === 'arrival' || type === 'referral')
    const byId = (a: MergedRecord, b: MergedRecord) => (a.id < b.id ? -1 : 1)
    expect(found.toSorted(byId)).toEqual(expected.toSorted(byId))
  })

  it('reads what two phones say differently as all phones do, though the clock of one is a year ahead', async () => {
    const [omar = '', mina = '', lejla = ''] = PHONES
    const made: Change = {
      author: omar,
      counter: 1,
      type: 'arrival',
      record: dotOf(omar, 1),
      clock: { at: HEARD_AT, tick: 0 },
      over: [],
      fields: { met: '2018-07-03T19', zone: 'parks', men: 6, country: 'PK' }
    }
    const corrected = { ...made, counter: 1, over: [nameOf(made)] }
    const heard = [
      { change: made, heardAt: HEARD_AT },
      {
        change: { ...corrected, author: mina, clock: { at: HEARD_AT + YEAR_MS, tick: 0 }, fields: { country: 'SY' } },
        heardAt: HEARD_AT + DAY_MS
      },
      {
        change: {
          ...corrected,
          author: lejla,
          clock: { at: HEARD_AT + 2 * DAY_MS, tick: 0 },
          fields: { country: 'AF' }
        },
        heardAt: HEARD_AT + 2 * DAY_MS
      }
    ]
    const phone = createMergedRecords(lejla)
    phone.take(heard)
    const found: MergedRecord[] = []
    const pages = async function* () {
      yield heard.map((one, at) => ({ seq: at + 1, ...one }))
    }
    await eachRecord({ pages }, ['arrival'], (record) => found.push(record))
    expect(found.map(({ fields }) => fields['country'])).toEqual(['AF'])
    expect(phone.list().map(({ fields }) => fields['country'])).toEqual(['AF'])
  })

  it('counts people as a phone does, those who are the same once', async () => {
    for (const seed of [SEED, SEED + 1, SEED + 2]) {
      const changes = madeUp(seed, 400)
      const records = allAtOnce(changes)
      const arrivals = datedRecords(records.filter(({ type }) => type === 'arrival'))
      for (const subject of ['arrivals', 'activities', 'needs'] as const) {
        const detail = { time: 'week', place: 'city', country: 'none' } as const
        const people = createPeopleCount(subject, JULY)
        for (const arrival of countOnce(arrivals, records)) people.add(arrival)
        const asked = { subject, period: JULY, detail }
        expect(await offerSubject(readOf(changes, 20), asked)).toEqual(offerOf(people.counted(), asked))
      }
    }
  })

  it('counts each referral at the furthest step that the review says it reached', async () => {
    const changes = madeUp(SEED, 900)
    const records = datedRecords(allAtOnce(changes))
    const made = records.filter(({ type, met }) => type === 'referral' && met.startsWith('2018-07'))
    const changesOf = Map.groupBy(changes, ({ record }) => record)
    const funnel = referralFunnel(made, {
      openings: records.filter(({ type }) => type === 'opening'),
      notesOf: (id) => (changesOf.get(id) ?? []).map(({ fields, clock, author }) => ({ fields, at: clock.at, author }))
    })
    const detail = { time: 'week', place: 'city', country: 'none' } as const
    const offered = await offerSubject(readOf(changes, 20), { subject: 'referrals', period: JULY, detail })
    if (!offered.ok) throw new Error('Refused')
    const reached = funnel.map(({ referrals }, at) => referrals - (funnel[at + 1]?.referrals ?? 0))
    expect(reached.every((count) => count >= 5)).toBe(true)
    expect(offered.value.rows.map(({ code, total }) => [code, total])).toEqual(
      funnel.map(({ step }, at) => [step, reached[at]])
    )
  })

  it('tells no step of few referrals, and none at all where there are few', async () => {
    const few = madeUp(SEED, 20)
    const detail = { time: 'week', place: 'city', country: 'none' } as const
    expect(await offerSubject(readOf(few, 20), { subject: 'referrals', period: JULY, detail })).toMatchObject({
      ok: false
    })
    expect(await offerSubject(readOf([], 20), { subject: 'referrals', period: JULY, detail })).toMatchObject({
      value: { rows: [], people: 0 }
    })
  })
})
