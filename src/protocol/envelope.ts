// How a parcel and a delivery lie in bytes, in every version there will ever be:
//
//   0   3 bytes   "SUS"
//   3   1 byte    version of what is inside
//   4   4 bytes   length of the header, big-endian
//   8   …         header, JSON in UTF-8; readable by whoever carries it, so it says nothing of people
//   …   …         body, sealed (HPKE); the header's bytes are its additional data
//   -64 64 bytes  signature over everything before it
//
// So a reader of any age can tell who signed, check it, and set aside what it does not understand.
import { type Bytes, bytesToText, concat, textToBytes } from '#protocol/bytes.ts'
import { sign, SIGNATURE_BYTES, verify } from '#protocol/keys.ts'

export const ENVELOPE_VERSION = 1
const MAGIC = textToBytes('SUS')
const PREFIX_BYTES = 8
/** It is read before the signature is checked, so nobody may make it long. */
const HEADER_LIMIT = 16_384

export type Envelope = {
  readonly version: number
  readonly header: unknown
  readonly headerBytes: Bytes
  readonly body: Bytes
  readonly signed: Bytes
  readonly signature: Bytes
}

export const headerToBytes = (header: object): Bytes => textToBytes(JSON.stringify(header))

export const writeEnvelope = async (headerBytes: Bytes, body: Bytes, signer: CryptoKey): Promise<Bytes> => {
  const prefix = new Uint8Array(PREFIX_BYTES)
  prefix.set(MAGIC)
  prefix[3] = ENVELOPE_VERSION
  new DataView(prefix.buffer).setUint32(4, headerBytes.length)
  const signed = concat(prefix, headerBytes, body)
  return concat(signed, await sign(signer, signed))
}

/** Undefined when the bytes are no envelope: cut short, or something else altogether. */
export const readEnvelope = (bytes: Bytes): Envelope | undefined => {
  if (bytes.length < PREFIX_BYTES + SIGNATURE_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte)) return undefined
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4)
  const headerEnd = PREFIX_BYTES + headerLength
  const bodyEnd = bytes.length - SIGNATURE_BYTES
  if (headerLength > HEADER_LIMIT || headerEnd > bodyEnd) return undefined
  const headerBytes = bytes.slice(PREFIX_BYTES, headerEnd)
  const header = parseJson(headerBytes)
  if (header === undefined) return undefined
  return {
    version: bytes[3] ?? 0,
    header,
    headerBytes,
    body: bytes.slice(headerEnd, bodyEnd),
    signed: bytes.slice(0, bodyEnd),
    signature: bytes.slice(bodyEnd)
  }
}

export const isSignedBy = (envelope: Envelope, verifier: CryptoKey): Promise<boolean> =>
  verify(verifier, envelope.signature, envelope.signed)

/** Undefined when the bytes are not JSON in UTF-8. */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(bytesToText(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
