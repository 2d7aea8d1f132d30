// A small disk of its own for one folder: ext4 inside a file, mounted through a loop device. A copy of that file holds what
// had reached the disk and nothing of what the kernel still kept in memory, as after a power cut. Takes root.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type LoopDisk = {
  /** Where it is mounted. */
  readonly folder: string
  /** All of it reaches the disk now. */
  readonly flush: () => void
  /** What a power cut at this moment would leave, mounted beside it. */
  readonly cutPower: () => LoopDisk
  readonly dispose: () => void
}

const MIB = 1024 * 1024

/** Undefined when loop disks work here. */
export const findReasonWithoutLoop = (): string | undefined => {
  if (process.platform !== 'linux') return 'loop disks are of Linux'
  if (process.getuid?.() !== 0) return 'mounting a disk takes root'
  try {
    createLoopDisk(16).dispose()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const createLoopDisk = (mib: number): LoopDisk => {
  const home = mkdtempSync(join(tmpdir(), 'susret-disk-'))
  const image = join(home, 'disk')
  try {
    writeFileSync(image, '')
    truncateSync(image, mib * MIB)
    run('mkfs.ext4', '-q', '-F', image)
    return mount(home, image)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

const mount = (home: string, image: string): LoopDisk => {
  const folder = join(home, 'mounted')
  mkdirSync(folder)
  run('mount', '-o', 'loop', image, folder)
  return {
    folder,
    flush: () => run('sync', '-f', folder),
    cutPower: () => {
      const after = mkdtempSync(join(tmpdir(), 'susret-disk-'))
      const copy = join(after, 'disk')
      run('cp', '--sparse=always', image, copy)
      return mount(after, copy)
    },
    dispose: () => {
      run('umount', folder)
      rmSync(home, { recursive: true, force: true })
    }
  }
}

const run = (program: string, ...args: string[]) => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
}
