// The app's own outbox in a thread of its own, as the vault has it, beside a plain strict IndexedDB put in the same thread.
import { expose } from 'comlink'
import { createBrowserPlatform } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { createOutbox } from '#device/letterbox/outbox.ts'
import { importVaultKey } from '#device/vault/cipher.ts'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { createDeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys } from '#protocol/keys.ts'

const ANSWERS = {
  men: 1,
  boys: 2,
  alone: 'no',
  language: 'ps',
  country: 'AF',
  urgent: ['sick_or_hurt'],
  given: ['info'],
  route: 'BG'
}

const createOurs = async () => {
  const platform = createBrowserPlatform()
  const server = await createSealingKeys()
  const outbox = await createOutbox({
    letterbox: openLetterbox('bench-letterbox'),
    platform,
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
  return async () => {
    const at = platform.now()
    const fields = anonymiseArrival(NEW_ARRIVAL, ANSWERS, { at, zone: 'parks' })
    const saved = await outbox.save([{ type: 'arrival', fields, aside: { savedAt: at, answers: {} } }])
    if (!saved.ok) throw new Error(saved.refusal)
  }
}

const createPlain = async () => {
  const database = await new Promise<IDBDatabase>((settle, reject) => {
    const request = indexedDB.open('bench-plain', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
    request.onsuccess = () => settle(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open'))
  })
  let id = 0
  return () =>
    new Promise<void>((settle, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put({ id: (id += 1), ...ANSWERS })
      transaction.oncomplete = () => settle()
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'))
    })
}

const [ours, plain] = [createOurs(), createPlain()]

expose({
  save: async () => (await ours)(),
  put: async () => (await plain)()
})
