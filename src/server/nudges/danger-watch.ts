// Whether leads are told again that somebody is in danger: after 15, 30 and 60 minutes, while what must be done at once has not
// been done. Read by the board's own rules from the coded fields the server has anyway; the minutes run from when it heard.
import { isRecordType, isRemoved } from '#domain/records/record.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'
import { asRead, readJoined } from '#domain/same-people/joined-cases.ts'
import { asHeard, nameOf } from '#protocol/change.ts'
import { mergeCases } from '#protocol/merge-cases.ts'
import { mergeChanges, type MergedRecord } from '#protocol/merge.ts'
import type { AppendedChange } from '#server/store/parcels.ts'

export type Looked = {
  /** A moment to tell them again has passed since it was last looked, and the danger stands. */
  readonly isWanted: boolean
  /** When to look next, and from where in the organisation's order; left out where nobody is to be told of anything any more. */
  readonly next?: { readonly at: number; readonly fromSeq: number }
}

/** `changes`: since somebody who may still be in danger was first heard of. Times are milliseconds since 1970 UTC. */
export const lookAtDangers = (
  changes: readonly AppendedChange[],
  { lookedAt, now }: { readonly lookedAt: number; readonly now: number }
): Looked => {
  const heardAt = new Map(changes.map((one) => [nameOf(one.change), one.heardAt]))
  const saidAt = ({ standing }: MergedRecord, field: string) => heardAt.get(standing[field]?.[0]?.change ?? '') ?? 0
  const cards = urgentBoard(recordsIn(changes), { now, saidAt })
  const moments = cards.flatMap(({ toldAgainAt }) => toldAgainAt)
  const toCome = moments.filter((moment) => moment > now)
  const still = new Set(
    cards
      .filter(({ toldAgainAt }) => toldAgainAt.some((moment) => moment > now))
      .flatMap(({ record, arrival }) => [record.id, ...(arrival ? [arrival.id] : [])])
  )
  const first = changes.find(({ change }) => still.has(change.record))
  return {
    isWanted: moments.some((moment) => moment > lookedAt && moment <= now),
    ...(first && { next: { at: Math.min(...toCome), fromSeq: first.seq } })
  }
}

const recordsIn = (changes: readonly AppendedChange[]): readonly MergedRecord[] => {
  const byRecord = Map.groupBy(
    changes.map(({ change, heardAt }) => asHeard(change, heardAt)),
    ({ record }) => record
  )
  const here = Array.from(byRecord.values(), mergeChanges).filter(
    (record) => isRecordType(record.type) && !isRemoved(record)
  )
  return asRead(
    here,
    readJoined(here, (one) => mergeCases(one, (id) => byRecord.get(id) ?? []))
  )
}
