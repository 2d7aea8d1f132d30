// A small disk of its own for one phone, in memory, that can be filled to the last byte. Takes root.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  readonly folder: string
  readonly fill: () => void
  readonly makeRoom: () => void
  readonly dispose: () => void
}

/** Undefined when small disks work here. */
export const findReasonWithoutSmallDisk = (): string | undefined => {
  if (process.platform !== 'linux') return 'a disk in memory is of Linux'
  if (process.getuid?.() !== 0) return 'mounting a disk takes root'
  try {
    createSmallDisk(1).dispose()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const createSmallDisk = (mib: number): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'susret-small-disk-'))
  run('mount', '-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', folder)
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'a')
      for (const bytes of [1_048_576, 4_096, 1]) while (isWritten(file, Buffer.alloc(bytes)));
      closeSync(file)
    },
    makeRoom: () => rmSync(filler),
    dispose: () => {
      run('umount', '-l', folder)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const isWritten = (file: number, bytes: Buffer): boolean => {
  try {
    return writeSync(file, bytes) > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false
    throw error
  }
}

const run = (program: string, ...args: string[]) => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
}
