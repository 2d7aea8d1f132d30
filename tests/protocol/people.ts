// Three people with a phone each who write in one record, and meet now and then. Beside each change stands what its
// author truly knew: what should become of an answer is told from that alone, and never from what a change names.
import fc from 'fast-check'
import type { AnonymousFields } from '#domain/anonymise.ts'
import type { SharedFields, SharedValue } from '#domain/code.ts'
import type { RecordType } from '#domain/records/record.ts'
import { type Change, createChange, draftsOver, nameOf } from '#protocol/change.ts'
import { answersSeen, mergeChanges } from '#protocol/merge.ts'

const PHONES = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as const

export type Written = { readonly change: Change; readonly knew: ReadonlySet<Change> }

const some = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const list = (...codes: string[]) => fc.subarray(codes)

const FIELDS = {
  arrival: {
    urgent: list('child_alone', 'sick_or_hurt', 'at_risk'),
    alone: fc.constantFrom('yes', 'no', 'unsure'),
    boys: fc.nat(3),
    zone: fc.constantFrom('parks', 'railway')
  },
  referral: {
    state: fc.constantFrom('made', 'accepted', 'declined', 'withdrawn', 'done', 'did_not_come'),
    told: list('people', 'language', 'needs'),
    consent: fc.constantFrom('worker', 'interpreter', 'no'),
    due: fc.constantFrom('now', 'soon', 'weeks')
  },
  case: {
    state: fc.constantFrom('open', 'waiting', 'closed'),
    owner: fc.constantFrom('nobody', ...PHONES),
    need_medical: fc.constantFrom('open', 'referred', 'given'),
    alert_child_alone: fc.constantFrom('open', 'csw_informed'),
    since_certificate: fc.constantFrom('2026-11-26T14', '2026-11-26T09')
  }
} satisfies Partial<Record<RecordType, Record<string, fc.Arbitrary<SharedValue>>>>

const deed = (type: keyof typeof FIELDS) =>
  fc.record({
    by: fc.nat(2),
    /** Whom the phone meets before it writes: both then know what either knew. */
    meets: some(fc.nat(2)),
    at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    fields: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record(FIELDS[type] as Record<string, fc.Arbitrary<SharedValue>>, {
          requiredKeys: []
        }) as fc.Arbitrary<SharedFields>
      },
      { weight: 1, arbitrary: fc.constantFrom<SharedFields>({ removed: 1 }, { removed: 1 }, { removed: 0 }) }
    )
  })

export const histories = fc
  .constantFrom('arrival' as const, 'referral' as const, 'case' as const)
  .chain((type) => fc.tuple(fc.constant(type), fc.array(deed(type), { minLength: 1, maxLength: 10 })))
  .map(([type, deeds]) => written(type, deeds))

type Deed = { by: number; meets: number | undefined; at: number; fields: SharedFields }

/** Each phone writes through the merge it has, as the app does. */
const written = (type: RecordType, deeds: readonly Deed[]): Written[] => {
  const history: Written[] = []
  const known: [Set<Change>, Set<Change>, Set<Change>] = [new Set(), new Set(), new Set()]
  const counters = [0, 0, 0]
  for (const { by, meets, at, fields } of deeds) {
    const mine = known[by] ?? new Set()
    const theirs = known[meets ?? by] ?? mine
    for (const change of mine) theirs.add(change)
    for (const change of theirs) mine.add(change)
    if (mine.size === 0 && history.length > 0) continue
    const record = mine.size === 0 ? undefined : mergeChanges(mine)
    const draft = { type, fields: fields as AnonymousFields, ...(record && { record: record.id }) }
    for (const one of draftsOver(draft, record ? answersSeen(record, fields) : [])) {
      counters[by] = (counters[by] ?? 0) + 1
      const counter = counters[by] ?? 0
      const change = createChange(one, { author: PHONES[by] ?? PHONES[0], counter, clock: { at, tick: 0 } })
      history.push({ change, knew: new Set(mine) })
      mine.add(change)
    }
  }
  return history
}

/** By field: the changes whose answer nobody who knew it has given anew. */
export const answersLeft = (history: readonly Written[]): Map<string, Written[]> => {
  const left = new Map<string, Written[]>()
  for (const one of history) {
    for (const field of Object.keys(one.change.fields)) {
      const isReplaced = history.some(({ change, knew }) => field in change.fields && knew.has(one.change))
      if (!isReplaced) left.set(field, [...(left.get(field) ?? []), one])
    }
  }
  return left
}

/** Those who wrote something that still stands, while the record was removed by others who did not know it. */
export const stillUsing = (history: readonly Written[]): Written[] => {
  const left = answersLeft(history)
  const removals = (left.get('removed') ?? []).filter(({ change }) => change.fields['removed'] === 1)
  const using = [...left].flatMap(([field, writers]) => (field === 'removed' ? [] : writers))
  if (removals.length === 0) return []
  return [...new Set(using)].filter(({ change }) => !removals.some(({ knew }) => knew.has(change)))
}

export const namesOf = (writers: readonly Written[]): string[] => writers.map(({ change }) => nameOf(change)).sort()
