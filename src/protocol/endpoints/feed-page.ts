// One page of services of another directory, read now. The answer is a `FeedPage`, signed.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { FeedAddress } from '#protocol/feed.ts'
import { Signed } from '#protocol/signed.ts'

export const feedPage = {
  method: 'GET',
  path: '/v1/feeds/page',
  summary: 'One page of services of another directory (HSDS 3.0)',
  access: 'token',
  /** `page`: from 1. */
  query: z.object({ feed: FeedAddress, page: z.string().check(z.regex(/^[1-9]\d{0,3}$/)) }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'not_found', 'busy']
} as const satisfies Endpoint
