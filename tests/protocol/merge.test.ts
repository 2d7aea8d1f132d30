import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '#protocol/change.ts'
import { nameOf } from '#protocol/change.ts'
import { mergeChanges } from '#protocol/merge.ts'

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
