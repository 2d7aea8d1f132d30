// A phone joins with a one-time invite. Everything secret is made on the phone; asking again with the same keys gives the
// same answer, so a lost reply costs nothing.
import * as z from 'zod/mini'
import { Base64Url } from '#protocol/bytes.ts'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { DeviceId, Epoch, OrganisationId, Role } from '#protocol/ids.ts'
import { PublicKey } from '#protocol/keys.ts'

/** 128 random bits, base64url. Stands in the link's fragment, which browsers never send. */
export const InviteCode = Base64Url.check(z.length(22))

/** What an invite link's fragment holds: `#/join/<code>.<fingerprint of the server's verifying key>`. */
export const InviteLink = z.object({ code: InviteCode, server: Base64Url.check(z.length(43)) })
export type InviteLink = z.infer<typeof InviteLink>

export const JoinRequest = z.object({
  invite: InviteCode,
  device: DeviceId,
  /** Verifies what the phone signs. */
  verifyingKey: PublicKey,
  /** Deliveries are sealed to this. */
  inboxKey: PublicKey,
  /** 256 random bits made on the phone; the server keeps only its hash. */
  token: Base64Url.check(z.length(43))
})
export type JoinRequest = z.infer<typeof JoinRequest>

export const JoinAnswer = z.object({
  device: DeviceId,
  /** "Phone 3": how the team speaks of it. */
  number: z.int(),
  role: Role,
  organisation: z.object({ id: OrganisationId, name: z.string() }),
  epoch: Epoch,
  /** Verifies receipts, deliveries and orders. */
  verifyingKey: PublicKey,
  /** Parcels are sealed to this. */
  sealingKey: z.object({ id: z.string(), key: PublicKey }),
  /** The organisation's recovery key; its private half is on paper. */
  recoveryKey: PublicKey,
  /** Lets others check the cards this phone gives (`card.ts`). Older servers leave it out. */
  certificate: z.optional(Base64Url.check(z.length(86)))
})
export type JoinAnswer = z.infer<typeof JoinAnswer>

export const join = {
  method: 'POST',
  path: '/v1/devices',
  summary: 'Join with a one-time invite',
  access: 'invite',
  body: JoinRequest,
  answer: JoinAnswer,
  refusals: ['bad_request', 'invite_unknown', 'invite_expired', 'invite_used', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint

/** Undefined when the text after `#/join/` is not a whole invite. */
export const readInviteLink = (fragment: string): InviteLink | undefined => {
  const [code, server] = fragment.trim().split('.')
  const link = InviteLink.safeParse({ code, server })
  return link.success ? link.data : undefined
}

export const writeInviteLink = (origin: string, { code, server }: InviteLink): string =>
  `${origin}/#/join/${code}.${server}`
