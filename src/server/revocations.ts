// The revoked phones once more, in a file beside the keys: a store restored from an older backup does not know of them.
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { DeviceId } from '#protocol/ids.ts'
import { keyPathOf, type Settings } from '#server/settings.ts'
import type { Store } from '#server/store/store.ts'

export const revocationsPathOf = (settings: Settings): string => join(dirname(keyPathOf(settings)), 'revoked.txt')

/** On the disk when it resolves. One phone may stand there more than once. */
export const noteRevocation = async (path: string, device: DeviceId): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${device}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * How many phones the store let in that the file says are revoked; they are refused from now on. A phone the store does not
 * know is revoked too: it joined after the backup, and its request to join may come again.
 */
export const applyRevocations = async (path: string, store: Store): Promise<number> => {
  let applied = 0
  for (const device of await readRevocations(path)) {
    const phone = await store.findDevice(device)
    if (phone !== undefined && phone.revokedAt !== null) continue
    await store.revoke(device)
    if (phone !== undefined) applied += 1
  }
  return applied
}

/** A last line that a crash cut short names nobody, and its phone was not yet said to be revoked. */
const readRevocations = async (path: string): Promise<Set<DeviceId>> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return new Set(text.split('\n').filter((line): line is DeviceId => z.safeParse(DeviceId, line).success))
}
