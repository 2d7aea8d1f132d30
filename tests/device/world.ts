// A team in one process: the real server on a real SQLite file, and phones made of the real device modules. Only the
// network between them and the clock are ours to bend.
import 'fake-indexeddb/auto'
import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openLetterbox } from '#device/letterbox/database.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openLibrary } from '#device/library/database.ts'
import type { News, Platform } from '#device/platform.ts'
import { openTestimonies } from '#device/testimonies/database.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createKeeper } from '#device/vault/keeper.ts'
import type { Stretch } from '#device/vault/slots.ts'
import { watchUpgrades } from '#device/versioned-database.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import type { LibraryItem } from '#protocol/library.ts'
import type { Role } from '#protocol/ids.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import { recoveryKeyToPaper } from '#protocol/recovery-key.ts'
import { createApp } from '#server/app.ts'
import { findKeyFile, type KeyFile, loadKeys, writeKeyFile } from '#server/keys.ts'
import { createLog } from '#server/log.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Store } from '#server/store/store.ts'

export const PASSPHRASE = 'rain park bench coffee tram'
export const NOW = Date.UTC(2026, 10, 23, 20, 0)

type Fetch = (path: string, init: RequestInit) => Promise<Response>
/** Every phone of this test file has databases of its own. */
let phones = 0

export type Team = Awaited<ReturnType<typeof createTeam>>
export type Phone = ReturnType<Team['createPhone']>

type TeamParts = {
  readonly library?: readonly LibraryItem[]
  /** Of a server that was before. */
  readonly keyFile?: KeyFile
  /** Directories of others that its leads may read. */
  readonly feeds?: readonly string[]
}

const ALL_OF_IT: readonly LibraryItem[] = [...BELGRADE, { kind: 'form', id: NEW_ARRIVAL.id, form: NEW_ARRIVAL }]

export const createTeam = async ({ library = ALL_OF_IT, keyFile, feeds = [] }: TeamParts = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-team-'))
  const keyPath = join(folder, 'keys.json')
  if (keyFile !== undefined) await writeKeyFile(keyPath, keyFile)
  const keys = await loadKeys(keyPath)
  const recovery = await createSealingKeys()
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
  const time = { now: NOW }
  let stores = 0

  const fileOf = (number: number) => join(folder, `team-${number}.sqlite`)
  const openStore = async (): Promise<Store> => {
    stores += 1
    const database = await openSqlite(fileOf(stores))
    return createStore({ database, now: () => time.now, random, waitingLimit: 100 })
  }
  const appOf = (served: Store) =>
    createApp({
      store: served,
      keys,
      clock: { now: () => time.now },
      random,
      log: createLog('silent'),
      limits: { maxBodyBytes: 1_048_576, bodyMemoryBytes: 67_108_864, retryAfterSeconds: 5, parcelsAtOnce: 16 },
      version: 'test',
      feeds
    })

  let store = await openStore()
  let app = appOf(store)
  await store.addOrganisation({ id: 'praxis', name: 'Praxis', recoveryKey: recovery.publicKey })
  await store.putLibrary('praxis', library)

  const reach: Fetch = async (path, init) => app.request(path, init)

  const createPhone = (parts: PhoneParts = {}) => {
    phones += 1
    return createTestPhone(`phone-${phones}`, reach, parts)
  }

  return {
    time,
    recoveryKeyOnPaper: await recoveryKeyToPaper(recovery.privateKey),
    reach,
    createPhone,
    keyFile: () => findKeyFile(keyPath),
    store: () => store,
    /** A provider of the directory that reads its referrals here. */
    addPartner: async (id: string, provider: string) => {
      await store.addOrganisation({ id, name: id, provider, recoveryKey: recovery.publicKey })
    },
    /** Another team beside this one. */
    addTeam: async (id: string) => {
      await store.addOrganisation({ id, name: id, recoveryKey: recovery.publicKey })
      await store.putLibrary(id, library)
    },
    invite: async (role: Role, minutes = 10, organisation = 'praxis'): Promise<InviteLink> => {
      const code = randomBytes(16).toString('base64url')
      const codeHash = createHash('sha256').update(code).digest('base64url')
      await store.addInvite({ organisation, role, codeHash, expiresAt: time.now + minutes * 60_000 })
      return { code, server: keys.fingerprint }
    },
    /** What the operator's `replay` does. */
    replay: () => store.replayAside('praxis', keys.findOpener),
    /** What `backup` writes now, to be restored later. */
    backup: async (): Promise<string[]> => {
      const lines: string[] = []
      await store.backup(async (line) => void lines.push(line))
      return lines
    },
    /** The server is gone; another one begins from the backup. */
    restore: async (lines: readonly string[]) => {
      await store.close()
      store = await openStore()
      const restored = await store.restore(linesOf(lines))
      if (!restored.ok) throw new Error(restored.refusal)
      app = appOf(store)
    },
    /** The data file as it lies now. What this returns puts it back, as a copy of the disk would: without `restore`. */
    keepFile: async () => {
      const kept = join(folder, `kept-${stores}.sqlite`)
      const file = new DatabaseSync(fileOf(stores))
      file.exec(`vacuum into '${kept}'`)
      file.close()
      return async () => {
        await store.close()
        await copyFile(kept, fileOf(stores + 1))
        store = await openStore()
        app = appOf(store)
      }
    },
    dispose: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

type PhoneParts = { readonly stretch?: Stretch; readonly lifeboat?: Lifeboat }

const createTestPhone = (name: string, reach: Fetch, parts: PhoneParts) => {
  const { stretch, lifeboat } = parts
  const network = { fetch: reach }
  const clock = { now: NOW }
  const listeners = new Set<(news: News) => void>()
  const turns = new Map<string, Promise<unknown>>()
  const platform: Platform = {
    now: () => clock.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    fetch: (path, init) => network.fetch(path, init),
    alone: (lock, work) => {
      const mine = (turns.get(lock) ?? Promise.resolve()).then(work)
      turns.set(
        lock,
        mine.catch(() => undefined)
      )
      return mine
    },
    tell: (news) => listeners.forEach((listener) => listener(news)),
    hear: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
  const letterbox = openLetterbox(`${name}-letterbox`)
  const vault = openVaultDatabase(`${name}-vault`)
  const library = openLibrary(`${name}-library`)
  const testimonies = openTestimonies(`${name}-testimonies`)
  const told: string[] = []
  watchUpgrades([letterbox, vault, library, testimonies], {
    onBlocked: () => told.push('blocked'),
    onLetGo: () => told.push('let_go')
  })
  const extras = { ...(stretch && { stretch }), ...(lifeboat && { lifeboat }) }
  const wipe = createWipe({ vault, letterbox, library, testimonies, platform })

  return {
    /** The same phone with its app opened anew. */
    reopen: () => createTestPhone(name, reach, parts),
    /** What a window of this phone heard of upgrades by later versions. */
    told,
    platform,
    network,
    clock,
    letterbox,
    vault,
    library,
    testimonies,
    /** Another tab, or the same phone after it was killed: nothing in memory, everything on disk. */
    state: () => readVaultState({ letterbox, vault }),
    startKeeper: () => createKeeper({ letterbox, vault, platform, ...extras }),
    round: () => runRound({ letterbox, library, platform, wipe, ...extras }),
    goOffline: () => {
      network.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    },
    comeBack: () => {
      network.fetch = reach
    },
    /** Everything this phone has at rest, as text to search in. */
    atRest: async (): Promise<string> => {
      const tables = [...letterbox.tables, ...vault.tables, ...testimonies.tables]
      const rows = await Promise.all(tables.map((table) => table.toArray()))
      return JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
      )
    }
  }
}

async function* linesOf(lines: readonly string[]) {
  yield* lines
}
