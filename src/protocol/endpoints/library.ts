// The directory and the forms since a cursor: a `LibraryPage`, signed.
import * as z from 'zod/mini'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Cursor } from '#protocol/ids.ts'
import { Signed } from '#protocol/signed.ts'

export const library = {
  method: 'GET',
  path: '/v1/library',
  summary: 'Directory entries and forms since a cursor',
  access: 'token',
  /** `received`: as of `deliveries`, which not every phone is given. */
  query: z.object({ after: Cursor, received: z.optional(Cursor) }),
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'busy']
} as const satisfies Endpoint
