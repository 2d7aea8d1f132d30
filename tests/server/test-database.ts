// Real databases for the store's tests: SQLite in a folder of its own, PostgreSQL in a database of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Database } from '#server/store/database.ts'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'

export type TestDatabase = {
  /** Each call is what another server process would open. */
  readonly open: () => Promise<Database>
  readonly dispose: () => Promise<void>
}

export const createTestDatabase = (kind: Database['kind']): Promise<TestDatabase> =>
  kind === 'sqlite' ? onSqlite() : onPostgres()

export const KINDS = ['sqlite', 'postgres'] as const

export const createPostgresDatabase = async (): Promise<{ url: string; drop: () => Promise<void> }> => {
  const given = process.env['TEST_DATABASE_URL']
  if (given === undefined) throw new Error('These tests need a PostgreSQL: npm test -- unit brings one')
  const name = `susret_${process.pid}_${Math.random().toString(36).slice(2)}`
  const run = async (sql: string) => {
    const client = new Client({ connectionString: given })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}

const onSqlite = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-store-'))
  return {
    open: () => openSqlite(join(folder, 'susret.sqlite')),
    dispose: () => rm(folder, { recursive: true, force: true })
  }
}

const onPostgres = async (): Promise<TestDatabase> => {
  const { url, drop } = await createPostgresDatabase()
  return { open: () => openPostgres(url), dispose: drop }
}
