// The short form of `npm run crash:server`.
import { expect, it } from 'vitest'
import { runCrashLoop } from '#tests/load/crash-loop.ts'
import { createPostgresDatabase } from '#tests/server/test-database.ts'

const seed = Number(process.env['SEED'])
/** The machine may be busy, and a server that is started again waits for it. */
const HANGS_AFTER_MS = 300_000

it(
  'a server on SQLite that is killed ten times has everything it gave a receipt for, once',
  async () => {
    const { acknowledged, lost, duplicated, altered, offeredAgain } = await runCrashLoop({
      rounds: 10,
      seed,
      phones: 4
    })
    expect({ lost, duplicated, altered }).toEqual({ lost: 0, duplicated: 0, altered: 0 })
    expect(acknowledged).toBeGreaterThan(1_000)
    // It died in the middle of something.
    expect(offeredAgain).toBeGreaterThan(0)
  },
  HANGS_AFTER_MS
)

it(
  'so has a server on PostgreSQL',
  async () => {
    const { url, drop } = await createPostgresDatabase()
    try {
      const report = await runCrashLoop({ rounds: 4, seed, phones: 4, databaseUrl: url })
      const { acknowledged, lost, duplicated, altered } = report
      expect({ lost, duplicated, altered }).toEqual({ lost: 0, duplicated: 0, altered: 0 })
      expect(acknowledged).toBeGreaterThan(400)
    } finally {
      await drop()
    }
  },
  HANGS_AFTER_MS
)
