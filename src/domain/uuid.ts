// Ids of the directory as others expect them: chance in the shape of a UUID, and one made from what it belongs to, so that the
// same thing is called the same in every file.

/** RFC 9562, version 4. `random`: 16 bytes. */
export const randomUuid = (random: Uint8Array): string => toUuid(random, 4)

/** RFC 9562, version 8: always the same for the same text. It tells things apart and protects nothing. */
export const derivedUuid = (text: string): string => {
  const bytes = new Uint8Array(16)
  for (let part = 0; part < 4; part += 1) {
    let hash = 0x811c9dc5 ^ Math.imul(part + 1, 0x9e3779b1)
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
      hash ^= hash >>> 15
    }
    for (let byte = 0; byte < 4; byte += 1) bytes[part * 4 + byte] = (hash >>> (byte * 8)) & 0xff
  }
  return toUuid(bytes, 8)
}

const toUuid = (bytes: Uint8Array, version: number): string => {
  const marked = Array.from(bytes.subarray(0, 16))
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4)
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80
  const hex = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
