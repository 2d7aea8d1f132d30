// `npm run simulate`: so many phones hand over so many records, and what it cost. README.md beside this file has examples.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { auditServer } from '#tests/load/audit.ts'
import { createTally, type Drive, handOverAll, handOverAtRate, type Tally } from '#tests/load/drive.ts'
import { percentile, printFigures, toMs } from '#tests/load/figures.ts'
import { createFleet, type Fleet, prepareAll } from '#tests/load/fleet.ts'
import { createMadeUpFields } from '#tests/load/made-up-fields.ts'
import { findCpuSeconds, findPeakMiB } from '#tests/load/memory.ts'
import { createServerProcess, linksIn } from '#tests/server/server-process.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '50' },
    records: { type: 'string', default: '200' },
    batch: { type: 'string', default: '20' },
    rate: { type: 'string' },
    seconds: { type: 'string', default: '600' },
    impatient: { type: 'boolean', default: false },
    url: { type: 'string' },
    invites: { type: 'string' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' }
  }
})
const number = (name: keyof typeof values): number => Number(values[name])

/** A server of our own that ever held more has failed. */
const MOST_MIB = 512

type Target = {
  readonly where: () => string
  readonly invites: readonly string[]
  readonly peakMiB: () => number | undefined
  readonly cpuSeconds: () => number | undefined
  /** Milliseconds from each accepted parcel's request to its receipt, as the server itself noted. */
  readonly tookMs: () => Promise<number[]>
  readonly end: () => Promise<void>
}

const main = async (): Promise<boolean> => {
  const target = values.url === undefined ? await startOwn() : await reachGiven(values.url)
  try {
    const fields = createMadeUpFields(number('seed'))
    const fleet = await createFleet({ ...target, fields })
    const [{ length: phones }, records, perParcel] = [fleet.phones, number('records'), number('batch')]
    console.log(`${phones} phones have joined and seal ${records} records each, seed ${values.seed} …`)
    await prepareAll(fleet.phones, { records, perParcel })
    const isKept = await fire(fleet, target)
    const peak = target.peakMiB() ?? 0
    if (peak > 0) console.log(`Most memory the server held: ${peak} MiB of ${MOST_MIB}`)
    fleet.close()
    return isKept && peak <= MOST_MIB
  } finally {
    await target.end()
  }
}

const startOwn = async (): Promise<Target> => {
  const server = await createServerProcess()
  await server.start()
  const invites = await server.invites(number('phones') + 1)
  return {
    where: server.url,
    invites,
    peakMiB: () => findPeakMiB(server.pid()),
    cpuSeconds: () => findCpuSeconds(server.pid()),
    tookMs: async () => timesIn(await server.logged()),
    end: server.dispose
  }
}

const reachGiven = async (url: string): Promise<Target> => {
  if (values.invites === undefined) {
    throw new Error('--url needs --invites <file>: npm run --silent susret -- invite --count 201 > <file>')
  }
  const invites = linksIn(readFileSync(values.invites, 'utf8')).slice(0, number('phones') + 1)
  return {
    where: () => url,
    invites,
    peakMiB: () => undefined,
    cpuSeconds: () => undefined,
    tookMs: async () => [],
    end: async () => {}
  }
}

const fire = async (fleet: Fleet, { cpuSeconds, tookMs }: Target): Promise<boolean> => {
  const tally = createTally()
  const drive: Drive = { tally, random: createSeededRandom(number('seed')), heedsRetryAfter: !values.impatient }
  const cpuBefore = cpuSeconds()
  const ownBefore = process.cpuUsage()
  const began = performance.now()
  const starved = values.rate === undefined ? await all(fleet, drive) : await atRate(fleet, drive)
  const seconds = (performance.now() - began) / 1_000
  const cpu = (cpuSeconds() ?? 0) - (cpuBefore ?? 0)
  const own = process.cpuUsage(ownBefore)
  printTally({ tally, starved, seconds, cpu })
  printFigures('Who was at work', {
    ...(cpu > 0 && { 'the server, processors': (cpu / seconds).toFixed(2) }),
    'the phones, processors': ((own.user + own.system) / 1e6 / seconds).toFixed(2),
    ...(tally.lateMs.length > 0 && { 'offered later than due, p50, p99, longest': timesOf(tally.lateMs) })
  })
  const took = await tookMs()
  if (took.length > 0) printFigures('In the server alone', { 'request to receipt, p50, p99, longest': timesOf(took) })
  await handOverAll(fleet.phones, { ...drive, tally: createTally() })
  const audit = await auditServer(fleet.reader, fleet)
  printFigures('What the server has, read by cursor', audit)
  return audit.lost + audit.duplicated + audit.altered === 0
}

const all = async (fleet: Fleet, drive: Drive): Promise<number> => {
  console.log('All at once …')
  await handOverAll(fleet.phones, drive)
  return 0
}

const atRate = async (fleet: Fleet, drive: Drive): Promise<number> => {
  const [rate, seconds] = [number('rate'), number('seconds')]
  console.log(`${rate} parcels a second, ${seconds} seconds at most …`)
  return (await handOverAtRate(fleet.phones, { ...drive, rate, seconds })).starved
}

const printTally = ({
  tally,
  starved,
  seconds,
  cpu
}: {
  tally: Tally
  starved: number
  seconds: number
  cpu: number
}) => {
  const { receiptMs, busyMs } = tally
  printFigures('Handed over', {
    parcels: `${receiptMs.length} in ${seconds.toFixed(1)} s: ${(receiptMs.length / seconds).toFixed(0)} a second`,
    changes: `${tally.changes}: ${(tally.changes / seconds).toFixed(0)} a second`,
    ...(cpu > 0 && { 'processor time per 1,000 parcels': `${((1_000 * cpu) / receiptMs.length).toFixed(2)} s` }),
    'offer to receipt, p50, p99, longest': timesOf(receiptMs),
    'told to come later': `${busyMs.length}, ${tally.busyWithoutTime} of them not when`,
    'offer to "later", p50, p99, longest': timesOf(busyMs),
    'longest Retry-After': `${tally.longestRetryAfter} s`,
    'no answer': tally.noAnswer,
    refused: [...tally.refused].map(([problem, count]) => `${problem} ${count}`).join(', ') || 0,
    'set aside': tally.aside,
    ...(starved > 0 && { 'due while no phone was free': starved })
  })
}

const timesOf = (ms: readonly number[]): string => [0.5, 0.99, 1].map((share) => toMs(percentile(ms, share))).join(', ')

const timesIn = (log: string): number[] =>
  [...log.matchAll(/"route":"\/v1\/parcels","status":200,"ms":(\d+)/g)].map(([, ms]) => Number(ms))

process.exitCode = (await main()) ? 0 : 1
