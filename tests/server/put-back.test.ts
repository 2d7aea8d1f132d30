// PostgreSQL is put back by its own tools while servers run on it, and nobody says so: what was decided since, beside the data, still
// holds.
import { Client } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createServerProcess, inviteIn, type ServerProcess } from './server-process.ts'
import { createPostgresDatabase } from './test-database.ts'
import { createTestPhone, problemIn } from './test-phone.ts'

const SLOW_MS = 120_000

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>
let server: ServerProcess
beforeEach(async () => {
  postgres = await createPostgresDatabase()
  server = await createServerProcess({ DATABASE_URL: postgres.url })
})
afterEach(async () => {
  await server.dispose()
  await postgres.drop()
})

/** A copy of the whole database, made while the server runs; what it returns puts it in its place, so that no connection stays. */
const keepCopy = async () => {
  const name = new URL(postgres.url).pathname.slice(1)
  const run = async (...statements: string[]) => {
    const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  const alone = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
  await run(`alter database ${name} allow_connections false`, alone)
  const copied = () => run(`create database ${name}_copy template ${name}`).then(() => true)
  await expect.poll(copied, { timeout: 30_000 }).toBe(true)
  await run(`alter database ${name} allow_connections true`)
  return () => run(`drop database ${name} with (force)`, `alter database ${name}_copy rename to ${name}`)
}

const joined = async (role: 'lead' | 'worker') => {
  const phone = await createTestPhone(server.ask)
  await phone.join(inviteIn((await server.command('invite', '--role', role)).out, role))
  return phone
}

it.each(['the team', 'whoever has it'])(
  'a phone that was revoked since is refused and told to forget, once %s has asked',
  async (first) => {
    await server.start()
    const [lead, stolen] = [await joined('lead'), await joined('worker')]
    await stolen.send(await stolen.pack(stolen.noteArrivals(1)))
    const putBack = await keepCopy()
    await stolen.send(await stolen.pack(stolen.noteArrivals(1)))
    const [ofLead, ofStolen] = [await lead.fetchAll(), await stolen.fetchAll()]
    const number = /^Phone (\d+) .*worker/m.exec((await server.command('devices')).out)?.[1] ?? ''
    expect((await server.command('revoke', number)).code).toBe(0)
    await putBack()

    if (first === 'the team') expect((await lead.fetchAll(ofLead.cursor)).changes).toHaveLength(1)
    const asked = await stolen.get(`/v1/deliveries?after=${ofStolen.cursor}`)
    expect(await asked.json()).toMatchObject({ problem: 'revoked', order: expect.anything() })
    const parcel = await stolen.pack(stolen.noteArrivals(1))
    expect((await problemIn(await stolen.post(parcel))).problem).toBe('revoked')
    expect((await lead.fetchAll()).changes).toHaveLength(1)
  },
  SLOW_MS
)

it(
  'a phone that was revoked since and heard nothing after the copy is refused too, though nobody else asks',
  async () => {
    await server.start()
    const stolen = await joined('worker')
    await stolen.send(await stolen.pack(stolen.noteArrivals(1)))
    const { cursor } = await stolen.fetchAll()
    const putBack = await keepCopy()
    const number = /^Phone (\d+) .*worker/m.exec((await server.command('devices')).out)?.[1] ?? ''
    expect((await server.command('revoke', number)).code).toBe(0)
    await putBack()

    const asked = async () => (await stolen.get(`/v1/deliveries?after=${cursor}`)).json()
    await expect.poll(asked, { timeout: 30_000, interval: 500 }).toMatchObject({ problem: 'revoked' })
  },
  SLOW_MS
)
