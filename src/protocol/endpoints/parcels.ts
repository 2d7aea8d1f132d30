// Parcels in, receipts out. The body is one parcel; the answer is a signed receipt, made after the flush.
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

export const parcels = {
  method: 'POST',
  path: '/v1/parcels',
  summary: 'Hand over one parcel',
  access: 'parcel',
  body: 'bytes',
  answer: Signed,
  refusals: ['altered', 'unknown_device', 'revoked', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
