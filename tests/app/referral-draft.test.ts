import { describe, expect, test } from 'vitest'
import {
  answersAgain,
  freshDraft,
  missingIn,
  needsTold,
  passedOnOf,
  ReferralDraft,
  stepAfter,
  stepBefore,
  withAnswer,
  withBestInterest,
  withConsent
} from '#app/screens/refer/referral-draft.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory } from '#domain/directory/search.ts'

const kitchen = { needs: ['food_hot'] } as const
const line = { needs: ['gbv_support'] } as const
const known = () => kitchen
const boyAlone = { boys: 1, alone: 'yes', language: 'ps', urgent: ['sick_or_hurt'], needs: ['food_hot'] }
const draft: ReferralDraft = { ...freshDraft(boyAlone, undefined), service: 'a', due: 'now', consent: 'worker' }

describe('a referral begun', () => {
  test('has ticked what the arrival already says, and what its urgent flags mean', () => {
    expect(freshDraft(boyAlone, undefined).needs).toEqual(['medical', 'child_protection', 'food_hot'])
  })

  test('tells at first only what lets a provider prepare, and only what is known', () => {
    expect(freshDraft({ ...boyAlone, country: 'AF' }, undefined).told).toEqual(['people', 'language', 'needs'])
    expect(freshDraft({ men: 2, country: 'AF' }, undefined).told).toEqual(['people', 'needs'])
  })

  test('takes what was told in confidence only to a service that is for it', () => {
    const confided = { women: 1, needs: ['food_hot', 'medical', 'gbv_support'] }
    expect(needsTold(freshDraft(confided, 'kitchen'), kitchen)).toEqual(['medical', 'food_hot'])
    expect(needsTold(freshDraft(confided, 'line'), line)).toEqual(['medical', 'food_hot', 'gbv_support'])
  })

  test('keeps what was told in confidence while services are tried, one chosen beforehand too', () => {
    const slipped = freshDraft({ women: 1, needs: ['medical', 'gbv_support'] }, 'kitchen')
    const mended = withAnswer(slipped, { service: 'line' })
    expect(needsTold(slipped, kitchen)).toEqual(['medical'])
    expect(needsTold(mended, line)).toEqual(['medical', 'gbv_support'])
    expect(ReferralDraft.parse(slipped).needs).toEqual(['medical', 'gbv_support'])
  })

  test('asks for another service where all that is needed was told in confidence and the chosen one is not for it', () => {
    const confided = { ...draft, needs: ['gbv_support' as const] }
    expect(missingIn(confided, () => kitchen)).toEqual(['service'])
    expect(missingIn(confided, () => line)).toEqual([])
  })

  test('starts with the question to the person', () => {
    expect(freshDraft(boyAlone, 'a').step).toBe('ask')
  })

  test('does not ask for a service that was chosen beforehand', () => {
    expect(stepAfter({ ...freshDraft(boyAlone, 'a'), step: 'needs' })).toBe('due')
    expect(stepAfter({ ...freshDraft(boyAlone, undefined), step: 'needs' })).toBe('service')
  })
})

describe('a referral to the same service again', () => {
  const directory = createDirectory(BELGRADE)
  const [row] = directory.servicesFor({ needs: ['legal_aid'], at: Date.parse('2026-03-03T13:00:00Z') })
  if (row === undefined) throw new Error('Nobody gives legal aid')
  const again = { row, needs: ['legal_aid'], told: ['people'], due: 'soon' } as const
  const fresh = freshDraft({ men: 1, language: 'ps' }, undefined)

  test('goes on to the answers to check, where only the second yes is missing', () => {
    const taken = withAnswer(fresh, answersAgain(again))
    expect(taken).toEqual({
      step: 'check',
      needs: ['legal_aid'],
      service: row.service.id,
      due: 'soon',
      told: ['people']
    })
    expect(missingIn(taken, known)).toEqual(['consent'])
  })

  test('asks how soon where that was not taken over', () => {
    expect(withAnswer(fresh, answersAgain({ ...again, due: undefined }))).toMatchObject({ step: 'due' })
  })

  test('takes no yes along, not even one given for something else', () => {
    expect(withAnswer(withConsent(fresh, 'worker'), answersAgain(again)).consent).toBeUndefined()
  })
})

describe('what only they can read', () => {
  const told = { ...freshDraft(boyAlone, 'a'), step: 'told' } as const

  test('is asked with what may be told, and the question to the person comes after both', () => {
    expect([stepAfter(told), stepBefore('check')]).toEqual(['check', 'told'])
  })

  test('begun in a version that asked it apart is asked where it is asked now, with all that was typed', () => {
    const before = { ...told, step: 'passOn', name: 'Zahra', consent: 'worker' }
    expect(ReferralDraft.parse(before)).toEqual({ ...before, step: 'told' })
  })

  test('is what was typed and what was ticked, and no more', () => {
    const arrival = { ...boyAlone, language: 'ps', country: 'AF', zone: 'parks' }
    const typed = { ...told, told: ['people', 'language'] as const, name: ' Zahra ', where: '  ' }
    expect(passedOnOf({ ...typed, told: [...typed.told] }, arrival)).toEqual({
      name: 'Zahra',
      people: { men: 0, boys: 1, women: 0, girls: 0 },
      language: 'ps'
    })
    expect(passedOnOf({ ...told, told: [] }, arrival)).toEqual({})
  })

  test('is said aloud too: when it changes, the person is asked again', () => {
    expect(withAnswer(draft, { name: 'Zahra' }).consent).toBeUndefined()
  })
})

describe('consent', () => {
  test('of a child can be replaced by a reason, and by nothing less', () => {
    expect(withBestInterest(draft, 'danger')).toMatchObject({ consent: 'best_interest', bestInterest: 'danger' })
    expect(missingIn(withBestInterest(draft, undefined), known)).toContain('consent')
    expect(withConsent(withBestInterest(draft, 'danger'), 'worker').bestInterest).toBeUndefined()
  })

  test('is asked again when the organisation, the needs or what is told changes', () => {
    expect(withAnswer(draft, { service: 'b' }).consent).toBeUndefined()
    expect(withAnswer(draft, { needs: ['medical'] }).consent).toBeUndefined()
    expect(withAnswer(draft, { told: [] }).consent).toBeUndefined()
  })

  test('is asked again when it is sooner or later: who reads here sees it', () => {
    expect(withAnswer(draft, { due: 'soon' }).consent).toBeUndefined()
  })

  test('holds when only the step changes', () => {
    expect(withAnswer(draft, { due: 'now', step: 'told' }).consent).toBe('worker')
    expect(withAnswer(draft, { service: 'a' }).consent).toBe('worker')
  })

  test('can be taken back', () => {
    expect(missingIn(withConsent(draft, undefined), known)).toEqual(['consent'])
  })
})

describe('what is missing', () => {
  test('is nothing once every question is answered', () => {
    expect(missingIn(draft, known)).toEqual([])
  })

  test('is named in the order of the questions', () => {
    expect(missingIn({ step: 'check', needs: [], told: [] }, known)).toEqual(['needs', 'service', 'due', 'consent'])
  })

  test('includes a service that has left the directory since', () => {
    expect(missingIn(draft, () => undefined)).toEqual(['service'])
  })
})
