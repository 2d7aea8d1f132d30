// Every way the server can refuse, closed. The phone has a sentence for each and keeps what it had.
import * as z from 'zod/mini'
import { Signed } from '#protocol/signed.ts'
import { DeviceId } from '#protocol/ids.ts'

/** The HTTP status that goes with each. */
export const PROBLEMS = {
  bad_request: 400,
  altered: 400,
  unknown_device: 401,
  revoked: 403,
  not_allowed: 403,
  not_found: 404,
  invite_unknown: 404,
  invite_expired: 410,
  invite_used: 409,
  too_large: 413,
  unsupported: 415,
  busy: 503,
  fault: 500
} as const
export type ProblemCode = keyof typeof PROBLEMS

export const Problem = z.object({
  problem: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  /** Only with `revoked`: a `WipeOrder`, signed. */
  order: z.optional(Signed)
})
export type Problem = z.infer<typeof Problem>

/** Tells one phone to destroy its keys. */
export const WipeOrder = z.object({ kind: z.literal('wipe'), device: DeviceId, at: z.int() })
export type WipeOrder = z.infer<typeof WipeOrder>
