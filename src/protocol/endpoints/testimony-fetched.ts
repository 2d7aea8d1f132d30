// One testimony, sealed as it came. That it opens under its id is the proof of it.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { SealedTestimony, TestimonyId } from '#protocol/testimony.ts'

export const testimonyFetched = {
  method: 'GET',
  path: '/v1/testimonies/fetched',
  summary: 'One testimony, sealed as it came',
  access: 'token',
  isQuiet: true,
  query: z.object({ id: TestimonyId }),
  answer: SealedTestimony,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'not_found', 'busy']
} as const satisfies Endpoint
