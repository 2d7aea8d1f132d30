// Which testimonies there are for the organisation that asks: a `TestimonyList`, signed, page after page in the order of ids.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'
import { TestimonyId } from '#protocol/testimony.ts'

export const testimoniesListed = {
  method: 'GET',
  path: '/v1/testimonies/listed',
  summary: 'Ids of the testimonies for the organisation that asks',
  access: 'token',
  isQuiet: true,
  query: z.object({ after: z.union([TestimonyId, z.literal('')]) }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'busy']
} as const satisfies Endpoint
