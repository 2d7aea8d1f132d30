// A real server on a disk of its own; the power is cut at a random moment while phones hand over. What it had given
// receipts for until then must be on the disk as it was left.
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { auditServer } from '#tests/load/audit.ts'
import { createTally, handOverAll } from '#tests/load/drive.ts'
import { createFleet, prepareAll } from '#tests/load/fleet.ts'
import { createLoopDisk, type LoopDisk } from '#tests/load/loop-disk.ts'
import { createMadeUpFields } from '#tests/load/made-up-fields.ts'
import type { LoadPhone } from '#tests/load/phone.ts'
import { createServerProcess } from '#tests/server/server-process.ts'

export type PowerLoop = {
  readonly rounds: number
  readonly seed: number
  readonly phones: number
  /** Further settings of the server. */
  readonly settings?: Record<string, string>
  readonly onRound?: (report: PowerReport) => void
}

export type PowerReport = {
  rounds: number
  /** Over all rounds: with a receipt before the cut. */
  acknowledged: number
  lost: number
  duplicated: number
  altered: number
  /** Data files that were not whole. */
  damaged: number
}

/** Settings of a server that confirms what it has not flushed. */
export const NEVER_FLUSH = { NODE_OPTIONS: `--import ${new URL('never-flush.ts', import.meta.url).href}` }

const DISK_MIB = 512
/** A fresh disk after so many cuts, so that reading it back stays quick. */
const ROUNDS_A_DISK = 20
const RECORDS_A_ROUND = 200
const RECORDS_A_PARCEL = 10
const LONGEST_MS = 600

export const runPowerLoop = async (loop: PowerLoop): Promise<PowerReport> => {
  const report: PowerReport = { rounds: 0, acknowledged: 0, lost: 0, duplicated: 0, altered: 0, damaged: 0 }
  const random = createSeededRandom(loop.seed)
  while (report.rounds < loop.rounds) {
    const disk = createLoopDisk(DISK_MIB)
    try {
      await roundsOn(disk, { loop, report, random })
    } finally {
      disk.dispose()
    }
  }
  return report
}

type Round = { loop: PowerLoop; report: PowerReport; random: () => number }

const roundsOn = async (disk: LoopDisk, { loop, report, random }: Round) => {
  const settings = { ...loop.settings, SUSRET_DATA: join(disk.folder, 'data') }
  const server = await createServerProcess(settings)
  const [tally, fields] = [createTally(), createMadeUpFields(loop.seed)]
  let where = server.url
  try {
    await server.start()
    const invites = await server.invites(loop.phones + 1)
    const fleet = await createFleet({ where: () => where(), invites, fields })
    disk.flush()
    const ends = Math.min(loop.rounds, report.rounds + ROUNDS_A_DISK)
    for (; report.rounds < ends; loop.onRound?.(report)) {
      await prepareAll(fleet.phones, { records: RECORDS_A_ROUND, perParcel: RECORDS_A_PARCEL })
      let isOver = false
      const handingOver = handOverAll(fleet.phones, { tally, random, isOver: () => isOver })
      await sleep(50 + random() * LONGEST_MS)
      const before = fleet.phones.map(asItStands)
      // The server stands still while the disk is copied, as it would without power.
      server.signal('SIGSTOP')
      const left = disk.cutPower()
      server.signal('SIGCONT')
      isOver = true
      await handingOver
      const revived = await createServerProcess({ ...settings, SUSRET_DATA: join(left.folder, 'data') })
      try {
        if (!isWhole(join(left.folder, 'data', 'susret.sqlite'))) report.damaged += 1
        await revived.start()
        where = revived.url
        const audit = await auditServer(fleet.reader, { phones: before, fields })
        report.acknowledged += audit.acknowledged
        report.lost += audit.lost
        report.duplicated += audit.duplicated
        report.altered += audit.altered
      } finally {
        where = server.url
        await revived.dispose()
        left.dispose()
      }
      report.rounds += 1
    }
    fleet.close()
  } finally {
    await server.dispose()
  }
}

/** What it has receipts for at this moment. */
const asItStands = (phone: LoadPhone): LoadPhone => ({ ...phone, acknowledged: [...phone.acknowledged] })

const isWhole = (path: string): boolean => {
  const database = new DatabaseSync(path)
  try {
    return database.prepare('pragma integrity_check').all()[0]?.['integrity_check'] === 'ok'
  } finally {
    database.close()
  }
}
