// Every record of some kinds, merged, one at a time. However many there are, only the changes that say something of a record made
// before them are held in memory, and of those no more than `HELD_AT_ONCE`: where there are more, records are taken in several
// parts, and all is read through again for each.
import { setImmediate } from 'node:timers/promises'
import { isRecordType, type RecordType } from '#domain/records/record.ts'
import { asHeard, type Change, nameOf } from '#protocol/change.ts'
import type { Dot } from '#protocol/ids.ts'
import { type MergedRecord, mergeChanges } from '#protocol/merge.ts'
import type { AppendedChange } from '#server/store/parcels.ts'

const HELD_AT_ONCE = 20_000

export type Read = {
  readonly pages: () => AsyncIterable<readonly AppendedChange[]>
  /** Called after every page with how many changes were read in this pass. */
  readonly onPage?: (read: number) => void
  readonly heldAtOnce?: number
}

/** `changes`: those of the record, as heard, in the server's order. */
export type OnRecord = (record: MergedRecord, changes: readonly Change[]) => void

export const eachRecord = async (read: Read, types: readonly RecordType[], onRecord: OnRecord): Promise<void> => {
  const { heldAtOnce = HELD_AT_ONCE } = read
  let later = 0
  for await (const change of changesOf(read, types)) if (isLater(change)) later += 1
  const parts = Math.max(1, Math.ceil(later / heldAtOnce))
  for (let part = 0; part < parts; part += 1) {
    await eachOfPart(read, types, { isIn: (record) => partOf(record, parts) === part, hasLater: later > 0, onRecord })
  }
}

type Part = { readonly isIn: (record: Dot) => boolean; readonly hasLater: boolean; readonly onRecord: OnRecord }

const eachOfPart = async (read: Read, types: readonly RecordType[], { isIn, hasLater, onRecord }: Part) => {
  const laterByRecord = new Map<Dot, Change[]>()
  if (hasLater) {
    for await (const change of changesOf(read, types)) {
      if (!isLater(change) || !isIn(change.record)) continue
      const before = laterByRecord.get(change.record)
      if (before) before.push(change)
      else laterByRecord.set(change.record, [change])
    }
  }
  for await (const change of changesOf(read, types)) {
    if (isLater(change) || !isIn(change.record)) continue
    const changes = [change, ...(laterByRecord.get(change.record) ?? [])]
    laterByRecord.delete(change.record)
    onRecord(mergeChanges(changes), changes)
  }
  // What made these has not come yet.
  for (const changes of laterByRecord.values()) onRecord(mergeChanges(changes), changes)
}

/** Phones are answered between any two pages. */
async function* changesOf({ pages, onPage }: Read, types: readonly RecordType[]): AsyncGenerator<Change> {
  let read = 0
  for await (const page of pages()) {
    for (const { change, heardAt } of page) {
      if (isRecordType(change.type) && types.includes(change.type)) yield asHeard(change, heardAt)
    }
    read += page.length
    onPage?.(read)
    await setImmediate()
  }
}

const isLater = (change: Change): boolean => change.record !== nameOf(change)

/** The counter of a record is as good as chance where parts are few. */
const partOf = (record: Dot, parts: number): number => Number(record.slice(13)) % parts
