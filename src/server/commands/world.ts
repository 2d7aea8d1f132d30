// What a command gets from outside: settings, clock, chance, words to the terminal. Made in `main.ts`, or by a test.
import type { Log } from '#server/log.ts'
import type { Settings } from '#server/settings.ts'
import type { Database } from '#server/store/database.ts'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Store } from '#server/store/store.ts'
import { join } from 'node:path'
import { faultToFacts } from '#server/log.ts'

export type World = {
  readonly settings: Settings
  readonly version: string
  /** Milliseconds since 1970 UTC. */
  readonly clock: { readonly now: () => number }
  readonly random: (bytes: number) => Uint8Array
  readonly later: (ms: number, work: () => void) => void
  readonly log: Log
  readonly say: (line: string) => void
  /** How far a long command is; beside what it has to say. */
  readonly progress: (line: string) => void
  /** Resolves when the operator asks for the end. */
  readonly untilStopped: () => Promise<void>
}

/** Returns the exit code. */
export type Command = (world: World, args: readonly string[]) => Promise<number>

/** What the operator can put right: told in one sentence, without a stack. */
export class Trouble extends Error {}

export const withStore = async <Outcome>(world: World, work: (store: Store) => Promise<Outcome>): Promise<Outcome> => {
  const { settings, clock, random } = world
  const database = await openDatabase(world)
  try {
    const store = await createStore({ database, now: clock.now, random, waitingLimit: settings.waitingLimit })
    return await work(store)
  } finally {
    await database.close()
  }
}

/** The organisation that is named, or the one the settings name. Throws `Trouble` where there is none. */
export const getOrganisation = async ({ settings }: World, store: Store, id = settings.organisation) => {
  const organisation = await store.findOrganisation(id)
  if (organisation === undefined) {
    const then = id === settings.organisation ? 'Start the server once, or run: seed' : 'Invite its first phone: help'
    throw new Trouble(`There is no organisation "${id}" yet. ${then}`)
  }
  return organisation
}

const openDatabase = ({ settings, log }: World): Promise<Database> =>
  settings.databaseUrl === undefined
    ? openSqlite(join(settings.data, 'susret.sqlite'))
    : openPostgres(settings.databaseUrl, {
        onBroken: (error) => log.warn(faultToFacts(error), 'A resting connection to PostgreSQL broke')
      })
