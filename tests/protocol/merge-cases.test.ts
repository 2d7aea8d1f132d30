// Cases of the same people merged into one: a function of the set of changes, so every phone reads the same whatever came first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { openAlerts } from '#domain/immediate-actions.ts'
import { stateOfCase, takeCaseStep } from '#domain/records/case.ts'
import { isRemoved, type RecordType } from '#domain/records/record.ts'
import { readJoined } from '#domain/same-people/joined-cases.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { mergeCases } from '#protocol/merge-cases.ts'
import { answersSeen, mergeChanges, type MergedRecord } from '#protocol/merge.ts'

const PHONES = ['0123456789ab', 'cdefghjkmnpq', 'rstuvwxyz012'] as const
const [MINA, OMAR] = PHONES
const MET = { met: '2026-11-23T21', zone: 'parks' }

/** What is known, as a desk reads it. */
const readAll = (changes: readonly Change[]): ReadonlyMap<string, MergedRecord> => {
  const byRecord = Map.groupBy(changes, ({ record }) => record)
  const here = [...byRecord.values()].map(mergeChanges).filter((record) => !isRemoved(record))
  const read = readJoined(here, (one) => mergeCases(one, (id) => byRecord.get(id) ?? []))
  return new Map(
    here
      .map(({ id }) => read.get(id) ?? here.find((one) => one.id === id))
      .flatMap((one) => (one ? [[one.id, one]] : []))
  )
}

const createPhones = () => {
  const counters = new Map<string, number>()
  const changes: Change[] = []
  const say = (
    author: string,
    { at, ...said }: { type: RecordType; record?: string; over?: readonly string[]; fields: SharedFields; at?: number }
  ) => {
    const counter = (counters.get(author) ?? 0) + 1
    counters.set(author, counter)
    const change = {
      ...said,
      author,
      counter,
      clock: { at: at ?? 1_000 + changes.length, tick: 0 },
      over: [...(said.over ?? [])]
    }
    const made: Change = { ...change, record: said.record ?? `${author}-${counter}` }
    changes.push(made)
    return nameOf(made)
  }
  const arrival = (author: string, fields: SharedFields = { men: 1 }) =>
    say(author, { type: 'arrival', fields: { ...MET, ...fields } })
  const grow = (author: string, of: string, fields: SharedFields = {}) =>
    say(author, { type: 'case', fields: { ...MET, arrival: of, state: 'open', owner: author, ...fields } })
  const same = (author: string, one: string, other: string) =>
    say(author, { type: 'sameness', fields: { ...MET, one, other, answer: 'same' } })
  const edit = (author: string, seen: MergedRecord, fields: SharedFields) =>
    say(author, { type: 'case', record: seen.id, over: answersSeen(seen, fields), fields })
  const read = () => readAll(changes)
  const theCase = () => {
    const [kase, ...others] = [...read().values()].filter(({ type }) => type === 'case')
    if (kase === undefined || others.length > 0) throw new Error('Not one case')
    return kase
  }
  return { changes, say, arrival, grow, same, edit, read, theCase }
}

describe('Two cases of one arrival', () => {
  it('are one: all needs of both, what differs side by side, and who has it to be settled', () => {
    const { arrival, grow, edit, theCase } = createPhones()
    const boy = arrival(MINA)
    const [hers, his] = [grow(MINA, boy, { need_food_hot: 'open' }), grow(OMAR, boy, { need_medical: 'open' })]
    const kase = theCase()
    expect(kase).toMatchObject({
      id: hers,
      disputed: ['owner'],
      fields: { need_food_hot: 'open', need_medical: 'open' }
    })
    expect(kase.joined?.map(({ id }) => id)).toEqual([hers, his])
    edit(OMAR, kase, { owner: OMAR })
    expect(theCase()).toMatchObject({ disputed: [], fields: { owner: OMAR } })
  })

  it('are open where one is, and read as open where somebody closed over a danger they had not heard of', () => {
    const { arrival, grow, edit, theCase, changes } = createPhones()
    const boy = arrival(MINA)
    grow(MINA, boy)
    edit(MINA, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' })
    const his = grow(OMAR, boy)
    expect([theCase().disputed.includes('state'), stateOfCase(theCase().fields)]).toEqual([true, 'open'])
    edit(MINA, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' })
    expect(stateOfCase(theCase().fields)).toBe('closed')
    const alone = mergeChanges(changes.filter(({ record }) => record === his))
    edit(OMAR, alone, { alert_doctor_now: 'open' })
    expect([theCase().fields['state'], stateOfCase(theCase().fields)]).toEqual(['closed', 'open'])
  })
})

it('People who were logged twice and have one case bring to it the danger that only the other record has', () => {
  const { arrival, grow, edit, same, theCase } = createPhones()
  const [one, other] = [arrival(MINA), arrival(OMAR, { men: 1, urgent: ['sick_or_hurt'], needs: ['medical'] })]
  grow(MINA, one)
  edit(MINA, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' })
  same(MINA, one, other)
  expect(openAlerts(theCase().fields)).toEqual(['doctor_now'])
  expect([stateOfCase(theCase().fields), theCase().fields['need_medical']]).toEqual(['open', 'open'])
  edit(MINA, theCase(), { alert_doctor_now: 'doctor_came' })
  expect(openAlerts(theCase().fields)).toEqual([])
})

describe('People who are joined with those of a closed case', () => {
  const closedCaseAnd = (metOn: string, ...joinedOn: string[]) => {
    const { arrival, grow, edit, say, theCase } = createPhones()
    const sick = { met: `${metOn}T21`, men: 1, urgent: ['sick_or_hurt'], needs: ['medical'] }
    const [one, other] = [arrival(MINA), arrival(OMAR, sick)]
    grow(MINA, one)
    edit(MINA, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' })
    for (const day of joinedOn)
      say(MINA, { type: 'sameness', fields: { met: `${day}T09`, zone: 'parks', one, other, answer: 'same' } })
    const kase = theCase()
    return { edit, theCase, read: [stateOfCase(kase.fields), openAlerts(kase.fields), kase.fields['need_medical']] }
  }
  const opened = ['open', ['doctor_now'], 'open']
  const stays = ['closed', [], 'open']

  it.each([
    ['a week after they were met in danger open it again', ['2026-11-23', '2026-11-30'], opened],
    ['later than that do not', ['2026-11-23', '2026-12-01'], stays],
    ['do so, whenever it was closed, if it was lately', ['2027-03-01', '2027-03-02'], opened],
    [
      'once more by a second phone did so when the first joined them',
      ['2026-11-23', '2026-12-20', '2026-11-24'],
      opened
    ]
  ] as const)('%s', (_, [metOn, ...joinedOn], read) => {
    expect(closedCaseAnd(metOn, ...joinedOn).read).toEqual(read)
  })

  it('bring the danger, however old, as soon as somebody opens it again: it is there to be seen to', () => {
    const { edit, theCase } = closedCaseAnd('2026-11-23', '2026-12-20')
    edit(OMAR, theCase(), { state: 'open', stepAt: '2026-12-20T10' })
    expect(openAlerts(theCase().fields)).toEqual(['doctor_now'])
    edit(OMAR, theCase(), { alert_doctor_now: 'doctor_came' })
    edit(OMAR, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-12-20T11' })
    expect(stateOfCase(theCase().fields)).toBe('closed')
  })

  it('and have a case with a danger of their own, leave that open however old it is', () => {
    const { arrival, grow, edit, say, theCase } = createPhones()
    const [one, other] = [arrival(MINA), arrival(OMAR)]
    grow(MINA, one)
    edit(MINA, theCase(), { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' })
    grow(OMAR, other, { alert_doctor_now: 'open' })
    say(MINA, { type: 'sameness', fields: { met: '2027-03-01T09', zone: 'parks', one, other, answer: 'same' } })
    expect([stateOfCase(theCase().fields), openAlerts(theCase().fields)]).toEqual(['open', ['doctor_now']])
  })
})

describe('A danger that is noted on the arrival after its case began', () => {
  const begunAndNoted = (day: string, before: SharedFields = {}) => {
    const { arrival, grow, edit, say, read, theCase } = createPhones()
    const boy = arrival(MINA, { boys: 1 })
    grow(MINA, boy)
    if (Object.keys(before).length > 0) edit(MINA, theCase(), before)
    const at = Date.parse(`${day}T10:00+01:00`)
    const note = (fields: SharedFields) =>
      say(OMAR, { type: 'arrival', record: boy, over: [...(read().get(boy)?.changes ?? [])], fields, at })
    note({ alone: 'yes' })
    return { note, edit, theCase, at }
  }
  const closed = { state: 'closed', outcome: 'helped', stepAt: '2026-11-23T22' }

  it('is to be done in the case, since it was noted and by whom, and is done like any other', () => {
    const { edit, note, theCase, at } = begunAndNoted('2026-11-24')
    expect(openAlerts(theCase().fields)).toEqual(['child_alone'])
    expect(theCase().standing['alert_child_alone']?.[0]).toMatchObject({ author: OMAR, clock: { at } })
    expect(takeCaseStep(theCase().fields, 'closed', 'helped')).toMatchObject({ refusal: { alerts: ['child_alone'] } })
    note({ urgent: ['sick_or_hurt'] })
    edit(MINA, theCase(), { alert_child_alone: 'csw_informed' })
    expect(openAlerts(theCase().fields)).toEqual(['doctor_now'])
    note({ urgent: [] })
    expect(openAlerts(theCase().fields)).toEqual([])
  })

  it('opens a closed one within a week from when they were met, and is no alarm later', () => {
    const read = (day: string) => {
      const { theCase } = begunAndNoted(day, closed)
      return [stateOfCase(theCase().fields), openAlerts(theCase().fields)]
    }
    expect(read('2026-11-30')).toEqual(['open', ['child_alone']])
    expect(read('2026-12-01')).toEqual(['closed', []])
  })

  it('is there, however old, as soon as somebody opens the case again', () => {
    const { edit, theCase } = begunAndNoted('2026-12-01', closed)
    edit(MINA, theCase(), { state: 'open', stepAt: '2026-12-02T10' })
    expect(openAlerts(theCase().fields)).toEqual(['child_alone'])
  })
})

/** What a phone does: with whom, whom it joins with whom, and what it notes, over what it has heard until then. */
const Deed = fc.record({
  phone: fc.constantFrom(...PHONES),
  deed: fc.constantFrom('grow', 'same', 'note', 'note', 'close'),
  one: fc.nat(2),
  other: fc.nat(2),
  value: fc.constantFrom('open', 'given', 'referred'),
  heard: fc.nat(100)
})

it('Whatever three phones say of three groups, crossing each other, all of them read the same, in any order', () => {
  const lives = fc.tuple(fc.array(Deed, { minLength: 3, maxLength: 14 }), fc.integer())
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat()), ([deeds], order) => {
      const phones = createPhones()
      const groups = PHONES.map((phone) => phones.arrival(phone))
      const groupAt = (at: number) => groups[at] ?? ''
      for (const { phone, deed, one, other, value, heard } of deeds) {
        // A prefix of everything stands for what a phone has heard: the rest crosses what it says.
        const known = [...readAll(phones.changes.slice(0, 3 + heard)).values()].filter(({ type }) => type === 'case')
        const seen = known[other % Math.max(1, known.length)]
        if (deed === 'grow') phones.grow(phone, groupAt(one))
        else if (deed === 'same' && one !== other) phones.same(phone, groupAt(one), groupAt(other))
        else if (deed === 'note' && seen) phones.edit(phone, seen, { need_shoes: value })
        else if (deed === 'close' && seen) phones.edit(phone, seen, { state: 'closed', outcome: 'helped' })
      }
      const shuffled = phones.changes
        .map((change) => ({ change, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ change }) => change)
      const [mine, theirs] = [readAll(phones.changes), readAll([...shuffled, ...shuffled])]
      const cases = (read: typeof mine) =>
        [...read.values()].filter(({ type }) => type === 'case').sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(cases(theirs)).toEqual(cases(mine))
      // Nothing is lost and nothing is there twice: every case that was begun is in one that is shown.
      const begun = phones.changes.filter((change) => change.type === 'case' && change.record === nameOf(change))
      const shown = cases(mine).flatMap(({ joined, id }) => joined?.map((one) => one.id) ?? [id])
      expect(shown.sort()).toEqual(begun.map(nameOf).sort())
      for (const { fields, standing } of cases(mine)) {
        if (standing['state']?.some(({ value }) => value !== 'closed')) expect(stateOfCase(fields)).toBe('open')
      }
    })
  )
})
