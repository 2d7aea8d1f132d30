// Two servers on one PostgreSQL behind a balancer that knows nothing of their health; on the way one of them is killed and
// started again, and then PostgreSQL itself.
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Audit, auditServer } from '#tests/load/audit.ts'
import { createTally, handOverAll, type Tally } from '#tests/load/drive.ts'
import { createFleet, prepareAll } from '#tests/load/fleet.ts'
import { createMadeUpFields } from '#tests/load/made-up-fields.ts'
import type { OwnPostgres } from '#tests/load/own-postgres.ts'
import { createServerProcess } from '#tests/server/server-process.ts'

export type DisturbedRun = {
  readonly postgres: OwnPostgres
  readonly phones: number
  readonly records: number
  readonly seed: number
}

export type DisturbedReport = Audit & {
  readonly tally: Tally
  readonly seconds: number
  /** Read at the other server. */
  readonly atTheOther: Audit
  readonly faultsLogged: number
}

const RECORDS_A_PARCEL = 20
const DEAD_MS = 500

export const runDisturbed = async ({ postgres, phones, records, seed }: DisturbedRun): Promise<DisturbedReport> => {
  const [random, fields, tally] = [createSeededRandom(seed), createMadeUpFields(seed), createTally()]
  const one = await createServerProcess({ DATABASE_URL: postgres.url })
  const two = await createServerProcess({
    DATABASE_URL: postgres.url,
    SUSRET_KEYS: join(one.folder, 'data', 'keys.json')
  })
  let turn = 0
  let servers = [one, two]
  const where = () => servers[(turn += 1) % servers.length]?.url() ?? one.url()
  try {
    await one.start()
    await two.start()
    const fleet = await createFleet({ where, invites: await one.invites(phones + 1), fields })
    await prepareAll(fleet.phones, { records, perParcel: RECORDS_A_PARCEL })
    const share = () => tally.changes / (phones * records)
    const began = performance.now()
    const isDown = () => servers.every((server) => !server.isRunning())
    const handingOver = handOverAll(fleet.phones, { tally, random, isOver: isDown })
    await until(() => share() > 0.2 || isDown())
    await two.kill()
    await sleep(DEAD_MS)
    await two.start()
    await until(() => share() > 0.5 || isDown())
    postgres.restart?.()
    await handingOver
    if (isDown()) throw new Error(`Both servers ended: ${(await two.logged()).slice(-2_000)}`)
    const seconds = (performance.now() - began) / 1_000
    const audit = await auditServer(fleet.reader, fleet)
    servers = [two]
    const atTheOther = await auditServer(fleet.reader, fleet)
    fleet.close()
    const logged = [await one.logged(), await two.logged()].join('\n').split('\n')
    const faultsLogged = logged.filter((line) => line.includes('"msg":"fault"')).length
    return { ...audit, tally, seconds, atTheOther, faultsLogged }
  } finally {
    await Promise.all([one.dispose(), two.dispose()])
  }
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await sleep(5)
}
