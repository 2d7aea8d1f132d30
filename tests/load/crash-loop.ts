// A real server, ended by SIGKILL at a random moment again and again while phones hand over, and started again on what it
// left. Whatever it gave a receipt for must be there at the end, once.
import { setTimeout as sleep } from 'node:timers/promises'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Audit, auditServer } from '#tests/load/audit.ts'
import { createTally, handOverAll, type Tally } from '#tests/load/drive.ts'
import { createFleet, prepareAll } from '#tests/load/fleet.ts'
import { createMadeUpFields } from '#tests/load/made-up-fields.ts'
import { createServerProcess } from '#tests/server/server-process.ts'

export type CrashLoop = {
  readonly rounds: number
  readonly seed: number
  readonly phones: number
  /** PostgreSQL; left out: SQLite. */
  readonly databaseUrl?: string
  readonly onRound?: (round: number, tally: Tally) => void
}

export type CrashReport = Audit & {
  readonly rounds: number
  readonly killedWhileStarting: number
  /** Parcels offered again because no receipt had come. */
  readonly offeredAgain: number
  /** Of each start that was let finish. */
  readonly startMs: readonly number[]
  readonly faultsLogged: number
}

const RECORDS_A_ROUND = 100
const RECORDS_A_PARCEL = 10
const LONGEST_LIFE_MS = 500
/** One in so many is killed before it is ready. */
const KILLED_STARTING = 10

export const runCrashLoop = async ({ rounds, seed, phones, databaseUrl, onRound }: CrashLoop): Promise<CrashReport> => {
  const random = createSeededRandom(seed)
  const server = await createServerProcess(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl })
  const startMs: number[] = []
  const tally = createTally()
  let killedWhileStarting = 0
  const start = async () => {
    const began = performance.now()
    await server.start()
    startMs.push(performance.now() - began)
  }
  try {
    await start()
    const fleet = await createFleet({
      where: server.url,
      invites: await server.invites(phones + 1),
      fields: createMadeUpFields(seed)
    })
    const seal = () => prepareAll(fleet.phones, { records: RECORDS_A_ROUND, perParcel: RECORDS_A_PARCEL })
    await seal()
    for (let round = 1; round <= rounds; round += 1) {
      let isDead = false
      const handingOver = handOverAll(fleet.phones, { tally, random, isOver: () => isDead })
      await sleep(random() * LONGEST_LIFE_MS)
      await server.kill()
      isDead = true
      await handingOver
      if (random() * KILLED_STARTING < 1) {
        const starting = server.start().catch(() => undefined)
        await sleep(random() * LONGEST_LIFE_MS)
        await server.kill()
        await starting
        killedWhileStarting += 1
      }
      await Promise.all([start(), seal()])
      onRound?.(round, tally)
    }
    await handOverAll(fleet.phones, { tally, random })
    const audit = await auditServer(fleet.reader, fleet)
    fleet.close()
    const faultsLogged = (await server.logged()).split('\n').filter((line) => line.includes('"msg":"fault"')).length
    return { ...audit, rounds, killedWhileStarting, offeredAgain: tally.noAnswer, startMs, faultsLogged }
  } finally {
    await server.dispose()
  }
}
