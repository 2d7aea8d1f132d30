// Which arrivals of a period may be the same people and nobody has said so or otherwise: what somebody should look at.
import { dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { cardsByArrival } from '#domain/same-people/cards.ts'
import { lookAlike } from '#domain/same-people/look-alike.ts'
import { joinedGroups, pairsIn } from '#domain/same-people/pairs.ts'

/** `one` was met first, or in the same hour. */
export type LikelySame = { readonly one: string; readonly other: string }

/** Each two once, by when the later was met; at least that one in the period. */
export const likelySame = (records: readonly FieldRecord[], period: Period): readonly LikelySame[] => {
  const arrivals = datedRecords(records.filter(({ type }) => type === 'arrival'))
  const pairs = pairsIn(records)
  const said = new Set(pairs.map(({ one, other }) => `${one} ${other}`))
  const groups = joinedGroups(pairs)
  const cards = cardsByArrival(records)
  const isSaid = (a: string, b: string) =>
    said.has(a < b ? `${a} ${b}` : `${b} ${a}`) || groups.some((group) => group.has(a) && group.has(b))
  return arrivals.flatMap((other, at) => {
    if (!isIn(period, other.met)) return []
    return [...nearBefore(arrivals, at), ...withCardBefore(arrivals, at, cards)]
      .filter((one) => lookAlike(one, other, cards) !== undefined && !isSaid(one.id, other.id))
      .map((one) => ({ one: one.id, other: other.id }))
  })
}

/** Of this day and the one before: what is further apart is not the same, but for a card. */
const nearBefore = (arrivals: readonly DatedRecord[], at: number): readonly DatedRecord[] => {
  const other = arrivals[at]
  if (other === undefined) return []
  const near: DatedRecord[] = []
  const earliest = hourBefore(other)
  for (let before = at - 1; before >= 0; before -= 1) {
    const one = arrivals[before]
    if (one === undefined || one.met < earliest) break
    near.push(one)
  }
  return near
}

/** A clock that was put back makes three hours of two. */
const FURTHEST_HOURS = 3

const hourBefore = ({ met }: DatedRecord): string => {
  const hour = Number(met.slice(11)) - FURTHEST_HOURS
  const day = hour < 0 ? dayPlus(dayOf(met), -1) : dayOf(met)
  return `${day}T${String((hour + 24) % 24).padStart(2, '0')}`
}

const withCardBefore = (
  arrivals: readonly DatedRecord[],
  at: number,
  cards: ReturnType<typeof cardsByArrival>
): readonly DatedRecord[] => {
  const other = arrivals[at]
  const own = other && cards.get(other.id)
  if (other === undefined || own === undefined) return []
  const earliest = hourBefore(other)
  return arrivals
    .slice(0, at)
    .filter(({ id, met }) => met < earliest && [...(cards.get(id)?.keys() ?? [])].some((card) => own.has(card)))
}
