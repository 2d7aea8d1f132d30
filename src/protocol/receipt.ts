// The server's word that a parcel is on its disk. Made after the flush; nothing else moves a record to "Team has it".
import * as z from 'zod/mini'
import { Base64Url } from '#protocol/bytes.ts'
import { DeviceId, Epoch } from '#protocol/ids.ts'

/** Why a change was kept aside: it is safe and visible, but in no list until somebody has looked at it. */
export const ASIDE_REASONS = [
  'unknown_version',
  'unreadable',
  'unknown_type',
  'unknown_form',
  'unknown_field',
  'bad_value',
  'twin',
  'not_theirs'
] as const
export const AsideReason = z.enum(ASIDE_REASONS)
export type AsideReason = z.infer<typeof AsideReason>

export const Receipt = z.object({
  kind: z.literal('receipt'),
  device: DeviceId,
  parcel: z.int(),
  /** SHA-256 of the parcel's bytes, base64url. */
  hash: Base64Url,
  epoch: Epoch,
  /** Server time, milliseconds since 1970 UTC. */
  at: z.int(),
  /** Every change of the parcel not named here is accepted, now or before. Counter 0 names the whole parcel. */
  aside: z.array(z.object({ counter: z.int(), reason: AsideReason }))
})
export type Receipt = z.infer<typeof Receipt>
