// Where the words for a field and for its value stand, kind by kind of record. A field says what its own screen calls it: how
// many people are not how many portions.
import { familyLabelKey, familyValueKey } from '#app/records/case-field-words.ts'
import type { RecordType } from '#domain/records/record.ts'

export const labelKeyOf = (type: RecordType, name: string): string =>
  (type === 'case' ? familyLabelKey(name) : undefined) ?? OWN_LABELS[type]?.[name] ?? `fields.${name}`

/** Undefined for an hour, a name or an id, which are no codes. */
export const valueKeyOf = (type: RecordType, name: string, code: string): string | undefined => {
  const list = OWN_LISTS[type]?.[name] ?? CODE_LISTS[name]
  return (type === 'case' ? familyValueKey(name, code) : undefined) ?? (list && `${list}.${code}`)
}

type ByField = Readonly<Record<string, string>>
type ByKind = Partial<Record<RecordType, ByField>>

const OF_ITEMS = { item: 'handouts:which', count: 'handouts:howMany' }

const OWN_LABELS: ByKind = {
  referral: { bestInterest: 'partner:whyNoConsent' },
  handout: { ...OF_ITEMS, size: 'handouts:size', card: 'handouts:cards.code' },
  stock: { ...OF_ITEMS, movement: 'case:date.title' },
  card_given: { card: 'handouts:cards.code' },
  follow_up: { due: 'case:followUps.when' },
  shift: { crew: 'review:columns.people', languages: 'review:cuts.language' },
  dawn_count: { men: 'form:men', women: 'form:women', children: 'shift:children', unseen: 'shift:unseen' },
  accompaniment: { to: 'accompany:where', place: 'accompany:place', centre: 'accompany:centre' }
}

const CODE_LISTS: ByField = {
  zone: 'codes:zones',
  class: 'codes:tally',
  state: 'codes:referralStates',
  reason: 'codes:reasons',
  due: 'codes:dues',
  consent: 'codes:consents',
  needs: 'codes:needs',
  told: 'codes:tellable',
  language: 'codes:languages',
  outcome: 'codes:interpreting',
  bestInterest: 'partner:bestInterest',
  item: 'handouts:items',
  movement: 'handouts:movements'
}

/** Where a kind of record means another list by the same name. */
const OWN_LISTS: ByKind = {
  case: { state: 'codes:caseStates', outcome: 'codes:caseOutcomes' },
  bond: { bond: 'codes:bonds' },
  contact: { given: 'codes:quickServices' },
  follow_up: { state: 'codes:followUpStates', what: 'codes:followUps' },
  shift: { state: 'shift:states', languages: 'codes:languages' },
  service_check: { found: 'directory:found' },
  accompaniment: { to: 'codes:needs', state: 'accompany:states', place: 'codes:zones', reason: 'accompany:reasons' }
}
