// A lead's phone says where its browser's push service takes messages for it. The answer is a `NudgeStanding`, signed.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

/** Where a push service takes messages for one browser. Which services there are is known to the server. */
const Address = z.string().check(z.regex(/^https?:\/\/[\x21-\x7e]+$/), z.maxLength(1_000))

export const nudgesOn = {
  method: 'PUT',
  path: '/v1/nudges',
  summary: 'Nudge this phone from now on when somebody needs help',
  access: 'token',
  body: z.object({ address: Address }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
