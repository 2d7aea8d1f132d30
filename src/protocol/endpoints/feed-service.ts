// One service of another directory, read now. The answer is a `FeedService`, signed.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { FeedAddress } from '#protocol/feed.ts'
import { Signed } from '#protocol/signed.ts'

export const feedService = {
  method: 'GET',
  path: '/v1/feeds/service',
  summary: 'One service of another directory (HSDS 3.0)',
  access: 'token',
  query: z.object({ feed: FeedAddress, id: z.uuid() }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'not_found', 'busy']
} as const satisfies Endpoint
