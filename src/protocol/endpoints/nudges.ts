// Whether this phone is nudged, and what its browser needs to know for that. The answer is a `NudgeStanding`, signed.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

export const nudges = {
  method: 'GET',
  path: '/v1/nudges',
  summary: 'The key push services know the server by, and where this phone is nudged',
  access: 'token',
  answer: Signed,
  refusals: ['unknown_device', 'revoked', 'not_allowed', 'busy']
} as const satisfies Endpoint
