// Which directories of others the server may read. The answer is a `FeedList`, signed.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

export const feeds = {
  method: 'GET',
  path: '/v1/feeds',
  summary: 'The directories of others that the operator has named',
  access: 'token',
  answer: Signed,
  refusals: ['unknown_device', 'revoked', 'not_allowed', 'busy']
} as const satisfies Endpoint
