// Public facts every phone keeps, locked or not: the service directory, the intake forms, corrected words, recorded
// phrases, and which providers read here what is sealed to them. Asked for by cursor.
import * as z from 'zod/mini'
import { DirectoryEntry } from '#domain/directory/directory.ts'
import { Form } from '#domain/form/form.ts'
import { Recording, Wording } from '#domain/wording.ts'
import { Cursor, Epoch, OrganisationId } from '#protocol/ids.ts'
import { PublicKey } from '#protocol/keys.ts'
import { MOST_BOXES } from '#protocol/sealed.ts'

/** A provider that reads its referrals on this server: whom to seal to. */
export const PartnerItem = z.object({
  kind: z.literal('partner'),
  id: z.string(),
  organisation: OrganisationId,
  name: z.string(),
  provider: z.string(),
  /** One for each of its phones; none until the first has joined. */
  keys: z.array(PublicKey).check(z.maxLength(MOST_BOXES)),
  /** Testimonies are sealed to it (`testimony.ts`). Also in its own library, so that its phones know. */
  collectsTestimony: z.optional(z.literal(true))
})
export type PartnerItem = z.infer<typeof PartnerItem>

export const LibraryItem = z.union([
  PartnerItem,
  DirectoryEntry,
  z.object({ kind: z.literal('form'), id: z.string(), form: Form }),
  Wording,
  Recording
])
export type LibraryItem = z.infer<typeof LibraryItem>

export const LibraryPage = z.object({
  kind: z.literal('library'),
  epoch: Epoch,
  /** The cursor asked with. Servers of the first days did not say. */
  from: z.optional(Cursor),
  /** An item a phone's version cannot read is skipped there and kept here. */
  items: z.array(z.unknown()),
  /** Ids of items that are no more. */
  gone: z.array(z.string()),
  cursor: Cursor,
  more: z.boolean()
})
export type LibraryPage = z.infer<typeof LibraryPage>
