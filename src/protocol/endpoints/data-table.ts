// One table of one month, page by page. Once told it stays as it is, so pages never shift and a copy never grows stale.
import * as z from 'zod/mini'
import { Month } from '#domain/belgrade-time.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { DATA_SETS } from '#domain/exports/data-sheet.ts'
import { WHAT_IS_DONE } from '#domain/exports/who-does-what.ts'
import { DetailSchema } from '#protocol/machine-problem.ts'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { Cursor } from '#protocol/ids.ts'

export const DATA_FORMATS = ['json', 'csv'] as const
export const MOST_ROWS = 10_000
/** Rows of a page where none are said. A spreadsheet asks once and follows no Link, so it is given as many as there may be. */
export const ROWS_OF: Readonly<Record<(typeof DATA_FORMATS)[number], number>> = { json: 1000, csv: MOST_ROWS }

export const DataQuery = z.object({
  set: z.enum(DATA_SETS),
  month: Month,
  /** Of the labels; codes are the same in each. `core` is always English, as its import reads it. */
  language: z._default(z.enum(INTERFACE_LANGUAGES), 'en'),
  format: z._default(z.enum(DATA_FORMATS), 'json'),
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,3}|10000)$/))),
  /** From the answer before; left out at the beginning. */
  after: z._default(Cursor, '')
})
export type DataQuery = z.infer<typeof DataQuery>

export const DataTable = z.object({
  set: z.enum(DATA_SETS),
  month: Month,
  language: z.string(),
  /** Of w3, w4 and w5 how finely what people were given is told; items may be told coarser, as their rows say. */
  detail: DetailSchema,
  columns: z.array(z.object({ id: z.string(), heading: z.string(), tag: z.string() })),
  /**
   * By the id of the column; of `core` a row for each person that the arrivals tell. Null is not told, so that nobody is known again; 0 is
   * nobody. Items handed out have a quantity and no people, for nobody counts whom they were for.
   */
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  /** Of all pages together. */
  count: z.int(),
  /** Of w3, w4 and w5: what there was too little of in the month to be told. */
  leftOut: z.array(z.enum(WHAT_IS_DONE)),
  /** Ask with it for the next page; null at the end. */
  next: z.nullable(Cursor)
})
export type DataTable = z.infer<typeof DataTable>

export const dataTable = {
  method: 'GET',
  path: '/v1/data/table',
  summary: `One table of one month, as JSON or CSV; a Link header names the next page. Without a limit a page has ${ROWS_OF.json} rows of JSON, ${ROWS_OF.csv} of CSV`,
  access: 'machine',
  query: DataQuery,
  answer: DataTable,
  isAlsoCsv: true,
  refusals: [
    'bad_question',
    'token_unknown',
    'token_expired',
    'token_revoked',
    'out_of_scope',
    'too_early',
    'stale_cursor',
    'not_told',
    'too_often',
    'busy'
  ]
} as const satisfies Endpoint
