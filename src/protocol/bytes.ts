// Bytes and the text forms they travel in. Base64url without padding, as in RFC 4648 section 5.
import * as z from 'zod/mini'

export type Bytes = Uint8Array<ArrayBuffer>

/** Bytes as base64url text. */
export const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(2_000_000))

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const textToBytes = (text: string): Bytes => encoder.encode(text)

/** Throws `TypeError` when the bytes are not UTF-8. */
export const bytesToText = (bytes: Uint8Array): string => decoder.decode(bytes)

export const concat = (...parts: Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const areAlike = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

export const bytesToBase64Url = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Throws when the text is not base64url. */
export const base64UrlToBytes = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** SHA-256 as base64url, 43 characters. */
export const fingerprint = async (bytes: Bytes): Promise<string> => bytesToBase64Url(await sha256(bytes))
