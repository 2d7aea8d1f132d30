// A translator's correction in, a receipt out. Everybody gets the correction with the next library page.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'
import { Correction } from '#domain/corrections.ts'

export const words = {
  method: 'PUT',
  path: '/v1/library/words',
  summary: 'Correct a text, record a phrase, or take one of them back',
  access: 'token',
  body: Correction,
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
