// What can happen to the files behind a browser's storage: cut short, written over, gone.
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Random } from '#domain/seeded-random.ts'

/** Returns what was done, in words. */
export type Damage = (file: string, random: Random) => Promise<string>

export const DAMAGES = {
  'cut short': async (file, random) => {
    const { length } = await readFile(file)
    const left = Math.floor(random() * length)
    await truncate(file, left)
    return `${left} of ${length} bytes left`
  },
  'written over': async (file, random) => {
    const bytes = await readFile(file)
    const from = Math.floor(random() * bytes.length)
    const until = Math.min(bytes.length, from + 1 + Math.floor(random() * 4_096))
    for (let at = from; at < until; at += 1) bytes[at] = Math.floor(random() * 256)
    await writeFile(file, bytes)
    return `bytes ${from} to ${until} of ${bytes.length}`
  },
  gone: async (file) => {
    await rm(file)
    return 'removed'
  }
} as const satisfies Record<string, Damage>

/** LevelDB's own diary and its lock hold nothing of anybody's. */
const WITHOUT_RECORDS = ['LOG', 'LOG.old', 'LOCK']

/** Files that hold something, the largest first. */
export const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const sized = await Promise.all(files.map(async (file) => ({ file, size: (await readFile(file)).length })))
  return sized
    .filter(({ file, size }) => size > 0 && !WITHOUT_RECORDS.includes(basename(file)))
    .toSorted((a, b) => b.size - a.size || a.file.localeCompare(b.file))
    .map(({ file }) => file)
}
