// How a field is read while two answers stand: the more careful one, never merely the newest. Until a person has settled
// it, nobody may be overlooked, counted away or told about because a machine chose.
import type { SharedValue } from '#domain/code.ts'
import { YES_NO_UNSURE } from '#domain/codes/field-codes.ts'
import type { AccompanimentState } from '#domain/records/accompaniment.ts'
import { NOT_SO } from '#domain/immediate-actions.ts'
import { TAKEN_BACK } from '#domain/records/case.ts'
import type { RecordType } from '#domain/records/record.ts'
import { DUES, type ReferralState } from '#domain/records/referral.ts'
import { FINDINGS } from '#domain/records/service-check.ts'
import { SAMENESS } from '#domain/records/sameness.ts'

/**
 * `all`: every code that anybody noted. `common`: only codes that everybody noted. `most`, `least`: of counts. `earliest`:
 * of hours, from which a deadline is counted.
 * A list of codes has the more careful ones first; of codes that stand equally the newest is read.
 */
type Reading = 'all' | 'common' | 'most' | 'least' | 'earliest' | readonly string[]

/** In a list: the place of every code that it does not name; the end when it has no such place. */
const ANY_OTHER = '*'

const YES_FIRST = ['yes', 'unsure', 'no'] as const satisfies readonly (typeof YES_NO_UNSURE)[number][]

/** A person who takes consent back comes first, then whoever is not helped yet. */
const LEAST_HELPED_FIRST = [
  'withdrawn',
  'declined',
  ANY_OTHER,
  'did_not_come',
  'made',
  'received',
  'opened',
  'accepted',
  'appointment',
  'accompanied',
  'started',
  'done',
  'closed'
] as const satisfies readonly (ReferralState | typeof ANY_OTHER)[]

const NOT_THERE_YET_FIRST = [
  ANY_OTHER,
  'refused',
  'set_out',
  'intention',
  'waiting',
  'certificate',
  'transport',
  'ended',
  'arrived'
] as const satisfies readonly (AccompanimentState | typeof ANY_OTHER)[]

/** A record that somebody still uses can be found. */
const removed = 'least'

/** Risk, age, number and consent: never settled by a machine. Their fields, and which answer is the more careful. */
const PROTECTED: Readonly<Record<RecordType, Readonly<Record<string, Reading>>>> = {
  arrival: {
    urgent: 'all',
    needs: 'all',
    alone: YES_FIRST,
    wantsAsylum: YES_FIRST,
    sleeping: ['rough', 'unsaid'],
    childrenAlone: 'most',
    boys: 'most',
    girls: 'most',
    babies: 'most',
    pregnant: 'most',
    older: 'most',
    disabled: 'most',
    men: 'most',
    women: 'most',
    removed
  },
  tally: { count: 'most', removed },
  interpretation: { outcome: ['missing', 'interpreted'], removed },
  referral: {
    // What is no yes that we know stands before every yes.
    consent: [ANY_OTHER, 'interpreter', 'worker'],
    told: 'common',
    state: LEAST_HELPED_FIRST,
    due: DUES,
    needs: 'all',
    removed
  },
  // `need`, `alert` and `since` are families: `need_medical` is read as `need` says, where it has no row of its own.
  case: {
    state: ['open', 'waiting', 'closed'],
    owner: ['nobody'],
    need: ['open', 'unavailable', 'declined', ANY_OTHER, 'referred', 'elsewhere', 'given'],
    // Done starts the authority's time; that it was never so ends it.
    alert: ['open', ANY_OTHER, NOT_SO],
    since: 'earliest',
    // They only end clocks: while one says it did not happen, the clock goes on.
    since_reported: [TAKEN_BACK],
    since_granted: [TAKEN_BACK],
    since_appealed: [TAKEN_BACK],
    since_court: [TAKEN_BACK],
    since_challenged: [TAKEN_BACK],
    since_released: [TAKEN_BACK],
    removed
  },
  contact: { given: 'all', removed },
  bond: { bond: ['separated', 'reunited', 'together'], removed },
  sameness: { answer: SAMENESS, removed },
  follow_up: { state: ['open', 'dropped', 'done'], due: 'earliest', removed },
  opening: { removed },
  question: { reply: ['unsure', 'no', 'yes'], removed },
  // A shelf that is less full than thought harms less than one that is empty unseen.
  handout: { count: 'most', removed },
  stock: { count: 'least', removed },
  card_given: { until: 'earliest', removed },
  // Turned away stands before everything that is known: those people still have no paper.
  accompaniment: { state: NOT_THERE_YET_FIRST, owner: ['nobody'], removed },
  // Nobody is promised an interpreter who may not be there.
  shift: { state: ['on', 'over'], crew: 'least', languages: 'common', removed },
  dawn_count: { men: 'most', women: 'most', children: 'most', unseen: 'most', removed },
  service_check: { found: FINDINGS, removed },
  referral_card: { until: 'earliest', removed }
}

export const isProtected = (type: RecordType, name: string): boolean => ruleOf(type, name) !== undefined

/** `answers` stand side by side, the newest first, and are at least one. */
export const readCarefully = (
  type: RecordType,
  name: string,
  answers: readonly [SharedValue, ...SharedValue[]]
): SharedValue => {
  const [newest] = answers
  const rule = readingOf(type, name, newest)
  if (rule === 'all' || rule === 'common') {
    const lists = answers.filter((answer) => Array.isArray(answer))
    return lists.length === 0 ? newest : rule === 'all' ? union(lists) : intersection(lists)
  }
  if (rule === 'most' || rule === 'least') {
    const counts = answers.filter((answer) => typeof answer === 'number')
    return counts.length === 0 ? newest : rule === 'most' ? Math.max(...counts) : Math.min(...counts)
  }
  const codes = answers.filter((answer) => typeof answer === 'string')
  if (rule === 'earliest') return codes.toSorted()[0] ?? newest
  return codes.toSorted((a, b) => placeIn(rule, a) - placeIn(rule, b))[0] ?? newest
}

/** All codes of all answers, where both can be kept: lists that lose nothing by being put together. Never consent. */
export const bothOf = (type: RecordType, name: string, answers: readonly SharedValue[]): string[] | undefined => {
  const lists = answers.filter((answer) => Array.isArray(answer))
  const [first] = lists
  if (first === undefined || lists.length < answers.length || readingOf(type, name, first) !== 'all') return undefined
  return union(lists)
}

/** The same for answers that say the same: the order of codes says nothing. */
export const answerKey = (value: SharedValue): string =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

/** A field nobody protects, such as an organisation's own: lists and counts as above, else the newest. */
const readingOf = (type: RecordType, name: string, newest: SharedValue): Reading =>
  ruleOf(type, name) ?? (Array.isArray(newest) ? 'all' : typeof newest === 'number' ? 'most' : [])

const ruleOf = (type: RecordType, name: string): Reading | undefined =>
  Object.hasOwn(PROTECTED, type) && Object.hasOwn(PROTECTED[type], familyOf(type, name))
    ? PROTECTED[type][familyOf(type, name)]
    : undefined

const familyOf = (type: RecordType, name: string): string =>
  type === 'case' && !Object.hasOwn(PROTECTED.case, name) ? (name.split('_')[0] ?? name) : name

const placeIn = (order: readonly string[], code: string): number => {
  const place = order.indexOf(code)
  const others = order.indexOf(ANY_OTHER)
  return place >= 0 ? place : others >= 0 ? others : order.length
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

const intersection = (lists: readonly (readonly string[])[]): string[] =>
  union(lists).filter((code) => lists.every((list) => list.includes(code)))
