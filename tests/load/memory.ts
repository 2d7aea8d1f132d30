// How much memory a process of this machine holds, as Linux counts it.
import { readFileSync } from 'node:fs'

const MIB = 1_024

/** Highest resident memory since its start, in MiB; undefined where /proc is not. */
export const findPeakMiB = (pid: number | undefined): number | undefined => {
  if (pid === undefined || process.platform !== 'linux') return undefined
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kib === undefined ? undefined : Math.round(Number(kib) / MIB)
}
