// `export --set core --month 2018-07 --file people.csv`: figures as a file, counted and written row by row, so that a hundred
// thousand take no more memory than a few. The same rules of disclosure as everywhere; NRC CORE's rows are made of a table that
// passed them.
import { createWriteStream } from 'node:fs'
import { access, open, rename } from 'node:fs/promises'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Day, Month } from '#domain/belgrade-time.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { type FileKind, FILES, SUBJECT_OF } from '#domain/exports/columns.ts'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'
import type { Offered } from '#domain/exports/offer.ts'
import { participantRows } from '#domain/exports/participants.ts'
import { BYTE_ORDER_MARK, cellsOf, csvLine, headingsOf, rowsFor, type Sheet } from '#domain/exports/sheet.ts'
import { monthPeriod, type Period } from '#domain/review/period.ts'
import { oneOf } from '#server/commands/token.ts'
import { type Command, getOrganisation, Trouble, withStore, type World } from '#server/commands/world.ts'
import { offerSubject } from '#server/figures/count-subject.ts'
import { createLabelWords } from '#server/figures/label-words.ts'
import { asOptions } from '#server/figures/detail-words.ts'
import type { Organisation } from '#server/store/organisations.ts'
import type { Store } from '#server/store/store.ts'

const SETS = [...FILES, 'core'] as const
type SetName = FileKind | 'core'

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
  const set: SetName = oneOf('set', SETS, values.set)
  const period = readPeriod(values)
  const detail: Detail = {
    time: oneOf('time', TIMES, values.time),
    place: oneOf('place', PLACES, values.place),
    country: oneOf('country', COUNTRY_DETAILS, values.country)
  }
  const language = oneOf('language', INTERFACE_LANGUAGES, values.language)
  const { file } = values
  if (file === undefined) throw new Trouble('Say where to: --file july.csv')
  if (await isThere(file)) throw new Trouble(`${file} is there already; it is not written over.`)
  await withStore(world, async (store) => {
    const organisation = await getOrganisation(world, store, values.organisation)
    const offered = await getOffered(world, store, { organisation, set, period, detail })
    const words = await createLabelWords()(organisation.name, set === 'core' ? 'en' : language)
    const lines =
      set === 'core'
        ? participantRows(offered, words.names)
        : [headingsOf(set, words), ...rowsFor(offered.rows, set).map((row) => cellsOf(row, set, words))]
    const draft = `${file}.part`
    const rows = await writeDraft(world, draft, lines)
    const facts = { set, from: period.from, to: period.to, rows }
    await store.addAudit(organisation.id, { what: 'exported', facts })
    await rename(draft, file)
    world.say(`${rows} rows are in ${file}.`)
    if (offered.notTold > 0) world.say(`Left out so that nobody is known: ${offered.notTold} of ${offered.people}.`)
  })
  return 0
}

type Wanted = {
  readonly organisation: Organisation
  readonly set: SetName
  readonly period: Period
  readonly detail: Detail
}

const getOffered = async (world: World, store: Store, wanted: Wanted): Promise<Offered> => {
  const { organisation, set, period, detail } = wanted
  const subject = set === 'core' ? 'arrivals' : SUBJECT_OF[set]
  const offered = await store.readThrough(organisation.id, (pages, count) => {
    const tell = everyFew(world, (read) => `Read ${read} of ${count} changes`)
    return offerSubject({ pages, onPage: tell }, { subject, period, detail })
  })
  if (offered.ok) return offered.value
  const ways = offered.refusal.remedies.map((remedy) => `  ${asOptions(remedy)}`)
  throw new Trouble(
    ['Somebody could be known again in this file, so it is not written.']
      .concat(ways.length > 0 ? ['It can be written with:', ...ways] : ['Too few people: only a longer period helps.'])
      .join('\n')
  )
}

/** On the disk when it resolves. Returns the rows below the headings. */
const writeDraft = async (world: World, draft: string, rows: Iterable<Sheet[number]>): Promise<number> => {
  const out = createWriteStream(draft, { mode: 0o600 })
  const tell = everyFew(world, (written) => `Written ${written} rows`)
  let written = -1
  await write(out, BYTE_ORDER_MARK)
  for (const row of rows) {
    await write(out, csvLine(row))
    written += 1
    tell(written)
  }
  out.end()
  await finished(out)
  const handle = await open(draft, 'r+')
  await handle.sync()
  await handle.close()
  return Math.max(0, written)
}

/** Waits when the disk is slower than we are. */
const write = async (out: Writable, text: string): Promise<void> => {
  if (!out.write(text)) await once(out, 'drain')
}

/** Says how far it is, not more often than somebody can read. */
const everyFew = ({ progress }: World, words: (done: number) => string) => {
  let said = 0
  return (done: number): void => {
    if (done < said) said = 0
    if (done - said < ROWS_A_WORD) return
    said = done
    progress(words(done))
  }
}

const readPeriod = ({ month, from, to }: { [Name in 'month' | 'from' | 'to']?: string | undefined }): Period => {
  if (month !== undefined && Month.safeParse(month).success) return monthPeriod(month)
  const isDays = month === undefined && Day.safeParse(from).success && Day.safeParse(to).success
  if (isDays && from !== undefined && to !== undefined && from <= to) return { from, to }
  throw new Trouble('Say of when: --month 2018-07, or --from 2018-07-01 --to 2018-07-31')
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false
  )
