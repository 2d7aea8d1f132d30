// Which of two answers is read until a person has settled it, said once for each field that can harm.
import { describe, expect, it, test } from 'vitest'
import type { SharedValue } from '#domain/code.ts'
import { LEGAL_EVENTS } from '#domain/codes/case-codes.ts'
import { DEADLINE_CODES, deadlineOf } from '#domain/deadlines.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { isShared } from '#domain/form/form.ts'
import { childrenAlone } from '#domain/records/arrival.ts'
import { answerKey, bothOf, isProtected, readCarefully } from '#domain/records/careful-reading.ts'
import { TAKEN_BACK } from '#domain/records/case.ts'
import type { RecordType } from '#domain/records/record.ts'
import { REFERRAL_STATES, ReferralFields } from '#domain/records/referral.ts'

type Row = readonly [type: RecordType, field: string, one: SharedValue, other: SharedValue, read: SharedValue]

const ROWS: readonly Row[] = [
  ['arrival', 'urgent', ['at_risk'], ['sick_or_hurt'], ['at_risk', 'sick_or_hurt']],
  ['arrival', 'urgent', [], ['child_alone'], ['child_alone']],
  ['arrival', 'alone', 'no', 'yes', 'yes'],
  ['arrival', 'alone', 'no', 'unsure', 'unsure'],
  ['arrival', 'boys', 0, 2, 2],
  ['arrival', 'girls', 1, 2, 2],
  ['arrival', 'babies', 1, 0, 1],
  ['arrival', 'childrenAlone', 3, 1, 3],
  ['arrival', 'pregnant', 0, 1, 1],
  ['arrival', 'wantsAsylum', 'no', 'yes', 'yes'],
  ['arrival', 'sleeping', 'centre', 'rough', 'rough'],
  ['arrival', 'removed', 1, 0, 0],
  ['tally', 'removed', 1, 0, 0],
  ['referral', 'consent', 'worker', 'interpreter', 'interpreter'],
  ['referral', 'consent', 'worker', 'no', 'no'],
  ['referral', 'consent', 'interpreter', 'later', 'later'],
  ['referral', 'told', ['people', 'country'], ['language', 'people'], ['people']],
  ['referral', 'due', 'weeks', 'now', 'now'],
  ['referral', 'state', 'accepted', 'withdrawn', 'withdrawn'],
  ['referral', 'state', 'done', 'declined', 'declined'],
  ['referral', 'state', 'done', 'did_not_come', 'did_not_come'],
  ['referral', 'state', 'done', 'accepted', 'accepted'],
  ['referral', 'state', 'accepted', 'something_newer', 'something_newer'],
  ['referral', 'removed', 1, 0, 0],
  ['case', 'state', 'closed', 'waiting', 'waiting'],
  ['case', 'state', 'waiting', 'open', 'open'],
  ['case', 'owner', 'aaaaaaaaaaaa', 'nobody', 'nobody'],
  ['case', 'need_medical', 'given', 'open', 'open'],
  ['case', 'need_medical', 'referred', 'unavailable', 'unavailable'],
  ['case', 'need_shoes', 'elsewhere', 'given', 'elsewhere'],
  ['case', 'alert_child_alone', 'csw_informed', 'open', 'open'],
  ['case', 'since_certificate', '2026-11-26T14', '2026-11-26T09', '2026-11-26T09'],
  ['case', 'removed', 1, 0, 0],
  ['sameness', 'answer', 'same', 'apart', 'apart'],
  ['sameness', 'removed', 1, 0, 0],
  ['contact', 'given', ['clothes'], ['food_water'], ['clothes', 'food_water']],
  ['follow_up', 'state', 'done', 'open', 'open'],
  ['follow_up', 'state', 'done', 'dropped', 'dropped'],
  ['handout', 'count', 2, 1, 2],
  ['handout', 'removed', 1, 0, 0],
  ['stock', 'count', 80, 20, 20],
  ['stock', 'removed', 1, 0, 0],
  ['card_given', 'until', '2026-12-28', '2026-12-20', '2026-12-20'],
  ['card_given', 'removed', 1, 0, 0],
  ['referral_card', 'until', '2026-12-28', '2026-12-20', '2026-12-20'],
  ['referral_card', 'removed', 1, 0, 0],
  ['accompaniment', 'state', 'certificate', 'refused', 'refused'],
  ['accompaniment', 'state', 'arrived', 'waiting', 'waiting'],
  ['accompaniment', 'state', 'intention', 'something_newer', 'something_newer'],
  ['accompaniment', 'owner', 'aaaaaaaaaaaa', 'nobody', 'nobody'],
  ['accompaniment', 'removed', 1, 0, 0],
  ['case', 'since_certificate', 'taken_back', '2026-11-26T14', '2026-11-26T14'],
  ['case', 'since_reported', '2026-11-26T14', 'taken_back', 'taken_back'],
  ['shift', 'state', 'over', 'on', 'on'],
  ['shift', 'languages', ['ps', 'fa'], ['fa', 'ar'], ['fa']],
  ['shift', 'crew', 4, 2, 2],
  ['dawn_count', 'men', 12, 10, 12],
  ['dawn_count', 'unseen', 0, 4, 4],
  ['dawn_count', 'removed', 1, 0, 0],
  ['service_check', 'found', 'as_written', 'closed', 'closed'],
  ['follow_up', 'due', '2026-11-27T10', '2026-11-26T10', '2026-11-26T10']
]

test.each(ROWS)('%s %s: of %j and %j it is %j, whoever spoke last', (...row) => {
  const [type, field, one, other, read] = row
  expect(isProtected(type, field)).toBe(true)
  for (const answers of [
    [one, other],
    [other, one]
  ] as const) {
    expect(answerKey(readCarefully(type, field, answers))).toBe(answerKey(read))
  }
})

describe('A field nobody protects', () => {
  it('is read as it was answered last', () => {
    expect(readCarefully('arrival', 'language', ['fa', 'ps'])).toBe('fa')
    expect(isProtected('arrival', 'language')).toBe(false)
    expect(isProtected('arrival', 'constructor')).toBe(false)
    expect(isProtected('arrival', 'need_medical')).toBe(false)
    expect(isProtected('case', 'outcome')).toBe(false)
  })

  it('loses no code and no count, such as in a question of the organisation', () => {
    expect(readCarefully('arrival', 'ownRisks', [['a'], ['b']])).toEqual(['a', 'b'])
    expect(readCarefully('arrival', 'ownCount', [1, 4])).toBe(4)
  })
})

describe('Every field', () => {
  it('that counts people, says what is a danger or that somebody agreed is protected', () => {
    const counters = NEW_ARRIVAL.questions.filter(isShared).filter(({ type }) => type === 'counter')
    for (const { name } of counters) expect([name, isProtected('arrival', name)]).toEqual([name, true])
    for (const name of ['consent', 'told', 'state', 'due', 'needs']) {
      expect(Object.hasOwn(ReferralFields.shape, name) && isProtected('referral', name)).toBe(true)
    }
  })

  it('of the law keeps a clock running: what begins one holds, and what only ends one does not, while somebody takes it back', () => {
    const beginning = new Set<string>(DEADLINE_CODES.map((code) => deadlineOf(code).since))
    for (const event of LEGAL_EVENTS) {
      const read = readCarefully('case', `since_${event}`, ['2026-11-26T00', TAKEN_BACK])
      expect([event, read]).toEqual([event, beginning.has(event) ? '2026-11-26T00' : TAKEN_BACK])
    }
  })

  it('of two states of a referral reads the same one, whoever spoke last', () => {
    for (const one of REFERRAL_STATES) {
      for (const other of REFERRAL_STATES) {
        expect(readCarefully('referral', 'state', [one, other])).toBe(readCarefully('referral', 'state', [other, one]))
      }
    }
  })
})

describe('Both answers', () => {
  it('can be kept of flags, needs and what was given', () => {
    for (const field of ['urgent', 'needs', 'given'])
      expect(bothOf('arrival', field, [['a'], ['b', 'a']])).toEqual(['a', 'b'])
  })

  it('cannot be kept of a count, of one choice, or of what somebody agreed may be told', () => {
    expect(bothOf('arrival', 'boys', [1, 2])).toBeUndefined()
    expect(bothOf('arrival', 'alone', ['yes', 'no'])).toBeUndefined()
    expect(bothOf('referral', 'told', [['people'], ['country']])).toBeUndefined()
  })
})

it('Children alone are counted by whichever of two questions says more', () => {
  expect(childrenAlone({ boys: 2, alone: 'yes', childrenAlone: 0 })).toBe(2)
  expect(childrenAlone({ boys: 2, alone: 'no', childrenAlone: 1 })).toBe(1)
})
