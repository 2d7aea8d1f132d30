// A drawer of small files beside the databases. In a browser it is the origin's private folder (OPFS), another engine than
// IndexedDB: what breaks one leaves the other. Browsers and tests without it have an empty drawer that keeps nothing.
import type { Bytes } from '#protocol/bytes.ts'

/** Names are flat. A write may be cut short by a kill: who reads checks. */
export type FileDrawer = {
  readonly names: () => Promise<string[]>
  readonly read: (name: string) => Promise<Bytes | undefined>
  readonly write: (name: string, bytes: Bytes) => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

export const NO_DRAWER: FileDrawer = {
  names: async () => [],
  read: async () => undefined,
  write: async () => {},
  remove: async () => {}
}

/** For page, vault worker and service worker alike. */
export const openBrowserDrawer = (folder: string): FileDrawer => {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return NO_DRAWER
  const open = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true })
  return {
    names: async () => {
      const names: string[] = []
      for await (const name of (await open()).keys()) names.push(name)
      return names
    },
    read: async (name) => {
      const file = await orMissing((await open()).getFileHandle(name))
      return file && new Uint8Array(await (await file.getFile()).arrayBuffer())
    },
    write: async (name, bytes) => {
      const file = await (await open()).getFileHandle(name, { create: true })
      // Safari writes through a sync handle only, which exists in dedicated workers only.
      return 'createSyncAccessHandle' in file ? writeThrough(file, bytes) : writeAnew(file, bytes)
    },
    remove: async (name) => {
      await orMissing((await open()).removeEntry(name))
    }
  }
}

const writeThrough = async (file: FileSystemFileHandle, bytes: Bytes) => {
  const handle = await file.createSyncAccessHandle()
  try {
    handle.truncate(0)
    // A full disk may take a part of it without a word.
    if (handle.write(bytes) < bytes.length) throw new DOMException('A part only was written', 'QuotaExceededError')
    handle.flush()
  } finally {
    // An open one keeps everybody else away from the file.
    handle.close()
  }
}

const writeAnew = async (file: FileSystemFileHandle, bytes: Bytes) => {
  const stream = await file.createWritable()
  await stream.write(bytes)
  await stream.close()
}

const orMissing = <Value>(asked: Promise<Value>): Promise<Value | undefined> =>
  asked.catch((error: unknown) => {
    if ((error as { name?: string }).name === 'NotFoundError') return undefined
    throw error
  })
