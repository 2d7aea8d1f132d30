// The short form of `npm run crash:cluster`. PostgreSQL itself is restarted in the long form only: other tests use this one.
import { expect, it } from 'vitest'
import { runDisturbed } from '#tests/load/disturbed-run.ts'
import { createPostgresDatabase } from '#tests/server/test-database.ts'

it('two servers on one PostgreSQL lose and double nothing when one is killed', async () => {
  const { url, drop } = await createPostgresDatabase()
  try {
    const report = await runDisturbed({
      postgres: { url },
      phones: 20,
      records: 200,
      seed: Number(process.env['SEED'])
    })
    const nothing = { acknowledged: 4_000, lost: 0, duplicated: 0, altered: 0 }
    expect(report).toMatchObject(nothing)
    expect(report.atTheOther).toEqual(nothing)
    expect(report.faultsLogged).toBe(0)
  } finally {
    await drop()
  }
})
