// A directory of others, looked at in slices, between two of which the screen is drawn and answers; and taken in.
import {
  type ImportPlan,
  type ImportRow,
  isOvertaken,
  MOST_ROWS,
  planRows,
  rowsIn,
  toPlan
} from '#domain/hsds/import-plan.ts'
import type { Corrections } from '#device/library/corrections.ts'
import type { Feeds, FeedRefusal } from '#device/library/feeds.ts'
import type { Day } from '#domain/belgrade-time.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { HsdsObjects } from '#domain/hsds/read-file.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** Shorter than anybody notices. */
const SLICE_MS = 30

type Looking = {
  /** What is here once the other has been read, which takes a while from far away. */
  readonly entries: () => readonly DirectoryEntry[]
  readonly today: Day
  /** False ends it: nobody waits for this file any more. */
  readonly onLooked: (looked: { readonly rows: number; readonly all: number }) => boolean
}

/** `objects`: what was read, to be looked at again. */
export type Looked = { readonly objects: HsdsObjects; readonly plan: ImportPlan }

/** Undefined where it was ended. */
export const lookAtFile = async (
  file: File,
  looking: Looking
): Promise<Result<Looked, 'unreadable' | 'tooMany'> | undefined> => {
  const { MOST_BYTES, readFile } = await import('#device/library/hsds-files.ts')
  // Not even fetched into memory.
  if (file.size > MOST_BYTES) return refuse('tooMany')
  const read = readFile(new Uint8Array(await file.arrayBuffer()))
  return read.ok ? lookAt(read.value, looking) : read
}

/** All services of a directory that the server reads for us. */
export const lookAtFeed = async (
  feeds: Feeds,
  feed: string,
  looking: Looking
): Promise<Result<Looked, FeedRefusal> | undefined> => {
  const read = await feeds.read(feed, { most: MOST_ROWS, onPage: looking.onLooked })
  return read?.ok === true ? lookAt(read.value, looking) : read
}

export const lookAt = async (
  objects: HsdsObjects,
  { entries, today, onLooked }: Looking
): Promise<Result<Looked, 'tooMany'> | undefined> => {
  const all = rowsIn(objects)
  if (all > MOST_ROWS) return refuse('tooMany')
  const rows: ImportRow[] = []
  let began = performance.now()
  const there = entries()
  for (const row of planRows(objects, there, today)) {
    rows.push(row)
    if (performance.now() - began < SLICE_MS) continue
    if (!onLooked({ rows: rows.length, all })) return undefined
    await afterDrawing()
    began = performance.now()
  }
  return accept({ objects, plan: toPlan(rows, there) })
}

type Taking = {
  readonly entries: readonly DirectoryEntry[]
  readonly save: Corrections['save']
  /** Asked for by whoever has seen what is left out. */
  readonly isWithoutRefused?: boolean
}

/** `overtaken`: somebody of the team wrote one of these since they were looked at, and nothing was saved. */
export const takeIn = async (
  plan: ImportPlan,
  { entries, save, isWithoutRefused }: Taking
): Promise<'taken' | 'full' | 'overtaken'> => {
  if (isOvertaken(plan, entries)) return 'overtaken'
  const saved = await save(...(isWithoutRefused ? plan.others : plan.entries))
  return saved.ok ? 'taken' : 'full'
}

const afterDrawing = () => new Promise((resolve) => setTimeout(resolve))
