// Every record of the unlocked phone in memory, merged from its changes: as it lies, and as it is read, cases of the same people
// being one.
import type { Aside, StoredChange } from '#device/stored-change.ts'
import { isRecordType, isRemoved, type RecordType } from '#domain/records/record.ts'
import { asRead, readJoined } from '#domain/same-people/joined-cases.ts'
import { asHeard, type Change, nameOf } from '#protocol/change.ts'
import { compareMoments } from '#protocol/clock.ts'
import { type DeviceId, type Dot, dotToParts } from '#protocol/ids.ts'
import { mergeCases } from '#protocol/merge-cases.ts'
import { mergeChanges, type MergedRecord } from '#protocol/merge.ts'

export type MergedRecords = {
  readonly take: (changes: readonly StoredChange[]) => void
  /** Newest first, removed ones left out, and cases of the same people as one. The same array until something is taken. */
  readonly list: () => readonly MergedRecord[]
  /** Those that are in no list any more, newest first. */
  readonly listRemoved: (type: RecordType) => readonly MergedRecord[]
  /** By the id of any of several cases: the one they are. */
  readonly find: (id: Dot) => MergedRecord | undefined
  /** Of several cases the one that has this id, alone. */
  readonly findAsItLies: (id: Dot) => MergedRecord | undefined
  /** All that was ever said of a record, the oldest first. */
  readonly historyOf: (id: Dot) => readonly StoredChange[]
  /** What only this phone knows of a record it made. */
  readonly asideOf: (id: Dot) => Aside | undefined
  /** Whether something this phone saved was made of that draft. */
  readonly isSaved: (draft: string) => boolean
  /** The change that says something to one organisation alone. */
  readonly findSealed: (id: Dot) => Change | undefined
  /** How many changes of this phone are here. */
  readonly countOwn: () => number
}

export const createMergedRecords = (device: DeviceId): MergedRecords => {
  const changesByRecord = new Map<Dot, Map<Dot, StoredChange>>()
  const recordsById = new Map<Dot, MergedRecord>()
  const ownCounters = new Set<number>()
  const savedDrafts = new Set<string>()
  let list: readonly MergedRecord[] = []
  let joined: ReadonlyMap<Dot, MergedRecord> = new Map()

  const take = (changes: readonly StoredChange[]) => {
    if (changes.length === 0) return
    const touched = new Set<Dot>()
    for (const stored of changes) {
      const known = changesByRecord.get(stored.change.record) ?? new Map<Dot, StoredChange>()
      const name = nameOf(stored.change)
      const before = known.get(name)
      known.set(name, before === undefined ? stored : { ...before, ...stored })
      changesByRecord.set(stored.change.record, known)
      touched.add(stored.change.record)
      if (stored.change.author === device) ownCounters.add(stored.change.counter)
      if (stored.aside?.draft !== undefined) savedDrafts.add(stored.aside.draft)
    }
    for (const id of touched) recordsById.set(id, mergeChanges(changesOf(id)))
    const here = [...recordsById.values()].filter((record) => isRecordType(record.type) && !isRemoved(record))
    joined = readJoined(here, (one) => mergeCases(one, changesOf))
    list = asRead(here, joined).sort(newestFirst)
  }

  const storedOf = (id: Dot): StoredChange[] => [...(changesByRecord.get(id)?.values() ?? [])]

  const changesOf = (id: Dot): Change[] => storedOf(id).map(ordered)

  return {
    take,
    list: () => list,
    listRemoved: (type) =>
      [...recordsById.values()].filter((record) => record.type === type && isRemoved(record)).sort(newestFirst),
    find: (id) => joined.get(id) ?? recordsById.get(id),
    findAsItLies: (id) => recordsById.get(id),
    historyOf: (id) => (joined.get(id)?.joined ?? [{ id }]).flatMap((one) => storedOf(one.id)).sort(oldestFirst),
    asideOf: (id) => storedOf(id).find(({ aside }) => aside)?.aside,
    isSaved: (draft) => savedDrafts.has(draft),
    findSealed: (id) => storedOf(id).find(({ change }) => change.sealed)?.change,
    countOwn: () => ownCounters.size
  }
}

const ordered = ({ change, heardAt }: StoredChange): Change =>
  heardAt === undefined ? change : asHeard(change, heardAt)

const oldestFirst = (a: StoredChange, b: StoredChange): number => compareMoments(ordered(a).clock, ordered(b).clock)

/** By the hour of meeting, then by the moment of the first change, so that a clock set wrong moves nothing far. */
const newestFirst = (a: MergedRecord, b: MergedRecord): number => {
  const [hourA, hourB] = [String(a.fields['met'] ?? ''), String(b.fields['met'] ?? '')]
  if (hourA !== hourB) return hourA < hourB ? 1 : -1
  const [partsA, partsB] = [dotToParts(a.id), dotToParts(b.id)]
  return partsA.author === partsB.author ? partsB.counter - partsA.counter : partsA.author < partsB.author ? 1 : -1
}
