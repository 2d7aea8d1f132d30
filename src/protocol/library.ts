// Public facts every phone keeps, locked or not: the service directory, the intake forms, corrected words and recorded
// phrases. Asked for by cursor.
import * as z from 'zod/mini'
import { DirectoryEntry } from '#domain/directory/directory.ts'
import { Form } from '#domain/form/form.ts'
import { Recording, Wording } from '#domain/wording.ts'
import { Cursor, Epoch } from '#protocol/ids.ts'

export const LibraryItem = z.union([
  DirectoryEntry,
  z.object({ kind: z.literal('form'), id: z.string(), form: Form }),
  Wording,
  Recording
])
export type LibraryItem = z.infer<typeof LibraryItem>

export const LibraryPage = z.object({
  kind: z.literal('library'),
  epoch: Epoch,
  /** An item a phone's version cannot read is skipped there and kept here. */
  items: z.array(z.unknown()),
  /** Ids of items that are no more. */
  gone: z.array(z.string()),
  cursor: Cursor,
  more: z.boolean()
})
export type LibraryPage = z.infer<typeof LibraryPage>
