// The real server over the real SQLite store, with a pause at each place where the machine may stop: before a transaction,
// between its last statement and the flush, between the flush and the answer. A crash undoes what was not flushed.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { createApp, type App } from '#server/app.ts'
import type { ServerKeys } from '#server/keys.ts'
import { createLog } from '#server/log.ts'
import type { Database, Query } from '#server/store/database.ts'
import type { Revoked } from '#server/store/devices.ts'
import { putMeta } from '#server/store/meta.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Store } from '#server/store/store.ts'
import type { Change } from '#protocol/change.ts'
import type { Chance } from '#tests/simulation/chance.ts'
import type { Ledger } from '#tests/simulation/ledger.ts'
import type { Owner, Scheduler } from '#tests/simulation/scheduler.ts'

export type Answer = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
}
export type Question = {
  readonly path: string
  readonly method: string
  readonly headers: HeadersInit
  readonly body: Uint8Array | undefined
}

export type ServerParts = {
  readonly scheduler: Scheduler
  /** As the server's own clock has it. */
  readonly now: () => number
  readonly chance: Chance
  readonly ledger: Ledger
  readonly folder: string
  readonly keys: ServerKeys
  /** Who was taken off, as the file beside the keys has it. */
  readonly revoked: () => Iterable<Revoked>
  /** The probability of a crash at each pause. */
  readonly crashRate: () => number
  readonly counted: (fault: 'server_crash') => void
  /** Runs a check and keeps what it finds. */
  readonly guard: (check: () => void) => void
}

class Crashed extends Error {}

type Running = {
  readonly owner: Owner
  readonly database: Database
  readonly bare: Store
  readonly app: App
  readonly observer: DatabaseSync
}

export const createServer = (parts: ServerParts) => {
  const { scheduler, now, chance, ledger, folder, keys } = parts
  const waiting = new Set<(reason: Crashed) => void>()
  let files = 0
  let processes = 0
  let running: Running | undefined
  let seen = { seq: 0, aside: 0 }
  let isOtherFile = false
  /** The epoch under which the file was put back, until another begins. */
  let wentBackUnder: string | undefined

  const pathOf = (file: number) => join(folder, `team-${file}.sqlite`)

  const pause = (owner: Owner, label: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!owner.alive) return reject(new Crashed())
      waiting.add(reject)
      scheduler.after(chance.next() * 3, { owner, label }, () => {
        if (chance.is(parts.crashRate())) return crash()
        waiting.delete(reject)
        resolve()
      })
    })

  const slowed = (owner: Owner, database: Database): Database => {
    const slowQuery =
      (query: Query): Query =>
      async (sql, values) => {
        if (chance.is(0.04)) await pause(owner, 'in the middle of a transaction')
        return query(sql, values)
      }
    const write =
      (commit: Database['transaction']): Database['transaction'] =>
      async (work) => {
        await pause(owner, 'before a transaction')
        const outcome = await commit(async (query) => {
          const done = await work(slowQuery(query))
          await pause(owner, 'before the flush')
          return done
        })
        parts.guard(observe)
        await pause(owner, 'after the flush')
        return outcome
      }
    return {
      ...database,
      transaction: write(database.transaction),
      alone: database.alone,
      read: async (work) => {
        await pause(owner, 'before a reading')
        return database.read((query) => work(slowQuery(query)))
      }
    }
  }

  /** Reads what has become durable, past the code under test. */
  const observe = () => {
    if (running === undefined) return
    const { observer } = running
    ledger.noteEpoch(epochIn(observer))
    for (const row of observer.prepare('select seq, content from change where seq > ? order by seq').all(seen.seq)) {
      seen.seq = Number(row['seq'])
      ledger.noteAppended(JSON.parse(String(row['content'])) as Change)
    }
    for (const row of observer
      .prepare('select rowid, device, counter, reason from aside where rowid > ?')
      .all(seen.aside)) {
      seen.aside = Math.max(seen.aside, Number(row['rowid']))
      ledger.noteAside(`${String(row['device'])}-${Number(row['counter'])}`, String(row['reason']))
    }
    for (const row of observer.prepare('select id from device where revoked_at is not null').all()) {
      ledger.noteRevoked(String(row['id']))
    }
  }

  /** As the operator's start has it; a file that is put back under a server that goes on is not a start. */
  const start = async ({ isStart = true } = {}): Promise<void> => {
    if (running !== undefined) return
    processes += 1
    const owner: Owner = { name: `server/${processes}`, alive: true }
    const database = await openSqlite(pathOf(files))
    const random = (count: number) => chance.bytes(count)
    const store = await createStore({ database: slowed(owner, database), now, random, waitingLimit: 20 })
    const app = createApp({
      store,
      keys,
      clock: { now },
      random,
      log: createLog('silent'),
      limits: { maxBodyBytes: 1_048_576, bodyMemoryBytes: 67_108_864, retryAfterSeconds: 5, parcelsAtOnce: 16 },
      version: 'simulated',
      remindStore: () => refuseRevoked(store)
    })
    const bare = await createStore({ database, now, random, waitingLimit: 20 })
    if (isStart) await refuseRevoked(bare)
    running = { owner, database, bare, app, observer: new DatabaseSync(pathOf(files), { readOnly: true }) }
    const epoch = epochIn(running.observer)
    if (epoch !== ledger.epoch() || isOtherFile) {
      ledger.beginGeneration(epoch)
      seen = { seq: 0, aside: 0 }
    }
    isOtherFile = false
    parts.guard(observe)
  }

  const refuseRevoked = async (store: Store): Promise<void> => {
    for (const phone of parts.revoked()) await store.revoke(phone)
  }

  const stop = async (): Promise<void> => {
    const was = running
    if (was === undefined) return
    running = undefined
    was.owner.alive = false
    for (const reject of waiting) reject(new Crashed())
    waiting.clear()
    await was.database.close()
    was.observer.close()
  }

  const crash = () => {
    if (running === undefined) return
    parts.counted('server_crash')
    void stop().then(() => {
      scheduler.after(
        chance.between(1_000, 120_000),
        { owner: NOBODY_OF_SERVER, label: 'the server starts again' },
        () => {
          void start()
        }
      )
    })
  }

  return {
    isUp: () => running !== undefined,
    /** Its file was put back, and no phone knew more than what is in it. */
    hasGoneBackUnnoticed: () => wentBackUnder !== undefined && wentBackUnder === ledger.epoch(),
    owner: () => running?.owner,
    /** As the operator's commands have it, without the pauses. */
    bareStore: () => running?.bare,
    observer: () => running?.observer,
    start,
    stop,
    crash,
    observe: () => parts.guard(observe),
    /** In the name of the server's owner. */
    answer: async ({ path, method, headers, body }: Question): Promise<Answer | undefined> => {
      const asked = running
      if (asked === undefined) return undefined
      const answer = await asked.app.request(path, { method, headers, ...(body && { body: body.slice() }) })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return asked.owner.alive ? { status: answer.status, headers: new Map(answer.headers), bytes } : undefined
    },
    /**
     * The server is stopped; another begins from the backup, and what was revoked meanwhile is revoked again. With `epoch` as
     * if the file itself had been put back, which nobody says: then it is to notice by itself.
     */
    restore: async (lines: readonly string[], epoch?: string): Promise<void> => {
      await stop()
      files += 1
      isOtherFile = true
      const database = await openSqlite(pathOf(files))
      const store = await createStore({
        database,
        now,
        random: (count) => chance.bytes(count),
        waitingLimit: 20
      })
      const restored = await store.restore(linesOf(lines))
      if (!restored.ok) throw new Error(`The backup does not go back: ${restored.refusal}`)
      if (epoch !== undefined) await database.alone((query) => putMeta(query, 'epoch', epoch))
      wentBackUnder = epoch
      await store.close()
      await start({ isStart: epoch === undefined })
    }
  }
}

export type Server = ReturnType<typeof createServer>

const epochIn = (observer: DatabaseSync): string =>
  String(observer.prepare(`select value from meta where name = 'epoch'`).get()?.['value'])

const NOBODY_OF_SERVER: Owner = { name: 'operator', alive: true }

async function* linesOf(lines: readonly string[]) {
  yield* lines
}
