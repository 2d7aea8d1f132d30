// The organisation it is for deletes one, for all its phones. The answer is a `TestimonyGone`, signed.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'
import { TestimonyId } from '#protocol/testimony.ts'

export const testimonyDeleted = {
  method: 'PUT',
  path: '/v1/testimonies/deleted',
  summary: 'Delete a testimony at its receiver’s word',
  access: 'token',
  isQuiet: true,
  body: z.object({ id: TestimonyId }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
