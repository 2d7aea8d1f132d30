// What a phone says of two arrivals that may be the same people. Asked of memory, answered by a change, taken back by another.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseSameness, anonymiseSamenessAnswer, type Circumstances } from '#domain/anonymise.ts'
import { dayOf, dayPlus } from '#domain/belgrade-time.ts'
import type { Sameness } from '#domain/records/sameness.ts'
import { accept, type Result } from '#domain/result.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { cardsByArrival } from '#domain/same-people/cards.ts'
import { type LookAlike, lookAlike } from '#domain/same-people/look-alike.ts'
import { joinedGroups, otherOf, type Pair, pairsIn } from '#domain/same-people/pairs.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type MaybeSame = { readonly other: MergedRecord; readonly reasons: LookAlike }
export type SaidOfTwo = { readonly other: MergedRecord; readonly pair: Pair<MergedRecord> }

/** Arrivals nobody has looked at beside this one, the newest first. */
export const maybeSame = (desk: Desk, arrival: MergedRecord): readonly MaybeSame[] => {
  const records = desk.records()
  const pairs = pairsIn(records)
  const [dated] = datedRecords([arrival])
  if (dated === undefined) return []
  const group = joinedGroups(pairs).find((joined) => joined.has(arrival.id))
  const known = new Set(pairs.flatMap((pair) => otherOf(pair, arrival.id) ?? []))
  const cards = cardsByArrival(records)
  const day = dayOf(dated.met)
  const near = [dayPlus(day, -1), day, dayPlus(day, 1)]
  return records.flatMap((other) => {
    const isNear = near.includes(dayOf(String(other.fields['met']))) || (cards.has(arrival.id) && cards.has(other.id))
    if (other.type !== 'arrival' || !isNear || other.id === arrival.id || known.has(other.id) || group?.has(other.id))
      return []
    const [there] = datedRecords([other])
    const reasons = there && lookAlike(dated, there, cards)
    return reasons === undefined ? [] : [{ other, reasons }]
  })
}

/** What was said of this arrival and others that are on this phone and not removed. */
export const saidOf = (desk: Desk, arrival: MergedRecord): readonly SaidOfTwo[] => {
  const records = desk.records()
  const arrivals = new Map<string, MergedRecord>(
    records.filter(({ type }) => type === 'arrival').map((record) => [record.id, record])
  )
  return pairsIn(records).flatMap((pair) => {
    const other = arrivals.get(otherOf(pair, arrival.id) ?? '')
    return other === undefined ? [] : [{ other, pair }]
  })
}

/** Said once of the two, and said anew of everything that anybody said of them, so that one answer stands. */
export const saySameness = async (
  desk: Desk,
  { one, other, answer }: { one: Dot; other: Dot; answer: Sameness },
  circumstances: Circumstances
): Promise<Result<Dot, SaveRefusal>> => {
  const pair = pairsIn(desk.records()).find((known) => otherOf(known, one) === other)
  if (pair === undefined)
    return desk.add({ type: 'sameness', fields: anonymiseSameness({ one, other, answer }, circumstances) })
  let saved: Result<Dot, SaveRefusal> = accept(pair.said[0]?.id ?? one)
  for (const said of pair.said) {
    if (said.fields['answer'] === answer && !said.disputed.includes('answer')) continue
    saved = await desk.edit(said, anonymiseSamenessAnswer(answer))
    if (!saved.ok) return saved
  }
  return saved
}
