// Who a phone is and what a change is called. Nothing random beyond the phone's own name: a change is named by its phone
// and the phone's gapless counter, and a record by the change that made it. So a gap can be named ("phone x: 41–57"),
// a change sent twice is plainly the same one, and no id costs sixteen random bytes on the wire.
import * as z from 'zod/mini'

export const DEVICE = '[0-9a-hjkmnp-tv-z]{12}'

/** Twelve characters of Crockford's base 32: 60 random bits, made on the phone. */
export const DeviceId = z.string().check(z.regex(new RegExp(`^${DEVICE}$`)))
export type DeviceId = z.infer<typeof DeviceId>

/** `<phone>-<counter>`: names a change, and the record that the change made. */
export const Dot = z.string().check(z.regex(new RegExp(`^${DEVICE}-[1-9][0-9]{0,8}$`)))
export type Dot = z.infer<typeof Dot>

export const OrganisationId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/))
export type OrganisationId = z.infer<typeof OrganisationId>

export const ROLES = ['worker', 'lead', 'translator', 'partner', 'admin'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** A random id stored with the server's data; another one after a restore from backup. */
export const Epoch = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,43}$/))

/** Where a phone is in the server's append order. Opaque to the phone; empty at the beginning. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9._-]{0,60}$/))

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** `random` needs twelve bytes. */
export const createDeviceId = (random: Uint8Array): DeviceId =>
  Array.from(random.subarray(0, 12), (byte) => ALPHABET[byte % 32]).join('')

export const dotOf = (author: DeviceId, counter: number): Dot => `${author}-${counter}`

export const dotToParts = (dot: Dot): { author: DeviceId; counter: number } => ({
  author: dot.slice(0, 12),
  counter: Number(dot.slice(13))
})
