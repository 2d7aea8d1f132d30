// A lead's phone is to be nudged no longer: its address is deleted. The answer is a `NudgeStanding`, signed.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

export const nudgesOff = {
  method: 'DELETE',
  path: '/v1/nudges',
  summary: 'Nudge this phone no longer',
  access: 'token',
  answer: Signed,
  refusals: ['unknown_device', 'revoked', 'not_allowed', 'busy']
} as const satisfies Endpoint
