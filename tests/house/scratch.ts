// A copy of the tree outside of it, in which a test may break things.
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const LEFT_OUT = ['.git', 'node_modules', 'dist', 'data', 'test-results']

export type Scratch = {
  readonly root: string
  readonly plant: (path: string, text: string) => Promise<void>
  readonly remove: () => Promise<void>
}

export const createScratch = async (): Promise<Scratch> => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'susret-house-')))
  await cp(ROOT, root, { recursive: true, filter: (source) => !LEFT_OUT.includes(basename(source)) })
  await linkPackages(root)
  return {
    root,
    plant: async (path, text) => {
      await mkdir(join(root, dirname(path)), { recursive: true })
      await writeFile(join(root, path), text)
    },
    remove: () => rm(root, { recursive: true, force: true })
  }
}

/** Each package by a link of its own: the compiler keeps its cache in node_modules, and this copy needs its own. */
const linkPackages = async (root: string): Promise<void> => {
  const packages = join(ROOT, 'node_modules')
  await mkdir(join(root, 'node_modules'))
  const names = (await readdir(packages)).filter((name) => name !== '.cache')
  await Promise.all(names.map((name) => symlink(join(packages, name), join(root, 'node_modules', name))))
}
