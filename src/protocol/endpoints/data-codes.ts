// What the codes of a data set mean, in the language wanted: the table that goes beside every other. It tells of nobody.
import * as z from 'zod/mini'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { DATA_SETS } from '#domain/exports/data-sheet.ts'
import { DATA_FORMATS } from '#protocol/endpoints/data-table.ts'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'

export const CodesQuery = z.object({
  set: z.enum(DATA_SETS),
  language: z._default(z.enum(INTERFACE_LANGUAGES), 'en'),
  format: z._default(z.enum(DATA_FORMATS), 'json')
})

export const DataCodes = z.object({
  set: z.enum(DATA_SETS),
  language: z.string(),
  /** `column`: its id in the table. `core` and `forms` are in English; what stands in them is explained in any language. */
  codes: z.array(z.object({ column: z.string(), heading: z.string(), code: z.string(), name: z.string() }))
})
export type DataCodes = z.infer<typeof DataCodes>

export const dataCodes = {
  method: 'GET',
  path: '/v1/data/codes',
  summary: 'What the codes of a table mean, as JSON or CSV',
  access: 'machine',
  query: CodesQuery,
  answer: DataCodes,
  isAlsoCsv: true,
  refusals: ['bad_question', 'token_unknown', 'token_expired', 'token_revoked', 'out_of_scope', 'too_often', 'busy']
} as const satisfies Endpoint
