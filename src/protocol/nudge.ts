// A nudge is an empty message to a lead's phone, carried by the push service of its browser's maker: somebody needs help, and
// not a word of whom, what, where or how many.
import * as z from 'zod/mini'
import { mayAsk } from '#protocol/access.ts'
import { Base64Url } from '#protocol/bytes.ts'
import { DeviceId, type Role } from '#protocol/ids.ts'
import { PublicKey } from '#protocol/keys.ts'

/** Who is nudged. */
export const mayBeNudged = (role: Role): boolean => mayAsk('nudges', { role, kind: 'team' })

/** What the server says whenever it is asked about nudges. */
export const NudgeStanding = z.object({
  kind: z.literal('nudges'),
  device: DeviceId,
  /** By which push services know this server (RFC 8292). */
  key: PublicKey,
  /** Hash of the address it has of this phone; null when it has none. */
  address: z.nullable(Base64Url.check(z.length(43)))
})
export type NudgeStanding = z.infer<typeof NudgeStanding>
