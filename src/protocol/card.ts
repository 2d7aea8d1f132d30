// The text in the QR code of a card: what the card says, signed by the phone that gave it, and the server's word that it
// knows this phone. Any phone of the same server can check it without signal, for it knows the server's key.
//
//    0   1 byte    version: 1
//    1   16 bytes  service, the bytes of its UUID
//   17   2 bytes   last day it counts, in days since 1970, big-endian
//   19   8 bytes   code, ASCII
//   27   12 bytes  phone, ASCII
//   39   1 byte    length of the need, then the need, ASCII
//    …   64 bytes  the phone's verifying key: its point without the leading 4
//    …   64 bytes  certificate: the server's signature over "susret phone 1", phone and key
//  −64   64 bytes  the phone's signature over "susret card 1" and everything before it
import { Card } from '#domain/card.ts'
import type { Day } from '#domain/belgrade-time.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, base64UrlToBytes, bytesToBase64Url, bytesToText, concat, textToBytes } from '#protocol/bytes.ts'
import { DeviceId } from '#protocol/ids.ts'
import { importVerifier, type PublicKey, sign, SIGNATURE_BYTES, verify } from '#protocol/keys.ts'

export const CARD_VERSION = 1
const DAY_MS = 86_400_000
const POINT_BYTES = 64
const UNCOMPRESSED = Uint8Array.of(4)
const PHONE_PREFIX = textToBytes('susret phone 1')
const CARD_PREFIX = textToBytes('susret card 1')

/** Who gives cards. `certificate`: base64url, as the server gave it when the phone joined. */
export type CardGiver = {
  readonly device: DeviceId
  readonly verifyingKey: PublicKey
  readonly certificate: string
  readonly signer: CryptoKey
}

/** The server says: this phone has this key. */
export const certifyPhone = async (signer: CryptoKey, device: DeviceId, verifyingKey: PublicKey): Promise<string> =>
  bytesToBase64Url(await sign(signer, certified(device, pointOf(verifyingKey))))

/** At most 272 bytes, as base64url. */
export const writeCard = async (
  card: Card,
  { device, verifyingKey, certificate, signer }: CardGiver
): Promise<string> => {
  const need = textToBytes(card.need)
  const days = Date.parse(card.until) / DAY_MS
  const said = concat(
    Uint8Array.of(CARD_VERSION),
    uuidToBytes(card.service),
    Uint8Array.of(days >> 8, days & 255),
    textToBytes(card.code),
    textToBytes(device),
    Uint8Array.of(need.length),
    need,
    pointOf(verifyingKey),
    base64UrlToBytes(certificate)
  )
  return bytesToBase64Url(concat(said, await sign(signer, concat(CARD_PREFIX, said))))
}

export type GenuineCard = Card & { readonly device: DeviceId }

/**
 * `altered`: not as its phone signed it. `other_team`: signed, but by a phone that our server does not vouch for. `newer`: of a
 * later version of Susret. `unreadable`: not a whole card.
 */
export type CardRefusal =
  { why: 'altered' | 'other_team' | 'newer' | 'unreadable' } | { why: 'expired'; card: GenuineCard }

/** `today`: the day in Belgrade. Needs no signal; a phone revoked since is not known here, which is why cards expire. */
export const checkCard = async (
  text: string,
  { serverKey, today }: { serverKey: PublicKey; today: Day }
): Promise<Result<GenuineCard, CardRefusal>> => {
  const bytes = bytesIn(text)
  const version = bytes?.[0]
  if (bytes === undefined || version === undefined || version === 0) return refuse({ why: 'unreadable' })
  if (version > CARD_VERSION) return refuse({ why: 'newer' })
  const parts = partsOf(bytes)
  if (parts === undefined) return refuse({ why: 'unreadable' })
  const { said, signature, point, certificate, device, card } = parts
  if (!(await isSignedBy(point, signature, concat(CARD_PREFIX, said)))) return refuse({ why: 'altered' })
  const server = await importVerifier(serverKey)
  if (!(await verify(server, certificate, certified(device, point)))) return refuse({ why: 'other_team' })
  const genuine = Card.safeParse(card)
  if (!genuine.success) return refuse({ why: 'newer' })
  if (today > card.until) return refuse({ why: 'expired', card: { ...genuine.data, device } })
  return accept({ ...genuine.data, device })
}

/** A link that opens the app at its check. What stands after the `#` reaches no server. */
export const cardLink = (origin: string, text: string): string => `${origin}/#/card/${text}`

export const isCardLink = (text: string): boolean => text.includes('#/card/')

/** The card in a link, or in a text that is nothing but one. */
export const findCardText = (typed: string): string => {
  const whole = typed.trim()
  return /#\/card\/([A-Za-z0-9_-]*)/.exec(whole)?.[1] ?? whole.replaceAll(/\s/g, '')
}

const partsOf = (bytes: Bytes) => {
  const keyAt = 40 + (bytes[39] ?? 0)
  const certificateAt = keyAt + POINT_BYTES
  const signatureAt = certificateAt + SIGNATURE_BYTES
  if (bytes.length !== signatureAt + SIGNATURE_BYTES) return undefined
  const textIn = (from: number, to: number) => asciiOf(bytes.subarray(from, to))
  const device = DeviceId.safeParse(textIn(27, 39))
  // A bit turned in a name is an alteration like any other; the signature says so below.
  return {
    said: bytes.slice(0, signatureAt),
    signature: bytes.slice(signatureAt),
    point: bytes.slice(keyAt, certificateAt),
    certificate: bytes.slice(certificateAt, signatureAt),
    device: device.success ? device.data : '',
    card: {
      service: bytesToUuid(bytes.subarray(1, 17)),
      until: new Date((((bytes[17] ?? 0) << 8) | (bytes[18] ?? 0)) * DAY_MS).toISOString().slice(0, 10),
      code: textIn(19, 27),
      need: textIn(40, keyAt)
    }
  }
}

/** False too for what is no point of the curve: that key was altered. */
const isSignedBy = async (point: Bytes, signature: Bytes, bytes: Bytes): Promise<boolean> => {
  const verifier = await importVerifier(bytesToBase64Url(concat(UNCOMPRESSED, point))).catch(() => undefined)
  return verifier !== undefined && verify(verifier, signature, bytes)
}

const certified = (device: DeviceId, point: Bytes): Bytes => concat(PHONE_PREFIX, textToBytes(device), point)

const pointOf = (key: PublicKey): Bytes => base64UrlToBytes(key).slice(1)

const bytesIn = (text: string): Bytes | undefined => {
  try {
    return base64UrlToBytes(text)
  } catch {
    return undefined
  }
}

const asciiOf = (bytes: Uint8Array): string => {
  try {
    return bytesToText(bytes)
  } catch {
    return ''
  }
}

const uuidToBytes = (uuid: string): Bytes =>
  Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const bytesToUuid = (bytes: Uint8Array): string => {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
