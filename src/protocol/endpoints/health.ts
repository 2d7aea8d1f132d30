// Whether the server can take a parcel now.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'

export const Health = z.object({ status: z.literal('ok'), version: z.string(), store: z.enum(['sqlite', 'postgres']) })

export const health = {
  method: 'GET',
  path: '/health',
  summary: 'Whether parcels can be taken now',
  access: 'anyone',
  answer: Health,
  refusals: ['busy']
} as const satisfies Endpoint
