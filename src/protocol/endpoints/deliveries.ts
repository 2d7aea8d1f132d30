// Changes since a cursor, sealed to the phone that asks. The bytes are one delivery.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Cursor } from '#protocol/ids.ts'

export const deliveries = {
  method: 'GET',
  path: '/v1/deliveries',
  summary: 'Changes since a cursor',
  access: 'token',
  /** `received`: the epoch of this phone's receipts and how many of its parcels have one, as `epoch.57`. */
  query: z.object({ after: Cursor, received: z.optional(Cursor) }),
  answer: 'bytes',
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'busy']
} as const satisfies Endpoint
