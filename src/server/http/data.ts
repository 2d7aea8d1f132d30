// Data for other programs: tables of whole months, as they may leave, page by page. Every page that is given is in the audit before
// it goes out.
import { dayAt } from '#domain/belgrade-time.ts'
import { codeRows } from '#domain/exports/codes-sheet.ts'
import {
  DATA_SETS,
  type DataSet,
  type DataSheet,
  dataSheet,
  isNrcSet,
  markOf,
  scopeOf
} from '#domain/exports/data-sheet.ts'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'
import { newestSettled, SETTLED_DAYS, settlesOn } from '#domain/exports/settled.ts'
import type { CellValue } from '#domain/exports/columns.ts'
import type { OfferRefusal } from '#domain/exports/offer.ts'
import { BYTE_ORDER_MARK, csvText, type Sheet } from '#domain/exports/sheet.ts'
import { CodesQuery, type DataCodes } from '#protocol/endpoints/data-codes.ts'
import { DataQuery, type DataTable, ROWS_OF } from '#protocol/endpoints/data-table.ts'
import type { DataSets } from '#protocol/endpoints/data-sets.ts'
import { asOptions, inWords } from '#server/figures/detail-words.ts'
import { createLabelWords, LABEL_LANGUAGES, type LabelWords } from '#server/figures/label-words.ts'
import { getSetTable, type SetTable } from '#server/figures/set-table.ts'
import { createTables, type Tables } from '#server/figures/tables.ts'
import { deny, findMachine } from '#server/http/machine.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import type { MachineToken } from '#server/store/machine-tokens.ts'

const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

export const answerData = (parts: AppParts): Record<'dataSets' | 'dataTable' | 'dataCodes', Handler> => {
  const given = { parts, tables: createTables(parts), wordsIn: createLabelWords() }
  const forMachine =
    (answer: (context: Context, token: MachineToken) => Promise<Response>): Handler =>
    async (context) => {
      const machine = await findMachine(context, parts)
      return machine.ok ? answer(context, machine.value) : machine.refusal
    }
  return {
    dataSets: forMachine((context, token) => listSets(context, token, parts)),
    dataTable: forMachine((context, token) => giveTable(context, token, given)),
    dataCodes: forMachine((context, token) => giveCodes(context, token, given))
  }
}

const listSets = async (context: Context, token: MachineToken, { store, clock }: AppParts): Promise<Response> => {
  const { organisation, name, number, sets, detail, expiresAt } = token
  await store.addAudit(organisation, { what: 'asked', facts: { token: name, number } })
  return context.json({
    organisation,
    until: dayAt(expiresAt - 1),
    sets: setsFor({ sets }),
    detail,
    newestMonth: newestSettled(clock.now()),
    languages: [...LABEL_LANGUAGES]
  } satisfies DataSets)
}

type Given = { readonly parts: AppParts; readonly tables: Tables; readonly wordsIn: LabelWords }

const giveTable = async (
  context: Context,
  token: MachineToken,
  { parts: { store, clock }, tables, wordsIn }: Given
): Promise<Response> => {
  const asked = DataQuery.safeParse(context.req.query())
  if (!asked.success) return deny(context, 'bad_question', { says: questionFault(asked.error.issues[0]?.path[0]) })
  const query = asked.data
  const { set, month } = query
  const { organisation, detail, name, number } = token
  const refused = outOfReach(context, { token, query, now: clock.now() })
  if (refused !== undefined) return refused
  const table = await getSetTable(tables, { organisation, set, month }, detail)
  if (!table.ok) return notTold(context, table.refusal)
  const { rows, details, madeAt, leftOut } = table.value
  const finer = details.find((told) => isFiner(told, detail))
  if (finer !== undefined) return toldFiner(context, finer)
  const from = offsetIn(query.after, madeAt)
  if (from === undefined) {
    const says = 'This page belongs to a table that is no longer there. Begin without "after".'
    return deny(context, 'stale_cursor', { says })
  }
  const owner = await store.findOrganisation(organisation)
  const words = await wordsIn(owner?.name ?? organisation, languageOf(query))
  const sheet = dataSheet(rows, set, words)
  const page = pageOf(sheet, { query, from, madeAt })
  const facts = { token: name, number, set, month, from, rows: page.rows.length }
  await store.addAudit(organisation, { what: 'read', facts })
  if (page.next !== null) context.header('link', `<${nextAddress(query, page.next)}>; rel="next"`)
  if (query.format === 'csv') return toCsv(context, query, { sheet, page })
  return toJson(context, query, { sheet, page, detail: details[0] ?? detail, leftOut })
}

const giveCodes = async (
  context: Context,
  token: MachineToken,
  { parts: { store }, wordsIn }: Given
): Promise<Response> => {
  const asked = CodesQuery.safeParse(context.req.query())
  if (!asked.success) return deny(context, 'bad_question', { says: questionFault(asked.error.issues[0]?.path[0]) })
  const { set, format, language } = asked.data
  if (!setsFor(token).includes(set)) return outOfScope(context, token, set)
  const { organisation, name, number } = token
  const { name: called = organisation } = (await store.findOrganisation(organisation)) ?? {}
  const [words, english] = [await wordsIn(called, language), await wordsIn(called, 'en')]
  await store.addAudit(organisation, { what: 'asked', facts: { token: name, number, codes: set } })
  const codes = codeRows(set, { words, english })
  if (format === 'json') return context.json({ set, language, codes } satisfies DataCodes)
  const lines = codes.map((row) => [row.column, row.heading, row.code, row.name])
  return csv(context, `susret-${set}-codes.csv`, {
    lines: [['column', 'heading', 'code', 'name'], ...lines],
    mark: BYTE_ORDER_MARK
  })
}

type TablePage = { readonly rows: readonly (readonly CellValue[])[]; readonly next: string | null }
type Place = { readonly query: DataQuery; readonly from: number; readonly madeAt: number }

const pageOf = (sheet: DataSheet, { query, from, madeAt }: Place): TablePage => {
  const rows = [...sheet.rows(from, limitOf(query))]
  const to = from + rows.length
  return { rows, next: to < sheet.count ? `${madeAt}.${to}` : null }
}

type Told = { readonly sheet: DataSheet; readonly page: TablePage }

const toCsv = (context: Context, { set, month }: DataQuery, { sheet, page }: Told): Response =>
  csv(context, `susret-${set}-${month}.csv`, {
    lines: [sheet.columns.map(({ heading }) => heading), ...page.rows],
    mark: markOf(set)
  })

const csv = (context: Context, name: string, { lines, mark }: { lines: Sheet; mark: string }): Response => {
  context.header('content-type', CSV_TYPE)
  context.header('content-disposition', `attachment; filename="${name}"`)
  return context.body(mark + csvText(lines))
}

const toJson = (
  context: Context,
  query: DataQuery,
  { sheet: { columns, count }, page, detail, leftOut }: Told & Pick<DataTable, 'detail'> & Pick<SetTable, 'leftOut'>
): Response =>
  context.json({
    set: query.set,
    month: query.month,
    language: languageOf(query),
    detail,
    columns: [...columns],
    rows: page.rows.map((cells) => Object.fromEntries(columns.map(({ id }, at) => [id, cells[at] ?? null]))),
    count,
    leftOut: [...leftOut],
    next: page.next
  } satisfies DataTable)

/** NRC reads English alone. */
const languageOf = ({ set, language }: Pick<DataQuery, 'set' | 'language'>): DataQuery['language'] =>
  isNrcSet(set) ? 'en' : language

const setsFor = ({ sets }: Pick<MachineToken, 'sets'>) => DATA_SETS.filter((set) => sets.includes(scopeOf(set)))

type Question = { readonly token: MachineToken; readonly query: DataQuery; readonly now: number }

const outOfReach = (context: Context, { token, query: { set, month }, now }: Question): Response | undefined => {
  if (!setsFor(token).includes(set)) return outOfScope(context, token, set)
  if (month <= newestSettled(now)) return undefined
  const day = settlesOn(month)
  return deny(context, 'too_early', {
    says: `${month} is told from ${day} on: phones that are long without signal have ${SETTLED_DAYS} days to hand over.`
  })
}

const outOfScope = (context: Context, token: MachineToken, set: DataSet): Response =>
  deny(context, 'out_of_scope', {
    says: `This token may not read "${set}". It may read: ${setsFor(token).join(', ')}.`
  })

const toldFiner = (context: Context, told: Detail): Response =>
  deny(context, 'out_of_scope', {
    says: `This month was first told ${inWords(told)}, which is finer than this token may read.`
  })

const notTold = (context: Context, { remedies }: OfferRefusal): Response => {
  const [first] = remedies
  const way =
    first === undefined
      ? 'Too few people for any table of this month.'
      : `It can be told ${inWords(first)}: ask the operator for a token with ${asOptions(first)}.`
  const says = `Somebody could be known again in this table, so it is not told. ${way}`
  return deny(context, 'not_told', { says, remedies: [...remedies] })
}

/** In anything: what a token may read it may also read coarser, never finer. */
const isFiner = (told: Detail, allowed: Detail): boolean =>
  TIMES.indexOf(told.time) < TIMES.indexOf(allowed.time) ||
  PLACES.indexOf(told.place) < PLACES.indexOf(allowed.place) ||
  COUNTRY_DETAILS.indexOf(told.country) < COUNTRY_DETAILS.indexOf(allowed.country)

const offsetIn = (cursor: string, madeAt: number): number | undefined => {
  if (cursor === '') return 0
  const [, of, offset] = /^(\d{1,15})\.(\d{1,9})$/.exec(cursor) ?? []
  return of === String(madeAt) ? Number(offset) : undefined
}

const nextAddress = (query: DataQuery, after: string): string => {
  const { set, month, language, format } = query
  const asked = { set, month, language, format, limit: String(limitOf(query)), after }
  return `/v1/data/table?${new URLSearchParams(asked).toString()}`
}

const limitOf = ({ limit, format }: DataQuery): number => (limit === undefined ? ROWS_OF[format] : Number(limit))

const questionFault = (name: PropertyKey = 'the question'): string =>
  `"${String(name)}" is missing or cannot be understood. An example: /v1/data/table?set=arrivals&month=2018-07&format=csv`
