import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymiseSettlement } from '#domain/anonymise.ts'
import type { Change } from '#protocol/change.ts'
import { draftsOver, nameOf } from '#protocol/change.ts'
import { answersSeen, mergeChanges } from '#protocol/merge.ts'

const MINA = '0123456789ab'
const OMAR = 'cdefghjkmnpq'
const RECORD = `${MINA}-1`

type Said = { over: string[]; fields: Change['fields']; at?: number }

const change = (author: string, counter: number, { over, fields, at = 1_000 + counter }: Said): Change => ({
  author,
  counter,
  type: 'arrival',
  record: RECORD,
  clock: { at, tick: 0 },
  over,
  fields
})

describe('Two phones that change one record', () => {
  const made = change(MINA, 1, { over: [], fields: { men: 1, language: 'ps', zone: 'parks' } })

  it('keep both edits when they change different fields', () => {
    const merged = mergeChanges([
      made,
      change(MINA, 2, { over: [RECORD], fields: { men: 2 } }),
      change(OMAR, 1, { over: [RECORD], fields: { language: 'fa' } })
    ])
    expect(merged.fields).toEqual({ men: 2, language: 'fa', zone: 'parks' })
    expect(merged.disputed).toEqual([])
  })

  it('are both heard when they answer the same field differently', () => {
    const merged = mergeChanges([
      made,
      change(MINA, 2, { over: [RECORD], fields: { men: 2 } }),
      change(OMAR, 1, { over: [RECORD], fields: { men: 3 } })
    ])
    expect(merged.disputed).toEqual(['men'])
    expect(merged.standing['men']?.map(({ value, author }) => [author, value]).sort()).toEqual([
      [MINA, 2],
      [OMAR, 3]
    ])
  })

  it('do not disagree when they give the same answer', () => {
    const merged = mergeChanges([
      made,
      change(MINA, 2, { over: [RECORD], fields: { men: 2 } }),
      change(OMAR, 1, { over: [RECORD], fields: { men: 2 } })
    ])
    expect(merged.disputed).toEqual([])
  })

  it('agree again once a person has settled it', () => {
    const merged = mergeChanges([
      made,
      change(MINA, 2, { over: [RECORD], fields: { men: 2 } }),
      change(OMAR, 1, { over: [RECORD], fields: { men: 3 } }),
      change(MINA, 3, { over: [`${MINA}-2`, `${OMAR}-1`], fields: { men: 3 } })
    ])
    expect(merged.fields['men']).toBe(3)
    expect(merged.disputed).toEqual([])
  })
})

describe('A removal', () => {
  const made = change(MINA, 1, { over: [], fields: { men: 1, zone: 'parks' } })
  const edited = change(OMAR, 1, { over: [RECORD], fields: { men: 2 } })
  const removed = (over: string[]) => change(MINA, 2, { over, fields: { removed: 1 } })

  it('holds against everything that whoever removed had seen', () => {
    const merged = mergeChanges([made, edited, removed([RECORD, `${OMAR}-1`])])
    expect(merged.fields['removed']).toBe(1)
    expect(merged.disputed).toEqual([])
  })

  it('and an answer given at the same time are both heard, and the record stays to be found', () => {
    const merged = mergeChanges([made, edited, removed([RECORD])])
    expect(merged.fields).toEqual({ men: 2, zone: 'parks', removed: 0 })
    expect(merged.disputed).toEqual(['removed'])
    expect(merged.standing['removed']?.map(({ value, author }) => [author, value]).sort()).toEqual([
      [MINA, 1],
      [OMAR, 0]
    ])
  })

  it('that a person confirms, or takes back, ends the dispute', () => {
    const both = [made, edited, removed([RECORD])]
    const seen = answersSeen(mergeChanges(both), { removed: 1 })
    expect(mergeChanges([...both, change(OMAR, 2, { over: seen, fields: { removed: 1 } })]).disputed).toEqual([])
    const back = mergeChanges([...both, change(OMAR, 2, { over: seen, fields: { removed: 0 } })])
    expect([back.fields['removed'], back.disputed]).toEqual([0, []])
  })

  it('of a phone that names nothing yet takes out what it made, and no answer of somebody else', () => {
    expect(mergeChanges([made, removed([])]).fields['removed']).toBe(1)
    expect(mergeChanges([made, edited, removed([])]).disputed).toEqual(['removed'])
  })

  it('that comes before the record it removes still removes it', () => {
    expect(mergeChanges([removed([RECORD])]).fields['removed']).toBe(1)
    expect(mergeChanges([removed([RECORD]), made]).fields['removed']).toBe(1)
  })
})

describe('What nobody has answered differently', () => {
  it('is no dispute: the same codes in another order', () => {
    const merged = mergeChanges([
      change(MINA, 1, { over: [], fields: { urgent: ['at_risk', 'sick_or_hurt'] } }),
      change(OMAR, 1, { over: [], fields: { urgent: ['sick_or_hurt', 'at_risk'] } })
    ])
    expect(merged.disputed).toEqual([])
  })

  it('is not silenced by a change that names itself', () => {
    expect(mergeChanges([change(MINA, 1, { over: [RECORD], fields: { men: 1 } })]).fields).toEqual({ men: 1 })
  })
})

it('What a newer phone noted of a case stands on a phone that has no word for it, also after that one has noted something', () => {
  const ofCase = (...[author, counter, said]: Parameters<typeof change>) => ({
    ...change(author, counter, said),
    type: 'case'
  })
  const begun = ofCase(MINA, 1, { over: [], fields: { state: 'open', since_refused: '2026-11-24T00' } })
  const pardoned = ofCase(OMAR, 1, { over: [RECORD], fields: { since_pardoned: '2026-11-25T00' } })
  const seen = mergeChanges([begun, pardoned])
  expect(seen.fields['since_pardoned']).toBe('2026-11-25T00')
  const fields = { since_refused: '2026-11-23T00' }
  const after = mergeChanges([begun, pardoned, ofCase(MINA, 2, { over: answersSeen(seen, fields), fields })])
  expect(after.fields).toEqual({ state: 'open', since_pardoned: '2026-11-25T00', ...fields })
  expect(after.disputed).toEqual([])
})

it('Whoever replaces more answers than one change can name says so in several', () => {
  const many = Array.from({ length: 250 }, (_, at) => change(MINA, at + 1, { over: [], fields: { men: at } }))
  const before = mergeChanges(many)
  expect(before.standing['men']).toHaveLength(250)
  const drafts = draftsOver(
    { type: 'arrival', fields: anonymiseSettlement({ men: 7 }) },
    answersSeen(before, { men: 7 })
  )
  expect(drafts.map(({ over }) => over?.length)).toEqual([100, 100, 50])
  const after = mergeChanges([
    ...many,
    ...drafts.map(({ over }, at) => change(OMAR, at + 1, { over: [...(over ?? [])], fields: { men: 7 } }))
  ])
  expect([after.fields['men'], after.disputed]).toEqual([7, []])
})

/** A history in which each change has seen some of those before it. */
const history = fc
  .array(
    fc.record({
      author: fc.constantFrom(MINA, OMAR),
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      seen: fc.array(fc.nat(), { maxLength: 4 }),
      fields: fc.dictionary(fc.constantFrom('men', 'boys', 'zone'), fc.constantFrom(1, 2, 3), {
        minKeys: 1,
        maxKeys: 3
      })
    }),
    { minLength: 1, maxLength: 12 }
  )
  .map((rows) => {
    const counters = { [MINA]: 0, [OMAR]: 0 }
    const changes: Change[] = []
    for (const { author, at, seen, fields } of rows) {
      const over = changes.length === 0 ? [] : seen.map((pick) => nameOf(changes[pick % changes.length] as Change))
      counters[author] = (counters[author] ?? 0) + 1
      changes.push(change(author, counters[author] ?? 0, { over: [...new Set(over)], fields, at }))
    }
    return changes
  })

describe('Merging', () => {
  it('says the same whatever the order and however often a change comes', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (changes, picks) => {
        const shuffled = changes
          .flatMap((one) => [one, one])
          .map((one) => ({ one, key: picks.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(mergeChanges(shuffled)).toEqual(mergeChanges(changes))
      }),
      { numRuns: 2_000, seed: 20_181_203 }
    )
  })

  it('never drops an answer that no later author has replaced', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const merged = mergeChanges(changes)
        for (const one of changes) {
          for (const [name, value] of Object.entries(one.fields)) {
            const isReplaced = changes.some((other) => name in other.fields && other.over.includes(nameOf(one)))
            const stands = (merged.standing[name] ?? []).some(({ change: dot }) => dot === nameOf(one))
            expect(stands).toBe(!isReplaced)
            if (stands) expect(merged.standing[name]?.find(({ change: dot }) => dot === nameOf(one))?.value).toBe(value)
          }
        }
      }),
      { numRuns: 2_000, seed: 20_181_204 }
    )
  })
})
