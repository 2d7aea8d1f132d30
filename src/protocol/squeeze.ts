// Gzip both ways, on the spot: a save waits for nothing but its own bytes. Unpacking stops at a limit, so a small parcel
// cannot become a huge one.
import { Gunzip, gzipSync } from 'fflate'
import { type Bytes, concat } from '#protocol/bytes.ts'

/** No parcel or delivery unpacks to more. */
export const UNPACKED_LIMIT = 8 * 1024 * 1024
/** Header and trailer alone, RFC 1952. */
const LEAST_BYTES = 18
/** A byte unpacks to about a thousand at most: so much is unpacked before the limit is looked at again. */
const PIECE_BYTES = 8 * 1024

export const squeeze = (bytes: Bytes): Bytes => gzipSync(bytes, { level: 6, mtime: 0 })

/** Undefined when the bytes are not gzip, were cut short, or unpack to more than `limit` bytes. */
export const unsqueeze = (bytes: Bytes, limit = UNPACKED_LIMIT): Bytes | undefined => {
  if (bytes.length < LEAST_BYTES) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  const gunzip = new Gunzip((part) => {
    length += part.length
    parts.push(part)
  })
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const end = Math.min(at + PIECE_BYTES, bytes.length)
    if (!isUnpacked(() => gunzip.push(bytes.subarray(at, end), end === bytes.length)) || length > limit) {
      return undefined
    }
  }
  // The trailer ends with the length; the library does not look at it.
  const told = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true)
  return told === length ? concat(...parts) : undefined
}

/** The library throws errors with a code of its own for bytes that are not what they should be. */
const isUnpacked = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
