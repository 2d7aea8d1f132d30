// Gzip both ways with the platform's own streams; unpacking stops at a limit, so a small parcel cannot become a huge one.
import type { Bytes } from '#protocol/bytes.ts'

/** No parcel or delivery unpacks to more. */
export const UNPACKED_LIMIT = 8 * 1024 * 1024

export class UnpackedTooLarge extends Error {}

export const squeeze = (bytes: Bytes): Promise<Bytes> => gather(through(bytes, new CompressionStream('gzip')), Infinity)

/** Throws `UnpackedTooLarge` past `limit` bytes, `TypeError` when the bytes are not gzip. */
export const unsqueeze = (bytes: Bytes, limit = UNPACKED_LIMIT): Promise<Bytes> =>
  gather(through(bytes, new DecompressionStream('gzip')), limit)

const through = (bytes: Bytes, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(stream)

const gather = async (stream: ReadableStream<Uint8Array>, limit: number): Promise<Bytes> => {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > limit) {
      await reader.cancel()
      throw new UnpackedTooLarge(`More than ${limit} bytes unpacked`)
    }
    parts.push(read.value)
  }
  return join(parts, length)
}

const join = (parts: Uint8Array[], length: number): Bytes => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
