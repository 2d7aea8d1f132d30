// Data for other programs: tables of whole months, as they may leave, page by page. Every page that is given is in the audit before
// it goes out.
import { dayAt } from '#domain/belgrade-time.ts'
import { columnsOf, SUBJECT_OF } from '#domain/exports/columns.ts'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'
import type { FileWords } from '#domain/exports/file-words.ts'
import type { OfferRefusal, ToldRow } from '#domain/exports/offer.ts'
import { BYTE_ORDER_MARK, cellsOf, csvLine, headingsOf, rowsFor } from '#domain/exports/sheet.ts'
import { DataQuery, type DataTable } from '#protocol/endpoints/data-table.ts'
import type { DataSets } from '#protocol/endpoints/data-sets.ts'
import { asOptions, inWords } from '#server/figures/detail-words.ts'
import { createLabelWords, LABEL_LANGUAGES, type LabelWords } from '#server/figures/label-words.ts'
import { createAskLimit } from '#server/figures/limit.ts'
import { createTables, newestSettled, settlesOn, SETTLED_DAYS, type Tables } from '#server/figures/tables.ts'
import { deny, findMachine } from '#server/http/machine.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import type { Edition } from '#server/store/editions.ts'
import type { MachineToken } from '#server/store/machine-tokens.ts'

const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** Both handlers together: what one token asks of either counts. */
export const answerData = (parts: AppParts): { dataSets: Handler; dataTable: Handler } => {
  const limit = createAskLimit(parts.clock.now)
  const given = { parts, tables: createTables(parts), wordsIn: createLabelWords() }
  const forMachine =
    (answer: (context: Context, token: MachineToken) => Promise<Response>): Handler =>
    async (context) => {
      const machine = await findMachine(context, parts, limit)
      return machine.ok ? answer(context, machine.value) : machine.refusal
    }
  return {
    dataSets: forMachine((context, token) => listSets(context, token, parts)),
    dataTable: forMachine((context, token) => giveTable(context, token, given))
  }
}

const listSets = async (context: Context, token: MachineToken, { store, clock }: AppParts): Promise<Response> => {
  const { organisation, name, number, sets, detail, expiresAt } = token
  await store.addAudit(organisation, { what: 'asked', facts: { token: name, number } })
  return context.json({
    organisation,
    until: dayAt(expiresAt - 1),
    sets: [...sets],
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
  const { set, month, language } = query
  const { organisation, detail, name, number } = token
  const refused = outOfReach(context, { token, query, now: clock.now() })
  if (refused !== undefined) return refused
  const table = await tables.get({ organisation, subject: SUBJECT_OF[set], month }, detail)
  if (!table.ok) return notTold(context, table.refusal)
  if (isFiner(table.value.detail, detail)) return toldFiner(context, table.value.detail)
  const page = pageOf(table.value, query)
  if (page === undefined) {
    const says = 'This page belongs to a table that is no longer there. Begin without "after".'
    return deny(context, 'stale_cursor', { says })
  }
  const facts = { token: name, number, set, month, from: page.from, rows: page.rows.length }
  await store.addAudit(organisation, { what: 'read', facts })
  const owner = await store.findOrganisation(organisation)
  const words = await wordsIn(owner?.name ?? organisation, language)
  if (page.next !== null) context.header('link', `<${nextAddress(query, page.next)}>; rel="next"`)
  return query.format === 'csv' ? toCsv(context, query, { page, words }) : toJson(context, query, { page, words })
}

type TablePage = {
  readonly detail: Detail
  readonly from: number
  readonly rows: readonly ToldRow[]
  readonly count: number
  readonly next: string | null
}

/** Undefined when the cursor is of another table than the one there is. */
const pageOf = ({ detail, rows, madeAt }: Edition, { set, limit, after }: DataQuery): TablePage | undefined => {
  const from = offsetIn(after, madeAt)
  if (from === undefined) return undefined
  const all = rowsFor(rows, set)
  const some = all.slice(from, from + Number(limit))
  const to = from + some.length
  return { detail, from, rows: some, count: all.length, next: to < all.length ? `${madeAt}.${to}` : null }
}

type Told = { readonly page: TablePage; readonly words: FileWords }

const toCsv = (context: Context, { set, month }: DataQuery, { page, words }: Told): Response => {
  const lines = [headingsOf(set, words), ...page.rows.map((row) => cellsOf(row, set, words))].map(csvLine)
  context.header('content-type', CSV_TYPE)
  context.header('content-disposition', `attachment; filename="susret-${set}-${month}.csv"`)
  return context.body(BYTE_ORDER_MARK + lines.join(''))
}

const toJson = (context: Context, { set, month, language }: DataQuery, { page, words }: Told): Response => {
  const { detail, rows, count, next } = page
  const columns = columnsOf(set).map(({ id, tag }) => ({ id, heading: words.heading(id), tag: tag(set) }))
  const toObject = (row: ToldRow) => {
    const cells = cellsOf(row, set, words)
    return Object.fromEntries(columns.map(({ id }, at) => [id, cells[at] ?? null]))
  }
  return context.json({
    set,
    month,
    language,
    detail,
    columns,
    rows: rows.map(toObject),
    count,
    next
  } satisfies DataTable)
}

type Question = { readonly token: MachineToken; readonly query: DataQuery; readonly now: number }

const outOfReach = (
  context: Context,
  { token: { sets }, query: { set, month }, now }: Question
): Response | undefined => {
  if (!sets.includes(set)) {
    return deny(context, 'out_of_scope', { says: `This token may not read "${set}". It may read: ${sets.join(', ')}.` })
  }
  if (month <= newestSettled(now)) return undefined
  const day = settlesOn(month)
  return deny(context, 'too_early', {
    says: `${month} is told from ${day} on: phones that are long without signal have ${SETTLED_DAYS} days to hand over.`
  })
}

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

const nextAddress = ({ set, month, language, format, limit }: DataQuery, after: string): string =>
  `/v1/data/table?${new URLSearchParams({ set, month, language, format, limit, after }).toString()}`

const questionFault = (name: PropertyKey = 'the question'): string =>
  `"${String(name)}" is missing or cannot be understood. An example: /v1/data/table?set=arrivals&month=2018-07&format=csv`
