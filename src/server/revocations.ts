// The revoked phones once more, in a file beside the keys: a store restored from an older backup does not know of them.
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DEVICE, type DeviceId } from '#protocol/ids.ts'
import { keyPathOf, type Settings } from '#server/settings.ts'
import type { Revoked } from '#server/store/devices.ts'
import type { Store } from '#server/store/store.ts'

export const revocationsPathOf = (settings: Settings): string => join(dirname(keyPathOf(settings)), 'revoked.txt')

/**
 * On the disk when it resolves. One phone may stand there more than once: by its name alone, as earlier servers read it, and
 * with what its token is known by, so that it is told to forget though its row is lost.
 */
export const noteRevocation = async (path: string, { id, tokenHash }: Required<Revoked>): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${id}\n${id} ${tokenHash}\n`)
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
  for (const [id, tokenHash] of await readRevocations(path)) {
    const phone = await store.findDevice(id)
    const isDone = phone ? phone.revokedAt !== null : await store.isNotedRevoked({ id, tokenHash })
    if (isDone) continue
    await store.revoke({ id, tokenHash })
    if (phone !== undefined) applied += 1
  }
  return applied
}

const NAMED = new RegExp(`^(${DEVICE})(?: ([A-Za-z0-9_-]{43}))?$`)

/** A last line that a crash cut short names nobody, and its phone was not yet said to be revoked. */
const readRevocations = async (path: string): Promise<Map<DeviceId, string | undefined>> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const named = text.split('\n').flatMap((line) => [NAMED.exec(line) ?? []])
  return new Map(named.flatMap(([, id, tokenHash]) => (id === undefined ? [] : [[id, tokenHash] as const])))
}
