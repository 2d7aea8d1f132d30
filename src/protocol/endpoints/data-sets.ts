// What a program may read with its token: which data sets, how finely, of which months.
import * as z from 'zod/mini'
import { Month } from '#domain/belgrade-time.ts'
import { DATA_SETS } from '#domain/exports/data-sheet.ts'
import { DetailSchema } from '#protocol/machine-problem.ts'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { OrganisationId } from '#protocol/ids.ts'

export const DataSets = z.object({
  organisation: OrganisationId,
  /** The last day the token is good for. */
  until: z.iso.date(),
  sets: z.array(z.enum(DATA_SETS)),
  /** The finest a table can be. */
  detail: DetailSchema,
  /** Ask for any month up to this one. */
  newestMonth: Month,
  languages: z.array(z.string())
})
export type DataSets = z.infer<typeof DataSets>

export const dataSets = {
  method: 'GET',
  path: '/v1/data',
  summary: 'What this token may read',
  access: 'machine',
  answer: DataSets,
  refusals: ['token_unknown', 'token_expired', 'token_revoked', 'too_often', 'busy']
} as const satisfies Endpoint
