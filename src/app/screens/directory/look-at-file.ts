// A file of others, looked at in slices: between two of them the screen is drawn and answers.
import { type ImportPlan, type ImportRow, MOST_ROWS, planRows, rowsIn, toPlan } from '#domain/hsds/import-plan.ts'
import type { Day } from '#domain/belgrade-time.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** Shorter than anybody notices. */
const SLICE_MS = 30

type Looking = {
  readonly entries: readonly DirectoryEntry[]
  readonly today: Day
  /** False ends it: nobody waits for this file any more. */
  readonly onLooked: (looked: { readonly rows: number; readonly all: number }) => boolean
}

/** Undefined where it was ended. */
export const lookAtFile = async (
  file: File,
  { entries, today, onLooked }: Looking
): Promise<Result<ImportPlan, 'unreadable' | 'tooMany'> | undefined> => {
  const { readFile } = await import('#device/library/hsds-files.ts')
  const read = readFile(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return read
  const all = rowsIn(read.value)
  if (all > MOST_ROWS) return refuse('tooMany')
  const rows: ImportRow[] = []
  let began = performance.now()
  for (const row of planRows(read.value, entries, today)) {
    rows.push(row)
    if (performance.now() - began < SLICE_MS) continue
    if (!onLooked({ rows: rows.length, all })) return undefined
    await afterDrawing()
    began = performance.now()
  }
  return accept(toPlan(rows))
}

const afterDrawing = () => new Promise((resolve) => setTimeout(resolve))
