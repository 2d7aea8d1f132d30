// The drawer of files beside the databases, in memory.
import type { FileDrawer } from '#device/letterbox/file-drawer.ts'
import type { Bytes } from '#protocol/bytes.ts'

export const createDrawer = () => {
  const files = new Map<string, Bytes>()
  const drawer: FileDrawer = {
    names: async () => [...files.keys()],
    read: async (name) => files.get(name),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name)
  }
  return { files, drawer }
}
