// How much memory a process of this machine holds and how much of the processors it has used, as Linux counts it.
import { readFileSync } from 'node:fs'

const MIB = 1_024
const TICKS_A_SECOND = 100

/** Highest resident memory since its start, in MiB; undefined where /proc is not. */
export const findPeakMiB = (pid: number | undefined): number | undefined => {
  if (pid === undefined || process.platform !== 'linux') return undefined
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kib === undefined ? undefined : Math.round(Number(kib) / MIB)
}

/** Seconds of processor time since its start; unlike the clock on the wall it does not depend on who else is at work. */
export const findCpuSeconds = (pid: number | undefined): number | undefined => {
  if (pid === undefined || process.platform !== 'linux') return undefined
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
  return (Number(afterName?.[11]) + Number(afterName?.[12])) / TICKS_A_SECOND
}
