// A backup is lines of JSON: a head, then every row of every table, then an end with their number, so that one cut short
// shows. It is the same from SQLite and from PostgreSQL and goes back into either.
import * as z from 'zod/mini'
import { accept, refuse, type Result } from '#domain/result.ts'
import { base64UrlToBytes, bytesToBase64Url } from '#protocol/bytes.ts'
import type { Query, Row, Value } from '#server/store/database.ts'
import { putMeta } from '#server/store/meta.ts'
import { SCHEMA_VERSION } from '#server/store/migrations.ts'

/** In an order in which each row finds what it refers to. `key` orders the rows and tells them apart. */
const TABLES = {
  meta: { key: ['name'], columns: ['value'] },
  organisation: {
    key: ['id'],
    columns: ['name', 'recovery_key', 'last_seq', 'library_seq', 'provider', 'collects_testimony', 'takes_part']
  },
  invite: { key: ['code_hash'], columns: ['organisation', 'role', 'made_at', 'expires_at', 'used_by'] },
  device: {
    key: ['id'],
    columns: [
      'organisation',
      'number',
      'role',
      'verifying_key',
      'inbox_key',
      'token_hash',
      'joined_at',
      'heard_at',
      'revoked_at',
      'up_to',
      'missing'
    ]
  },
  revocation: { key: ['device'], columns: ['at', 'token_hash'] },
  change: { key: ['organisation', 'seq'], columns: ['device', 'counter', 'content', 'heard_at'] },
  reader: { key: ['record', 'organisation'], columns: [] },
  shared: { key: ['organisation', 'seq'], columns: ['device', 'counter'] },
  ledger: { key: ['organisation', 'seq'], columns: ['card', 'item_group', 'day', 'gone'] },
  parcel: { key: ['device', 'number', 'hash'], columns: ['heard_at', 'bytes'] },
  aside: { key: ['device', 'parcel', 'hash', 'counter'], columns: ['reason', 'heard_at', 'taken_at'] },
  early: { key: ['name', 'device', 'counter', 'hash'], columns: ['content'] },
  library: { key: ['organisation', 'id'], columns: ['kind', 'seq', 'content', 'gone'] },
  testimony: { key: ['id'], columns: ['organisation', 'sealed'] },
  machine_token: {
    key: ['organisation', 'number'],
    columns: ['name', 'sets', 'detail', 'made_at', 'expires_at', 'revoked_at', 'token_hash']
  },
  edition: { key: ['organisation', 'subject', 'month'], columns: ['made_at', 'content'] },
  audit: { key: ['organisation', 'number'], columns: ['at', 'content', 'hash'] },
  hook: { key: ['organisation'], columns: ['url', 'secret', 'is_inside', 'made_at', 'told_seq'] },
  hook_delivery: {
    key: ['id'],
    columns: ['organisation', 'referrals', 'made_at', 'tries', 'next_at', 'state', 'said']
  },
  nudge: { key: ['device'], columns: ['endpoint', 'wanted_at', 'not_before', 'tries'] }
} as const satisfies Record<string, { key: readonly string[]; columns: readonly string[] }>

type TableName = keyof typeof TABLES
const TABLE_NAMES = Object.keys(TABLES) as [TableName, ...TableName[]]
const ROWS_AT_ONCE = 500

const Cell = z.union([z.string(), z.number(), z.null(), z.object({ bytes: z.string() })])
const Line = z.union([
  z.object({ susret: z.literal('backup'), schema: z.int(), at: z.int() }),
  z.object({ table: z.enum(TABLE_NAMES), row: z.record(z.string(), Cell) }),
  z.object({ rows: z.int() })
])
type Line = z.infer<typeof Line>

/** Returns the number of rows. */
export const backupLines = async (
  query: Query,
  { at, write }: { at: number; write: (line: string) => Promise<void> }
): Promise<number> => {
  const say = (line: Line) => write(JSON.stringify(line))
  await say({ susret: 'backup', schema: SCHEMA_VERSION, at })
  let rows = 0
  for (const table of TABLE_NAMES) {
    for await (const row of rowsOf(query, table)) {
      await say({ table, row: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)])) })
      rows += 1
    }
  }
  await say({ rows })
  return rows
}

/** On a refusal the transaction around it is to be undone. */
export const restoreLines = async (
  query: Query,
  lines: AsyncIterable<string>,
  epoch: string
): Promise<Result<number, 'not_empty' | 'broken' | 'newer'>> => {
  if ((await query(`select id from organisation limit 1`)).length > 0) return refuse('not_empty')
  await query(`delete from meta`)
  let rows = 0
  let state: 'head' | 'rows' | 'end' = 'head'
  for await (const text of lines) {
    const line = readLine(text)
    if (line === undefined || state === 'end') return refuse('broken')
    if ('susret' in line) {
      if (state !== 'head') return refuse('broken')
      if (line.schema > SCHEMA_VERSION) return refuse('newer')
      state = 'rows'
    } else if (state === 'head') {
      return refuse('broken')
    } else if ('table' in line) {
      await insertRow(query, line.table, line.row)
      rows += 1
    } else {
      if (line.rows !== rows) return refuse('broken')
      state = 'end'
    }
  }
  if (state !== 'end') return refuse('broken')
  await putMeta(query, 'epoch', epoch)
  return accept(rows)
}

async function* rowsOf(query: Query, table: TableName): AsyncGenerator<Row> {
  const { key, columns } = TABLES[table]
  const names = [...key, ...columns].join(', ')
  const order = key.join(', ')
  const places = key.map(() => '?').join(', ')
  let last: Value[] | undefined
  for (;;) {
    const rows = await query(
      `select ${names} from ${table} ${last ? `where (${order}) > (${places})` : ''} order by ${order} limit ${ROWS_AT_ONCE}`,
      last ?? []
    )
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < ROWS_AT_ONCE) return
    last = key.map((name) => end[name] as Value)
  }
}

/** A column this version does not have was never in a backup it can read; one the backup lacks takes its default. */
const insertRow = (query: Query, table: TableName, row: Record<string, z.infer<typeof Cell>>): Promise<unknown> => {
  const { key, columns } = TABLES[table]
  const names = [...key, ...columns].filter((name) => name in row)
  return query(
    `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    names.map((name) => fromCell(row[name] ?? null))
  )
}

const readLine = (text: string): Line | undefined => {
  try {
    const line = Line.safeParse(JSON.parse(text))
    return line.success ? line.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const toCell = (value: unknown): z.infer<typeof Cell> =>
  value instanceof Uint8Array ? { bytes: bytesToBase64Url(value) } : (value as string | number | null)

const fromCell = (cell: z.infer<typeof Cell>): Value =>
  typeof cell === 'object' && cell !== null ? base64UrlToBytes(cell.bytes) : cell
