// The drill: a backup while phones hand over, more handed over and one phone revoked after it, the data lost, the backup
// restored elsewhere, and every phone makes two rounds. What had been acknowledged must be there, once.
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Audit, auditServer } from '#tests/load/audit.ts'
import { createDrillPhone } from '#tests/load/drill-phone.ts'
import { createFleet } from '#tests/load/fleet.ts'
import { createMadeUpFields } from '#tests/load/made-up-fields.ts'
import { createServerProcess, type ServerProcess } from '#tests/server/server-process.ts'

export type DrillReport = Audit & {
  /** Acknowledged and not in the restored store before the phones came back: with 0 the drill would prove nothing. */
  readonly missingAtFirst: number
  readonly isNewEpoch: boolean
  /** The phone that was revoked after the backup got the order to destroy its keys, and nothing of it came in. */
  readonly revokedIsOut: boolean
}

const RECORDS_A_PARCEL = 20
const RECORDS_BEFORE = 40
const RECORDS_AFTER = 40
const ROUNDS = 2

export const runDrill = async ({ phones, seed }: { phones: number; seed: number }): Promise<DrillReport> => {
  const before = await createServerProcess()
  const after = await createServerProcess()
  let serving: ServerProcess = before
  try {
    await before.start()
    const fleet = await createFleet({
      where: () => serving.url(),
      invites: await before.invites(phones + 2),
      fields: createMadeUpFields(seed)
    })
    const all = fleet.phones.map(createDrillPhone)
    const [revoked, ...team] = all
    if (revoked === undefined) throw new Error('No phone to revoke')
    const eachOf = <Outcome>(work: (phone: (typeof all)[number]) => Promise<Outcome>) => Promise.all(all.map(work))
    await eachOf((phone) => phone.join())
    await eachOf((phone) => phone.save(RECORDS_BEFORE, RECORDS_A_PARCEL))
    const file = join(before.folder, 'drill.backup')
    const [, made] = await Promise.all([eachOf((phone) => phone.round()), before.command('backup', file)])
    mustBeDone(made)
    await eachOf((phone) => phone.save(RECORDS_AFTER, RECORDS_A_PARCEL))
    await eachOf((phone) => phone.handOverAll())
    await eachOf((phone) => phone.noteAcknowledged())
    const epoch = await revoked.epoch()
    mustBeDone(await before.command('revoke', String(revoked.phone.number)))
    await before.kill()

    mustBeDone(await after.command('restore', file))
    // As `restore` says: this list is not in the data that was lost.
    await copyFile(join(before.folder, 'data', 'revoked.txt'), join(after.folder, 'data', 'revoked.txt'))
    await after.start()
    serving = after
    const parts = { phones: team.map(({ phone }) => phone), fields: fleet.fields }
    const { lost: missingAtFirst } = await auditServer(fleet.reader, parts)
    const ofRevoked = { phones: [revoked.phone], fields: fleet.fields }
    const inBackup = await auditServer(fleet.reader, ofRevoked)
    for (let round = 0; round < ROUNDS; round += 1) await eachOf((phone) => phone.round())
    const audit = await auditServer(fleet.reader, parts)
    const outside = await auditServer(fleet.reader, ofRevoked)
    const epochs = await Promise.all(team.map((phone) => phone.epoch()))
    fleet.close()
    return {
      ...audit,
      missingAtFirst,
      isNewEpoch: !epochs.includes(epoch) && new Set(epochs).size === 1,
      revokedIsOut: revoked.isWiped() && outside.lost === inBackup.lost
    }
  } finally {
    await Promise.all([before.dispose(), after.dispose()])
  }
}

const mustBeDone = ({ code, err }: { code: number; err: string }) => {
  if (code !== 0) throw new Error(`A command failed: ${err}`)
}
