// Who was given data by machine: what, of when, how many rows, and never what stood in them. Each entry holds the hash of the one
// before it, so that none can be changed or taken out of the middle unseen; whoever keeps the newest hash elsewhere would also see
// that the end was cut off.
import { createHash } from 'node:crypto'
import type { Query, Row } from '#server/store/database.ts'
import { lockOrganisation } from '#server/store/organisations.ts'

export type AuditFacts = Readonly<Record<string, string | number>>

/** `what`: read, exported, token_made, … The facts name no person and hold no row. */
export type AuditNote = { readonly what: string; readonly facts: AuditFacts }

export type AuditEntry = AuditNote & {
  /** From 1, without a gap. */
  readonly number: number
  readonly at: number
  readonly hash: string
}

export type AuditChain = {
  readonly count: number
  /** Of the last entry. */
  readonly newest: string | undefined
  /** The first entry that is not what was written, or that is missing. */
  readonly brokenAt: number | undefined
}

/** The hash before the first entry. */
const BEGINNING = ''

export const addAudit = async (
  query: Query,
  organisation: string,
  { at, what, facts }: AuditNote & { readonly at: number }
): Promise<void> => {
  await lockOrganisation(query, organisation)
  const [last] = await query(`select number, hash from audit where organisation = ? order by number desc limit 1`, [
    organisation
  ])
  const number = Number(last?.['number'] ?? 0) + 1
  const before = last === undefined ? BEGINNING : String(last['hash'])
  const content = JSON.stringify({ what, facts })
  const hash = hashOf(before, { organisation, number, at, content })
  await query(`insert into audit (organisation, number, at, content, hash) values (?, ?, ?, ?, ?)`, [
    organisation,
    number,
    at,
    content,
    hash
  ])
}

/** Hands out every entry, also those that were damaged. However many there are, only some are held at once. */
export const readAudit = async (
  query: Query,
  organisation: string,
  onEntry: (entry: AuditEntry) => void
): Promise<AuditChain> => {
  let [count, newest, brokenAt] = [0, undefined as string | undefined, undefined as number | undefined]
  for await (const row of rowsOf(query, organisation)) {
    count += 1
    const [number, at, content, hash] = [
      Number(row['number']),
      Number(row['at']),
      String(row['content']),
      String(row['hash'])
    ]
    const isRight = number === count && hash === hashOf(newest ?? BEGINNING, { organisation, number, at, content })
    if (!isRight) brokenAt ??= count
    newest = hash
    onEntry({ ...readNote(content), number, at, hash })
  }
  return { count, newest, brokenAt }
}

async function* rowsOf(query: Query, organisation: string): AsyncGenerator<Row> {
  // Whoever damages entries can give them any number.
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await query(
      `select number, at, content, hash from audit where organisation = ? and number > ? order by number limit ?`,
      [organisation, after, ENTRIES_AT_ONCE]
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < ENTRIES_AT_ONCE) return
    after = Number(last['number'])
  }
}

const ENTRIES_AT_ONCE = 1_000

type Written = { organisation: string; number: number; at: number; content: string }

const hashOf = (before: string, { organisation, number, at, content }: Written): string =>
  createHash('sha256')
    .update(JSON.stringify([before, organisation, number, at, content]))
    .digest('base64url')

/** Also of an entry that somebody has damaged: it is shown as far as it can be read. */
const readNote = (content: string): AuditNote => {
  try {
    return JSON.parse(content) as AuditNote
  } catch {
    return { what: 'unreadable', facts: {} }
  }
}
