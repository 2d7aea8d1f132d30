// `export --set core --month 2018-07 --file people.csv`: figures as a file, written row by row. Each month is told as it is told to
// other programs and stays so: beside a second table of the same people, told otherwise, the difference would show single ones.
// Beside it goes a file of what its codes mean. Where whoever reads it takes only so many rows at once, it is several files.
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Day, daysOfMonth, Month, monthPlus } from '#domain/belgrade-time.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { codesSheet } from '#domain/exports/codes-sheet.ts'
import {
  DATA_SETS,
  type DataSet,
  type DataSheet,
  dataSheet,
  type FilePart,
  filesOf,
  isNrcSet,
  markOf,
  subjectsOf
} from '#domain/exports/data-sheet.ts'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'
import type { OfferRefusal, ToldRow } from '#domain/exports/offer.ts'
import { newestSettled, SETTLED_DAYS, settlesOn } from '#domain/exports/settled.ts'
import { BYTE_ORDER_MARK, csvLine, type Sheet } from '#domain/exports/sheet.ts'
import type { WhatIsDone } from '#domain/exports/who-does-what.ts'
import { oneOf } from '#server/commands/token.ts'
import { type Command, getOrganisation, Trouble, withStore, type World } from '#server/commands/world.ts'
import { detailFor } from '#server/figures/count-subject.ts'
import { asOptions, inWords } from '#server/figures/detail-words.ts'
import { createLabelWords } from '#server/figures/label-words.ts'
import { getSetTable } from '#server/figures/set-table.ts'
import { createTables } from '#server/figures/tables.ts'
import type { Organisation } from '#server/store/organisations.ts'
import type { Store } from '#server/store/store.ts'

const ROWS_A_WORD = 20_000

const OPTIONS = {
  organisation: { type: 'string' },
  set: { type: 'string' },
  file: { type: 'string' },
  month: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  time: { type: 'string', default: 'week' },
  place: { type: 'string', default: 'city' },
  country: { type: 'string', default: 'none' },
  language: { type: 'string', default: 'en' }
} as const

export const exportFile: Command = async (world, args) => {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const set: DataSet = oneOf('set', DATA_SETS, values.set)
  const months = readMonths(values, world.clock.now())
  const detail: Detail = {
    time: oneOf('time', TIMES, values.time),
    place: oneOf('place', PLACES, values.place),
    country: oneOf('country', COUNTRY_DETAILS, values.country)
  }
  const language = oneOf('language', INTERFACE_LANGUAGES, values.language)
  const { file } = values
  if (file === undefined) throw new Trouble('Say where to: --file july.csv')
  await refuseThere([file, codesFileOf(file)])
  await withStore(world, async (store) => {
    const organisation = await getOrganisation(world, store, values.organisation)
    const rows = await getRows(world, store, { organisation, set, months, detail })
    const wordsIn = createLabelWords()
    const [words, english] = [await wordsIn(organisation.name, language), await wordsIn(organisation.name, 'en')]
    const sheet = dataSheet(rows, set, isNrcSet(set) ? english : words)
    const codes = codesSheet(set, { words, english })
    const told = partsOf(sheet, set, file)
    const parts: readonly Part[] = [...told, { file: codesFileOf(file), lines: codes }]
    await refuseThere(parts.map((part) => part.file))
    const tellRow = everyRow(world)
    try {
      for (const part of parts) await writeDraft(part, tellRow)
      const facts = { set, from: firstDay(months), to: lastDay(months), rows: sheet.count }
      await store.addAudit(organisation.id, { what: 'exported', facts })
      for (const part of parts) await rename(draftOf(part), part.file)
      world.say(
        `${sheet.count} rows are in ${told.map((part) => part.file).join(', ')}, their codes in ${codesFileOf(file)}.`
      )
    } catch (error) {
      for (const part of parts) await rm(draftOf(part), { force: true })
      throw error
    }
    if (rows.some(isPartlyTold))
      world.say('Small numbers, and what would show them, are left out so that nobody is known.')
  })
  return 0
}

type Wanted = {
  readonly organisation: Organisation
  readonly set: DataSet
  readonly months: readonly Month[]
  readonly detail: Detail
}

const getRows = async (world: World, store: Store, wanted: Wanted): Promise<ToldRow[]> => {
  const { organisation, set, months, detail } = wanted
  const tell = everyFew(world)
  const tables = createTables({
    store,
    clock: world.clock,
    onPage: (read, count) => tell(read, `Read ${read} of ${count} changes`)
  })
  const rows: ToldRow[] = []
  for (const month of months) {
    const told = await getSetTable(tables, { organisation: organisation.id, set, month }, detail)
    if (!told.ok) throw new Trouble(whyNot(month, told.refusal))
    const { details, leftOut } = told.value
    rows.push(...told.value.rows)
    const asked = asOptions(detailFor(subjectsOf(set)[0], detail))
    for (const as of details.filter((one) => asOptions(one) !== asked)) {
      world.say(`${month} was first told ${inWords(as)}, and stays so.`)
    }
    for (const part of leftOut) world.say(`${LEFT_OUT[part]} in ${month}: of them nothing is written.`)
  }
  return rows
}

const LEFT_OUT = {
  activities: 'Too few people were given anything when they were met',
  items: 'Too few items were handed out'
} as const satisfies Record<WhatIsDone, string>

const whyNot = (month: Month, { remedies }: OfferRefusal): string =>
  [`Somebody could be known again in ${month}, so nothing is written.`]
    .concat(
      remedies.length > 0
        ? ['It can be written with:', ...remedies.map((remedy) => `  ${asOptions(remedy)}`)]
        : ['Too few people for any table of this month.']
    )
    .join('\n')

const isPartlyTold = ({ people, total, alone, items }: ToldRow): boolean =>
  (items ? [items.times] : [...people, total, alone]).includes(undefined)

/** One file: a row of headings, or none, and the data. `mark`: what it begins with, where that is not the byte order mark. */
type Part = { readonly file: string; readonly lines: Iterable<Sheet[number]>; readonly mark?: string }

const partsOf = (sheet: DataSheet, set: DataSet, file: string): readonly Part[] => {
  const parts = filesOf(set, stemOf(file), sheet.count)
  return parts.map((part) => ({
    file: parts.length === 1 ? file : `${part.name}.csv`,
    lines: linesOf(sheet, part),
    mark: markOf(set)
  }))
}

const draftOf = ({ file }: Part): string => `${file}.part`

/** `july.csv`: `july-codes.csv`. */
const codesFileOf = (file: string): string => `${stemOf(file)}-codes.csv`

const stemOf = (file: string): string => file.replace(/\.csv$/i, '')

function* linesOf({ columns, rows }: DataSheet, { from, limit }: FilePart): Generator<Sheet[number], undefined> {
  yield columns.map(({ heading }) => heading)
  yield* rows(from, limit)
}

/** On the disk when it resolves. */
const writeDraft = async (part: Part, tellRow: () => void): Promise<void> => {
  const draft = draftOf(part)
  const out = createWriteStream(draft, { mode: 0o600 })
  await write(out, part.mark ?? BYTE_ORDER_MARK)
  for (const line of part.lines) {
    await write(out, csvLine(line))
    tellRow()
  }
  out.end()
  await finished(out)
  const handle = await open(draft, 'r+')
  await handle.sync()
  await handle.close()
}

/** Waits when the disk is slower than we are. */
const write = async (out: Writable, text: string): Promise<void> => {
  if (!out.write(text)) await once(out, 'drain')
}

/** Of all files together. */
const everyRow = (world: World) => {
  const tell = everyFew(world)
  let written = 0
  return (): void => {
    written += 1
    tell(written, `Written ${written} rows`)
  }
}

/** Says how far it is, not more often than somebody can read. */
const everyFew = ({ progress }: World) => {
  let said = 0
  return (done: number, words: string): void => {
    if (done < said) said = 0
    if (done - said < ROWS_A_WORD) return
    said = done
    progress(words)
  }
}

type When = { readonly [Name in 'month' | 'from' | 'to']?: string | undefined }

/** Whole months that have settled: parts of one, told beside it, would show the rest. */
const readMonths = ({ month, from = month, to = month }: When, now: number): readonly Month[] => {
  const areMonths = Month.safeParse(from).success && Month.safeParse(to).success
  if (!areMonths || from === undefined || to === undefined || from > to || (month ?? from) !== from) {
    throw new Trouble('Say of which whole months: --month 2018-07, or --from 2018-05 --to 2018-07')
  }
  if (to > newestSettled(now)) {
    throw new Trouble(`${to} is told from ${settlesOn(to)} on: phones may be ${SETTLED_DAYS} days without signal.`)
  }
  const months: Month[] = []
  for (let one = from; one <= to; one = monthPlus(one, 1)) months.push(one)
  return months
}

const firstDay = (months: readonly Month[]): Day => `${months[0] ?? ''}-01`
const lastDay = (months: readonly Month[]): Day => daysOfMonth(months.at(-1) ?? '').at(-1) ?? ''

const refuseThere = async (files: readonly string[]): Promise<void> => {
  for (const file of files)
    if (await isThere(file)) throw new Trouble(`${file} is there already; it is not written over.`)
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false
  )
