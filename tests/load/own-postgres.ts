// A PostgreSQL for a long command: the one TEST_DATABASE_URL names, or one of our own for as long as the work takes.
import { createPostgresDatabase } from '#tests/server/test-database.ts'
import { setUpPostgres } from '#tests/setup/postgres.js'

export type OwnPostgres = {
  /** An empty database. */
  readonly url: string
  /** Ends it without a goodbye and starts it again; missing when it is not ours to end. */
  readonly restart?: () => void
}

export const withPostgres = async <Outcome>(work: (postgres: OwnPostgres) => Promise<Outcome>): Promise<Outcome> => {
  const { url: server, restart, stop } = await setUpPostgres()
  process.once('exit', stop)
  process.env['TEST_DATABASE_URL'] = server
  const { url, drop } = await createPostgresDatabase()
  try {
    return await work({ url, ...(restart && { restart }) })
  } finally {
    await drop()
  }
}
