// Which arrivals somebody joined or held apart, whoever said it and however often: two phones may say the same, or one
// thing each, or join three groups in a circle. Only what nobody contradicts is joined.
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'

export type Pair<Kind extends FieldRecord = FieldRecord> = {
  readonly one: string
  readonly other: string
  /** `contested`: joined by one and held apart by another, here or round a circle; each of them counts. */
  readonly state: 'joined' | 'apart' | 'contested'
  /** Everything that was said of the two, at least one record. */
  readonly said: readonly Kind[]
}

export const pairsIn = <Kind extends FieldRecord>(records: Iterable<Kind>): readonly Pair<Kind>[] => {
  const byEnds = new Map<string, { one: string; other: string; said: Kind[] }>()
  for (const record of records) {
    if (record.type !== 'sameness' || isRemoved(record)) continue
    const [one, other] = endsOf(record)
    if (one === undefined || other === undefined || one === other) continue
    const known = byEnds.get(`${one} ${other}`) ?? { one, other, said: [] }
    known.said.push(record)
    byEnds.set(`${one} ${other}`, known)
  }
  const pairs = [...byEnds.values()].map((pair) => ({ ...pair, state: stateOf(pair.said) }))
  return contestCircles(pairs)
}

/** The groups that joined pairs make, each of two arrivals or more. */
export const joinedGroups = (pairs: readonly Pair[]): readonly ReadonlySet<string>[] => {
  const groupOf = new Map<string, Set<string>>()
  for (const { one, other, state } of pairs) {
    if (state !== 'joined') continue
    const group = new Set([one, other, ...(groupOf.get(one) ?? []), ...(groupOf.get(other) ?? [])])
    for (const id of group) groupOf.set(id, group)
  }
  return [...new Set(groupOf.values())]
}

/** Of an arrival: all that are the same people, itself too. */
export const samePeopleIn = (records: Iterable<FieldRecord>): ((arrival: string) => ReadonlySet<string>) => {
  const groups = joinedGroups(pairsIn(records))
  const groupOf = new Map(groups.flatMap((group) => [...group].map((id) => [id, group])))
  return (arrival) => groupOf.get(arrival) ?? new Set([arrival])
}

const endsOf = ({ fields }: FieldRecord): (string | undefined)[] => {
  const [one, other] = [findCode(fields, 'one'), findCode(fields, 'other')]
  return one !== undefined && other !== undefined && one > other ? [other, one] : [one, other]
}

export const otherOf = ({ one, other }: Pair, id: string): string | undefined =>
  id === one ? other : id === other ? one : undefined

const stateOf = (said: readonly FieldRecord[]): Pair['state'] => {
  const isSame = ({ fields }: FieldRecord) => fields['answer'] === 'same'
  if (said.some(({ disputed }) => disputed.includes('answer'))) return 'contested'
  return said.every(isSame) ? 'joined' : said.some(isSame) ? 'contested' : 'apart'
}

/** Somebody joined A with B, somebody B with C, and somebody said that A and C are not the same: a person has to look. */
const contestCircles = <Kind extends FieldRecord>(pairs: readonly Pair<Kind>[]): readonly Pair<Kind>[] => {
  const broken = joinedGroups(pairs).filter((group) =>
    pairs.some(({ one, other, state }) => state !== 'joined' && group.has(one) && group.has(other))
  )
  if (broken.length === 0) return pairs
  return pairs.map((pair) =>
    broken.some((group) => group.has(pair.one) && group.has(pair.other)) ? { ...pair, state: 'contested' } : pair
  )
}
