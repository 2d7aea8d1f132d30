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

type Run = { from: number; seeds: number; plant?: string | undefined; stopAtFirst?: boolean }

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      plant: { type: 'string' },
      plants: { type: 'boolean', default: false }
    }
  })
  const run = { seeds: Number(values.seeds), from: Number(values.from) }
  return values.plants ? tryPlants(run) : tryOne({ ...run, plant: values.plant })
}

const tryOne = async (run: Run): Promise<number> => {
  const began = performance.now()
  const reports = await runSeeds(run)
  const seconds = (performance.now() - began) / 1000
  const violated = reports.filter(({ violation }) => violation)
  for (const report of violated) printViolation(report, run)
  const sum = (of: (report: SeedReport) => number) => reports.reduce((total, report) => total + of(report), 0)
  console.log(`Seeds ${run.from} to ${run.from + run.seeds - 1}: ${reports.length} run, ${violated.length} violations`)
  console.log(`${(reports.length / seconds).toFixed(2)} seeds a second, ${seconds.toFixed(0)} s`)
  console.log(
    `${sum(({ steps }) => steps)} steps, ${sum(({ saves }) => saves)} saves, ${sum(({ events }) => events)} events`
  )
  console.log(`${(sum(({ virtualMs }) => virtualMs) / 86_400_000).toFixed(1)} days of simulated time`)
  return violated.length > 0 || reports.length < run.seeds ? 1 : 0
}

/** Every planted bug until the first seed that catches it. Exit 1 when one is not caught. */
const tryPlants = async (run: Run): Promise<number> => {
  let missed = 0
  for (const plant of Object.keys(PLANTS)) {
    const reports = await runSeeds({ ...run, plant, stopAtFirst: true })
    const caught = reports.find(({ violation }) => violation)
    if (caught === undefined) missed += 1
    const how = caught ? `seed ${caught.seed}, ${caught.violation?.invariant}` : `NOT CAUGHT in ${reports.length} seeds`
    console.log(`${plant.padEnd(46)} ${how}`)
  }
  console.log(`${Object.keys(PLANTS).length} planted, ${missed} not caught`)
  return missed > 0 ? 1 : 0
}

const runSeeds = async (run: Run): Promise<SeedReport[]> => {
  const reports: SeedReport[] = []
  const children = Array.from({ length: PROCESSES }, (_, at) => {
    const plant = run.plant === undefined ? [] : ['--plant', run.plant]
    const seeds = [
      '--from',
      String(run.from + at),
      '--to',
      String(run.from + run.seeds - 1),
      '--step',
      String(PROCESSES)
    ]
    return spawn(process.execPath, [WORKER, ...seeds, ...plant], { stdio: ['ignore', 'pipe', 'inherit'] })
  })
  const ends = children.map((child) => new Promise((settle) => child.on('close', settle)))
  await Promise.all(
    children.map(async (child) => {
      for await (const line of createInterface(child.stdout)) {
        const report = JSON.parse(line) as SeedReport
        reports.push(report)
        if (report.violation && run.stopAtFirst) for (const each of children) each.kill()
      }
    })
  )
  await Promise.all(ends)
  return reports.sort((a, b) => a.seed - b.seed)
}

const printViolation = ({ seed, violation }: SeedReport, { plant }: Run) => {
  if (violation === undefined) return
  console.log(`\nSeed ${seed}: "${violation.invariant}" does not hold\n${violation.what}`)
  console.log(violation.lastEvents.slice(-60).join('\n'))
  const planted = plant === undefined ? '' : ` --plant "${plant}"`
  console.log(`Again: npm run simulate:chaos -- --from ${seed} --seeds 1${planted}\n`)
}

process.exitCode = await main()
