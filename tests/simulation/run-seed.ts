// One seed, from joining to the last comparison: shifts under faults, then the faults end and everything must come right.
import { mkdtempSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEventLog } from '#tests/simulation/event-log.ts'
import { heal } from '#tests/simulation/healing.ts'
import { joinEverybody } from '#tests/simulation/joining.ts'
import { Violation } from '#tests/simulation/ledger.ts'
import { liveShifts } from '#tests/simulation/shifts.ts'
import { BEGIN, createWorld, type Life } from '#tests/simulation/world.ts'

export type SeedReport = {
  readonly seed: number
  readonly hash: string
  readonly events: number
  readonly steps: number
  readonly saves: number
  readonly virtualMs: number
  readonly counts: Readonly<Record<string, number>>
  readonly violation?: { readonly invariant: string; readonly what: string; readonly lastEvents: readonly string[] }
}

export type SeedOptions = { readonly seed: number; readonly write?: (line: string) => void }

export const runSeed = async ({ seed, write }: SeedOptions): Promise<SeedReport> => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'susret-simulation-'))
  const log = createEventLog(BEGIN, write)
  const counts: Record<string, number> = {}
  const counted = (what: string, by = 1) => {
    counts[what] = (counts[what] ?? 0) + by
  }
  const state = { now: BEGIN, events: 0, saves: 0 }
  let violation: Violation | undefined
  try {
    await live({ seed, folder, log, counted, state })
  } catch (fault) {
    violation = fault instanceof Violation ? fault : new Violation('no faults', String((fault as Error).stack ?? fault))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const steps = Object.entries(counts)
    .filter(([what]) => what.startsWith('act ') || what.startsWith('do ') || what === 'exchange' || what === 'replayed')
    .reduce((sum, [, count]) => sum + count, 0)
  return {
    seed,
    hash: log.hash(),
    events: state.events,
    steps,
    saves: state.saves,
    virtualMs: state.now - BEGIN,
    counts,
    ...(violation && {
      violation: { invariant: violation.invariant, what: violation.message, lastEvents: log.last() }
    })
  }
}

const live = async (life: Life): Promise<void> => {
  const world = await createWorld(life)
  await joinEverybody(world)
  await liveShifts(world)
  await heal(world)
  await world.server.stop()
}
