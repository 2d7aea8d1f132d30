// Words about cases that stay on this phone, each case's kept under one name. What cannot be read is as if nothing had been noted.
import * as z from 'zod/mini'
import type { Desk } from '#device/desk.ts'

/** The newest first; milliseconds since 1970 UTC. */
export const Notes = z.array(z.object({ at: z.int(), text: z.string() }))
export type Notes = z.infer<typeof Notes>

const notesIn = (kept: unknown): Notes => {
  const read = Notes.safeParse(kept)
  return read.success ? read.data : []
}

/** Before the id of the case. */
const NAME_BEGINS = 'case '

/** Of every case, in one text each, to be searched. */
export const readAllCaseNotes = async (desk: Desk): Promise<ReadonlyMap<string, string>> => {
  const kept = await desk.notes.readNotes(NAME_BEGINS)
  return new Map(
    Array.from(kept, ([id, notes]) => [
      id,
      notesIn(notes)
        .map(({ text }) => text)
        .join(' ')
    ])
  )
}
