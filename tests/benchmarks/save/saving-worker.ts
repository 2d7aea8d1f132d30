// The app's own outbox in a thread of its own, as the vault has it, beside a plain strict IndexedDB put and Dexie with
// strict durability in the same thread.
import { expose } from 'comlink'
import { Dexie } from 'dexie'
import { createBrowserPlatform } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { createOutbox } from '#device/letterbox/outbox.ts'
import { importVaultKey } from '#device/vault/cipher.ts'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { createDeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys } from '#protocol/keys.ts'
import { ANSWERS, type Saver, type SaverName } from '#tests/benchmarks/save/savers.ts'

const createSusret = async (): Promise<Saver> => {
  const platform = createBrowserPlatform()
  const server = await createSealingKeys()
  const outbox = await createOutbox({
    letterbox: openLetterbox('bench-letterbox'),
    platform,
    afterwards: (work) => setTimeout(work),
    vaultKey: await importVaultKey(platform.random(32)),
    keyring: {
      device: createDeviceId(platform.random(12)),
      token: bytesToBase64Url(platform.random(32)),
      signing: await createSigningKeys(),
      inbox: await createSealingKeys(),
      membership: {
        number: 1,
        role: 'worker',
        organisation: { id: 'bench', name: 'Bench' },
        sealingKey: { id: 'bench', key: server.publicKey }
      }
    }
  })
  const save = async (many: number) => {
    const at = platform.now()
    const fields = anonymiseArrival(NEW_ARRIVAL, ANSWERS, { at, zone: 'parks' })
    const entry = { type: 'arrival' as const, fields, aside: { savedAt: at, answers: {} } }
    const saved = await outbox.save(Array.from({ length: many }, () => entry))
    if (!saved.ok) throw new Error(saved.refusal)
  }
  return {
    fill: async (rows) => {
      for (let at = 0; at < rows; at += 250) await save(250)
    },
    save: () => save(1)
  }
}

const createPlain = async (): Promise<Saver> => {
  const database = await new Promise<IDBDatabase>((settle, reject) => {
    const request = indexedDB.open('bench-plain', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
    request.onsuccess = () => settle(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open'))
  })
  let id = 0
  const put = (many: number) =>
    new Promise<void>((settle, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      for (let at = 0; at < many; at += 1) transaction.objectStore('rows').put({ id: (id += 1), ...ANSWERS })
      transaction.oncomplete = () => settle()
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'))
    })
  return { fill: put, save: () => put(1) }
}

const createDexie = async (): Promise<Saver> => {
  const database = new Dexie('bench-dexie', { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ rows: 'id' })
  let id = 0
  const aRow = () => ({ id: (id += 1), ...ANSWERS })
  return {
    fill: async (rows) => void (await database.table('rows').bulkPut(Array.from({ length: rows }, aRow))),
    save: async () => void (await database.table('rows').put(aRow()))
  }
}

const savers: Partial<Record<SaverName, Promise<Saver>>> = {
  susret: createSusret(),
  plain: createPlain(),
  dexie: createDexie()
}

expose({
  fill: async (name: SaverName, rows: number) => (await savers[name])?.fill(rows),
  save: async (name: SaverName) => (await savers[name])?.save()
})
