// What only an unlocked phone knows of itself.
import * as z from 'zod/mini'
import { DeviceId, OrganisationId, Role } from '#protocol/ids.ts'
import { PublicKey } from '#protocol/keys.ts'

/** Known once the phone has joined. */
export const Membership = z.object({
  number: z.int(),
  role: Role,
  organisation: z.object({ id: OrganisationId, name: z.string() }),
  sealingKey: z.object({ id: z.string(), key: PublicKey }),
  /** The server's word for this phone's key, for cards. A phone that joined before there were any lacks it. */
  certificate: z.optional(z.string())
})
export type Membership = z.infer<typeof Membership>

const Pair = z.object({ publicKey: PublicKey, privateKey: z.string() })

export const Keyring = z.object({
  device: DeviceId,
  token: z.string(),
  signing: Pair,
  inbox: Pair,
  membership: z.optional(Membership)
})
export type Keyring = z.infer<typeof Keyring>
export type JoinedKeyring = Keyring & { membership: Membership }
