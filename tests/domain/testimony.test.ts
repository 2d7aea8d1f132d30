import { describe, expect, it } from 'vitest'
import {
  ACCOUNT_LIMIT,
  BORDER_COUNTRIES,
  GROUP_BANDS,
  HAPPENINGS,
  monthsTold,
  Testimony,
  tidyTestimony,
  withHappened
} from '#domain/testimony.ts'
import { TESTIMONY_BYTES } from '#protocol/testimony.ts'

describe('A testimony', () => {
  it('is codes and one account, and has room for nothing else', () => {
    const told: Testimony = { from: 'HR', to: 'RS', when: '2026-10', people: '2-5', happened: ['dogs'], account: 'So.' }
    const strange = { ...told, name: 'Ahmad', zone: 'parks', device: '0a1b2c3d4e5f', at: 1_530_637_500_000 }
    expect(Testimony.parse(strange)).toEqual(told)
  })

  it.each([
    { when: '2026-10-03' },
    { when: 'yesterday' },
    { people: '7' },
    { from: 'a forest near Bihać' },
    { happened: ['murdered'] },
    { account: 'x'.repeat(ACCOUNT_LIMIT + 1) }
  ])('%o is none', (wrong) => {
    expect(Testimony.safeParse(wrong).success).toBe(false)
  })

  it('fits the size all of them have, however long it is and whatever its letters', () => {
    const longest: Testimony = {
      from: BORDER_COUNTRIES[0],
      to: 'unsaid',
      when: 'earlier',
      people: GROUP_BANDS.toSorted((a, b) => b.length - a.length)[0],
      happened: [...HAPPENINGS]
    }
    for (const letter of ['\u0001', '\ud800', '"', 'ት', 'বি', '😀']) {
      const account = letter.repeat(ACCOUNT_LIMIT).slice(0, ACCOUNT_LIMIT)
      const told = Testimony.parse({ ...longest, account })
      expect(new TextEncoder().encode(JSON.stringify(told)).length).toBeLessThanOrEqual(TESTIMONY_BYTES)
    }
  })

  it('of which nothing was told is none: not a space, not "did not say"', () => {
    expect(tidyTestimony({})).toBeUndefined()
    expect(tidyTestimony({ account: ' \n ', happened: [] })).toBeUndefined()
    expect(tidyTestimony({ from: 'unsaid', happened: ['unsaid'] })).toBeUndefined()
    expect(tidyTestimony({ from: 'unsaid', account: ' At night. ' })).toEqual({ from: 'unsaid', account: 'At night.' })
    expect(tidyTestimony({ happened: ['held'], account: '' })).toEqual({ happened: ['held'] })
  })

  it('has "did not say" alone, or not at all', () => {
    expect(withHappened([])).toBeUndefined()
    expect(withHappened(['force', 'unsaid'])).toEqual(['unsaid'])
    expect(withHappened(['unsaid', 'dogs'])).toEqual(['dogs'])
    expect(withHappened(['force', 'dogs'])).toEqual(['force', 'dogs'])
  })

  it('tells a month, never a day', () => {
    expect(monthsTold('2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11', '2025-10', '2025-09'])
  })
})
