// A backup is restored into data that nobody uses: on PostgreSQL too, where several servers may share it.
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LOCK_CONNECTION, lockDatabase } from '#server/store/server-lock.ts'
import { createServerProcess, type ServerProcess } from './server-process.ts'
import { createPostgresDatabase } from './test-database.ts'

const SERVER_RUNS = 'A server runs on this data. Stop it first.\n'
const SLOW_MS = 600_000

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>
let servers: ServerProcess[]
beforeEach(async () => {
  postgres = await createPostgresDatabase()
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.dispose()
  await postgres.drop()
})

const createServer = async (settings: Record<string, string> = {}) => {
  const server = await createServerProcess({ DATABASE_URL: postgres.url, ...settings })
  servers.push(server)
  return server
}

/** What PostgreSQL says of the connections that hold the lock. */
const askPostgres = async (sql: string) => {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rowCount } = await client.query(`${sql} where application_name = $1`, [LOCK_CONNECTION])
  await client.end()
  return rowCount
}

const later = (ms: number, work: () => void) => void setTimeout(work, ms)

it(
  'restores nothing while any server runs on the same PostgreSQL, also after its connections broke',
  async () => {
    const one = await createServer()
    await one.start()
    const other = await createServer({ SUSRET_KEYS: join(one.folder, 'data', 'keys.json') })
    const file = join(one.folder, 'backup.gz')
    expect(await one.command('backup', file)).toMatchObject({ code: 0 })
    // From another folder, which has no lock of its own.
    expect(await other.command('restore', file)).toMatchObject({ code: 1, err: SERVER_RUNS })

    await other.start()
    await one.stop()
    await askPostgres('select pg_terminate_backend(pid) from pg_stat_activity')
    await expect.poll(() => askPostgres('select from pg_stat_activity'), { timeout: 60_000 }).toBe(1)
    expect(await one.command('restore', file)).toMatchObject({ code: 1, err: SERVER_RUNS })
    expect(other.isRunning()).toBe(true)

    await other.stop()
    expect(await one.command('restore', file)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })
  },
  SLOW_MS
)

it(
  'starts no server while a backup is restored into the same PostgreSQL, and starts it after',
  async () => {
    const server = await createServer()
    const restoring = await lockDatabase(postgres.url, 'alone', { later })
    expect(await server.command('start')).toMatchObject({
      code: 1,
      err: 'A backup is being restored into this data. Start again when that is done.\n'
    })
    await restoring?.release()
    await server.start()
    expect(await lockDatabase(postgres.url, 'alone', { later })).toBeUndefined()
  },
  SLOW_MS
)
