// `npm run simulate:chaos -- --seeds N --from S`: the letterbox under faults, seed by seed, on two processes. Exit 1 on any
// violation, with the last events and how to see it again. `--plant "…"` plants one bug; `--plants` tries every one.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PLANTS } from '#tests/simulation/plants.ts'
import type { SeedReport } from '#tests/simulation/run-seed.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
const PROCESSES = 2
/** One process after another lives this many: loading the modules is paid for, and whatever one keeps is let go. */
const SEEDS_OF_A_PROCESS = 125
/** A life makes much and keeps little: with room for its young objects they die before anybody looks at them. */
const WITH_ROOM = '--max-semi-space-size=32'

type Range = { readonly from: number; readonly to: number }
type Planted = { readonly plant?: string | undefined; readonly stopAtFirst?: boolean }

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      plant: { type: 'string' },
      plants: { type: 'boolean', default: false }
    }
  })
  const from = Number(values.from)
  const range = { from, to: from + Number(values.seeds) - 1 }
  return values.plants ? tryPlants(range) : liveAll(range, values)
}

const liveAll = async (range: Range, { plant }: Planted): Promise<number> => {
  const began = performance.now()
  const totals = { seeds: 0, violated: 0, steps: 0, saves: 0, events: 0, virtualMs: 0 }
  await inLanes(chunksOf(range), (chunk) =>
    runWorker(chunk, { plant }, (report) => {
      totals.seeds += 1
      totals.steps += report.steps
      totals.saves += report.saves
      totals.events += report.events
      totals.virtualMs += report.virtualMs
      if (report.violation === undefined) return
      totals.violated += 1
      printViolation(report, plant)
    })
  )
  const seconds = (performance.now() - began) / 1000
  const { seeds, violated, steps, saves, events, virtualMs } = totals
  console.log(`Seeds ${range.from} to ${range.to}: ${seeds} run, ${violated} violations`)
  console.log(`${(seeds / seconds).toFixed(2)} seeds a second, ${seconds.toFixed(0)} s`)
  console.log(`${steps} steps, ${saves} saves, ${events} events`)
  console.log(`${(virtualMs / 86_400_000).toFixed(1)} days of simulated time`)
  return violated > 0 || seeds < range.to - range.from + 1 ? 1 : 0
}

/** Every planted bug until the first seed that catches it. Exit 1 when one is not caught. */
const tryPlants = async (range: Range): Promise<number> => {
  let missed = 0
  await inLanes(Object.keys(PLANTS), async (plant) => {
    let tried = 0
    let caught: SeedReport | undefined
    await runWorker(range, { plant, stopAtFirst: true }, (report) => {
      tried += 1
      if (report.violation) caught = report
    })
    if (caught === undefined) missed += 1
    const how = caught ? `seed ${caught.seed}, ${caught.violation?.invariant}` : `NOT CAUGHT in ${tried} seeds`
    console.log(`${plant.padEnd(56)} ${how}`)
  })
  console.log(`${Object.keys(PLANTS).length} planted, ${missed} not caught`)
  return missed > 0 ? 1 : 0
}

/** Few seeds are shared out, so that no process rests. */
const chunksOf = ({ from, to }: Range): Range[] => {
  const many = to - from + 1
  const seeds = Math.min(SEEDS_OF_A_PROCESS, Math.ceil(many / PROCESSES))
  return Array.from({ length: Math.ceil(many / seeds) }, (_, at) => {
    const first = from + at * seeds
    return { from: first, to: Math.min(to, first + seeds - 1) }
  })
}

/** As many at once as there are processes, in order. */
const inLanes = async <Task>(tasks: readonly Task[], work: (task: Task) => Promise<void>): Promise<void> => {
  const waiting = tasks.values()
  const lane = async () => {
    for (const task of waiting) await work(task)
  }
  await Promise.all(Array.from({ length: PROCESSES }, lane))
}

const runWorker = async (range: Range, { plant, stopAtFirst }: Planted, heard: (report: SeedReport) => void) => {
  const seeds = ['--from', String(range.from), '--to', String(range.to)]
  const planted = plant === undefined ? [] : ['--plant', plant]
  const worker = spawn(
    process.execPath,
    [WITH_ROOM, WORKER, ...seeds, ...planted, ...(stopAtFirst ? ['--until-violation'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const ended = new Promise((settle) => worker.on('close', settle))
  for await (const line of createInterface(worker.stdout)) heard(JSON.parse(line) as SeedReport)
  await ended
}

const printViolation = ({ seed, violation }: SeedReport, plant: string | undefined) => {
  if (violation === undefined) return
  console.log(`\nSeed ${seed}: "${violation.invariant}" does not hold\n${violation.what}`)
  console.log(violation.lastEvents.slice(-60).join('\n'))
  const planted = plant === undefined ? '' : ` --plant "${plant}"`
  console.log(`Again: npm run simulate:chaos -- --from ${seed} --seeds 1${planted}\n`)
}

process.exitCode = await main()
