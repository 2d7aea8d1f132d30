// What only one organisation may read, as it travels inside a change. A fresh key locks the words (AES-256-GCM); that key is
// sealed (HPKE) once to each phone of the organisation. So the organisation's key is as many as it has phones: none is ever
// handed from one to another, and a phone that was revoked gets none of the next. The server holds no private half.
import * as z from 'zod/mini'
import { Base64Url, base64UrlToBytes, type Bytes, bytesToBase64Url, concat, textToBytes } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import { type DeviceId, OrganisationId } from '#protocol/ids.ts'
import { importOpener, importSealer, type KeyPair, open, PublicKey, seal } from '#protocol/keys.ts'

/** Phones one sealed part can be for. */
export const MOST_BOXES = 20
export const SEALED_INFO = textToBytes('susret sealed 1')
const KEY_BYTES = 32
const NONCE_BYTES = 12
/** Lengths tell of content: the words are filled up to a whole number of these. */
const STEP_BYTES = 512
const HINT_LENGTH = 8

const Box = z.object({
  /** The end of the public key it is for, so that a phone need not try them all. */
  to: z.string().check(z.length(HINT_LENGTH)),
  key: Base64Url.check(z.maxLength(200))
})

/** One for each phone that can open it. */
export const Boxes = z.array(Box).check(z.minLength(1), z.maxLength(MOST_BOXES))

export const Sealed = z.object({
  organisation: OrganisationId,
  boxes: Boxes,
  body: Base64Url.check(z.maxLength(8_000))
})
export type Sealed = z.infer<typeof Sealed>

/** An organisation as others may seal to it: one key for each of its phones. */
export type SealedFor = { readonly organisation: OrganisationId; readonly keys: readonly PublicKey[] }

/** `author`: the phone whose change it travels in; in the change of another it does not open. */
export const sealTo = async (
  { organisation, keys }: SealedFor,
  content: unknown,
  { author, random }: { author: DeviceId; random: (bytes: number) => Bytes }
): Promise<Sealed> => {
  const how = { info: SEALED_INFO, aad: additional(organisation, author), random }
  return { organisation, ...(await lockFor(keys, padded(JSON.stringify(content)), how)) }
}

/** Undefined when it is not for this phone, or was altered. */
export const openSealed = async (
  { organisation, ...locked }: Sealed,
  by: KeyPair,
  author: DeviceId
): Promise<unknown> => {
  const plain = await unlock(locked, by, { info: SEALED_INFO, aad: additional(organisation, author) })
  return plain && parseJson(plain)
}

type Locked = Pick<Sealed, 'boxes' | 'body'>
type How = { readonly info: Bytes; readonly aad: Bytes }

/** Under a fresh key, which is sealed to each of `keys`. */
export const lockFor = async (
  keys: readonly PublicKey[],
  plain: Bytes,
  { info, aad, random }: How & { readonly random: (bytes: number) => Bytes }
): Promise<Locked> => {
  const key = random(KEY_BYTES)
  const nonce = random(NONCE_BYTES)
  const locker = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const body = await crypto.subtle.encrypt(gcm(nonce, aad), locker, plain)
  const boxes = await Promise.all(
    keys.slice(0, MOST_BOXES).map(async (to) => ({
      to: to.slice(-HINT_LENGTH),
      key: bytesToBase64Url(await seal({ sealer: await importSealer(to), info }, key, aad))
    }))
  )
  return { boxes, body: bytesToBase64Url(concat(nonce, new Uint8Array(body))) }
}

/** Undefined when no box is for this key, or something was altered. */
export const unlock = async (locked: Locked, by: KeyPair, { info, aad }: How): Promise<Bytes | undefined> => {
  const box = locked.boxes.find(({ to }) => to === by.publicKey.slice(-HINT_LENGTH))
  if (box === undefined) return undefined
  try {
    const opener = await importOpener(by.privateKey)
    const key = await open({ opener, info }, base64UrlToBytes(box.key), aad)
    const unlocker = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    const body = base64UrlToBytes(locked.body)
    const nonce = body.slice(0, NONCE_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), unlocker, body.slice(NONCE_BYTES)))
  } catch {
    // Whatever is wrong with it, it says nothing.
    return undefined
  }
}

const additional = (organisation: OrganisationId, author: DeviceId): Bytes => textToBytes(`${organisation} ${author}`)

const gcm = (iv: Bytes, additionalData: Bytes) => ({ name: 'AES-GCM', iv, additionalData })

/** Spaces after JSON mean nothing. */
const padded = (json: string): Bytes => {
  const bytes = textToBytes(json)
  const fill = (STEP_BYTES - (bytes.length % STEP_BYTES)) % STEP_BYTES
  return concat(bytes, textToBytes(' '.repeat(fill)))
}
