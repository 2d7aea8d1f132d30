// An entry of the directory as a lead wrote it in, a receipt out. Everybody gets it with the next library page.
import { EntryEdit } from '#domain/directory/entry-edit.ts'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Signed } from '#protocol/signed.ts'

export const entries = {
  method: 'PUT',
  path: '/v1/library/entries',
  summary: 'Write an entry of the directory',
  access: 'token',
  body: EntryEdit,
  answer: Signed,
  refusals: ['bad_request', 'unknown_device', 'revoked', 'not_allowed', 'too_large', 'unsupported', 'busy']
} as const satisfies Endpoint
