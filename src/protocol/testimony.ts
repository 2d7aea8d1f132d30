// A testimony as it travels: sealed to the phones of the organisation that collects it, always of one size, under a random
// id. No author, device, counter, clock or record goes with it, so that nothing leads back to whoever told it.
import * as z from 'zod/mini'
import type { Testimony } from '#domain/testimony.ts'
import { Base64Url, type Bytes, bytesToBase64Url, concat, textToBytes } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import { Epoch, OrganisationId } from '#protocol/ids.ts'
import type { KeyPair } from '#protocol/keys.ts'
import { Boxes, lockFor, type SealedFor, unlock } from '#protocol/sealed.ts'

export const TESTIMONY_INFO = textToBytes('susret testimony 1')
const ID_BYTES = 16
/** Every one is filled up to this, so that its length says nothing. */
export const TESTIMONY_BYTES = 32_768
/** With a nonce of 12 bytes and a tag of 16. */
const BODY_LETTERS = ((TESTIMONY_BYTES + 12 + 16) / 3) * 4

/** 16 random bytes. */
export const TestimonyId = Base64Url.check(z.length(22))

export const SealedTestimony = z.object({
  id: TestimonyId,
  /** Whose phones can open it. */
  organisation: OrganisationId,
  boxes: Boxes,
  body: Base64Url.check(z.length(BODY_LETTERS))
})
export type SealedTestimony = z.infer<typeof SealedTestimony>

/** The server's word that it is on its disk. It names no phone and no time. */
export const TestimonyReceipt = z.object({
  kind: z.literal('testimony'),
  id: TestimonyId,
  /** Of the bytes sent. */
  hash: Base64Url.check(z.length(43)),
  epoch: Epoch
})
export type TestimonyReceipt = z.infer<typeof TestimonyReceipt>

/** Which there are for the organisation that asks, by id: an order of chance. `gone`: deleted by it. */
export const TestimonyList = z.object({
  kind: z.literal('testimonies'),
  ids: z.array(TestimonyId),
  gone: z.array(TestimonyId),
  /** Ask on after it; left out at the end. */
  next: z.optional(TestimonyId)
})
export type TestimonyList = z.infer<typeof TestimonyList>

/** The server's word that its bytes are deleted; the id stays, so that it does not come again. */
export const TestimonyGone = z.object({ kind: z.literal('testimony_gone'), id: TestimonyId })
export type TestimonyGone = z.infer<typeof TestimonyGone>

export const sealTestimony = async (
  { organisation, keys }: SealedFor,
  testimony: Testimony,
  random: (bytes: number) => Bytes
): Promise<SealedTestimony> => {
  const id = bytesToBase64Url(random(ID_BYTES))
  const how = { info: TESTIMONY_INFO, aad: additional(organisation, id) }
  return { id, organisation, ...(await lockFor(keys, filledUp(testimony), { ...how, random })) }
}

/** Undefined when it is not for this phone, or was altered. */
export const openTestimony = async (sealed: SealedTestimony, by: KeyPair): Promise<unknown> => {
  const { id, organisation, ...locked } = sealed
  const plain = await unlock(locked, by, { info: TESTIMONY_INFO, aad: additional(organisation, id) })
  return plain && parseJson(plain)
}

const additional = (organisation: OrganisationId, id: string): Bytes => textToBytes(`${organisation} ${id}`)

/** Spaces after JSON mean nothing. */
const filledUp = (testimony: Testimony): Bytes => {
  const bytes = textToBytes(JSON.stringify(testimony))
  if (bytes.length > TESTIMONY_BYTES) throw new Error('Longer than any testimony can be')
  return concat(bytes, textToBytes(' '.repeat(TESTIMONY_BYTES - bytes.length)))
}
