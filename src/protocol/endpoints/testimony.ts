// One sealed testimony in, a receipt out. The phone shows that it belongs to the team; who it was is kept nowhere.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'
import { SealedTestimony } from '#protocol/testimony.ts'

export const testimony = {
  method: 'PUT',
  path: '/v1/testimonies',
  summary: 'Hand over one sealed testimony',
  access: 'token',
  isQuiet: true,
  body: SealedTestimony,
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
