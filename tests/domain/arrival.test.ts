// Counts of an arrival that cannot be: more of some than there are people they could be.
import { describe, expect, it } from 'vitest'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { findTooMany } from '#domain/records/arrival.ts'

const found = (answers: Answers, changed?: string) => {
  const tooMany = findTooMany(NEW_ARRIVAL, answers, changed)
  return tooMany && [tooMany.question.name, tooMany.number, tooMany.all]
}

describe('A count of some of the people', () => {
  it.each([
    [{ men: 1, boys: 1, girls: 1, childrenAlone: 2 }],
    [{ women: 1, girls: 1, pregnant: 2 }],
    [{ men: 1, women: 1, older: 2 }],
    [{ boys: 2, babies: 2 }],
    [{ men: 1, boys: 1, women: 1, girls: 1, disabled: 4 }],
    [{ men: 3 }]
  ] satisfies [Answers][])('%j can be', (answers) => {
    expect(found(answers)).toBeUndefined()
  })

  it.each([
    [{ men: 1, boys: 1, childrenAlone: 2 }, ['childrenAlone', 2, 1]],
    [{ men: 4, women: 1, pregnant: 2 }, ['pregnant', 2, 1]],
    [{ boys: 3, older: 1 }, ['older', 1, 0]],
    [{ men: 2, babies: 1 }, ['babies', 1, 0]],
    [{ men: 1, boys: 1, disabled: 3 }, ['disabled', 3, 2]]
  ] satisfies [Answers, unknown[]][])('%j cannot, and it says which is too many', (answers, tooMany) => {
    expect(found(answers)).toEqual(tooMany)
  })

  it('that is asked no more is not looked at', () => {
    expect(found({ boys: 1, childrenAlone: 2 })).toBeUndefined()
  })

  it('that one answer has no part in does not stand in the way of giving it anew', () => {
    const noted = { men: 1, women: 1, pregnant: 2 }
    expect(found(noted, 'men')).toBeUndefined()
    expect(found(noted, 'women')).toEqual(['pregnant', 2, 1])
    expect(found(noted, 'pregnant')).toEqual(['pregnant', 2, 1])
  })

  it('is let be in a form that does not count the people themselves', () => {
    const form = { ...NEW_ARRIVAL, questions: NEW_ARRIVAL.questions.filter(({ name }) => name !== 'girls') }
    expect(findTooMany(form, { women: 1, pregnant: 2 })).toBeUndefined()
  })
})
