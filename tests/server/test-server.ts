// A whole server in this process: real store, real keys, a clock the test sets, and what it logged.
import { getRandomValues } from 'node:crypto'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import type { Role } from '#protocol/ids.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import { type App, createApp } from '#server/app.ts'
import { tokenToHash } from '#server/http/access.ts'
import type { AppParts, Limits } from '#server/http/parts.ts'
import { createKeys, openKeys, type ServerKeys } from '#server/keys.ts'
import { createLog } from '#server/log.ts'
import type { Database } from '#server/store/database.ts'
import { formToItem } from '#server/store/library.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Store } from '#server/store/store.ts'
import type { TestDatabase } from './test-database.ts'

export type TestServer = {
  readonly app: App
  readonly store: Store
  readonly database: Database
  readonly keys: ServerKeys
  readonly clock: { at: number; readonly now: () => number }
  /** Everything it logged, as text. */
  readonly logged: () => string
  /** A fresh invite code. */
  readonly invite: (role?: Role, minutes?: number, organisation?: string) => Promise<string>
  /** Another one beside the team; with a `provider` of the directory it is a partner. */
  readonly addOrganisation: (id: string, provider?: string) => Promise<void>
  readonly close: () => Promise<void>
}

export const ORGANISATION = 'demo'
/** An evening in July 2018. */
export const EVENING = Date.UTC(2018, 6, 3, 18)

export type TestServerOptions = {
  readonly limits?: Partial<Limits>
  readonly keys?: ServerKeys
  readonly assets?: string
  readonly metrics?: NonNullable<AppParts['metrics']>
  readonly earlierAssets?: string
  readonly hsds?: NonNullable<AppParts['hsds']>
  readonly pushServices?: readonly string[]
  readonly feeds?: readonly string[]
}

export const randomBytes = (bytes: number): Uint8Array => getRandomValues(new Uint8Array(bytes))

export const createTestServer = async (
  from: TestDatabase,
  { limits = {}, keys: given, assets, earlierAssets, metrics, hsds, pushServices, feeds }: TestServerOptions = {}
): Promise<TestServer> => {
  const database = await from.open()
  const clock = { at: EVENING, now: () => clock.at }
  const store = await createStore({ database, now: clock.now, random: randomBytes, waitingLimit: 512 })
  const keys = given ?? (await openKeys(await createKeys()))
  const recoveryKey = (await createSealingKeys()).publicKey
  if (await store.addOrganisation({ id: ORGANISATION, name: 'Demo team', recoveryKey })) {
    await store.putLibrary(ORGANISATION, [formToItem(NEW_ARRIVAL)])
  }
  const lines: string[] = []
  const app = createApp({
    store,
    keys,
    clock,
    random: randomBytes,
    log: createLog('debug', { write: (line) => lines.push(line) }),
    limits: { maxBodyBytes: 262_144, bodyMemoryBytes: 67_108_864, parcelsAtOnce: 512, retryAfterSeconds: 5, ...limits },
    version: 'test',
    ...(assets !== undefined && { assets }),
    ...(metrics !== undefined && { metrics }),
    ...(earlierAssets !== undefined && { earlierAssets }),
    ...(pushServices !== undefined && { pushServices }),
    ...(feeds !== undefined && { feeds }),
    ...(hsds !== undefined && { hsds })
  })
  return {
    app,
    store,
    database,
    keys,
    clock,
    logged: () => lines.join(''),
    addOrganisation: async (id, provider) => {
      const { publicKey } = await createSealingKeys()
      await store.addOrganisation({ id, name: id, recoveryKey: publicKey, ...(provider && { provider }) })
    },
    invite: async (role = 'worker', minutes = 10, organisation = ORGANISATION) => {
      const code = bytesToBase64Url(randomBytes(16))
      await store.addInvite({
        organisation,
        role,
        expiresAt: clock.now() + minutes * 60_000,
        codeHash: await tokenToHash(code)
      })
      return code
    },
    close: store.close
  }
}
