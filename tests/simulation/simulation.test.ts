// What makes the simulation worth running: a seed is the same life everywhere, and a planted bug does not live long.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { PLANTS } from '#tests/simulation/plants.ts'
import type { SeedReport } from '#tests/simulation/run-seed.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))

const live = async (seed: number, plant?: string): Promise<SeedReport> => {
  const planted = plant === undefined ? [] : ['--plant', plant]
  const { stdout } = await promisify(execFile)(process.execPath, [WORKER, '--from', String(seed), ...planted])
  return JSON.parse(stdout) as SeedReport
}

it('lives the same life from the same seed in another process', async () => {
  const [first, second] = await Promise.all([live(4), live(4)])
  expect(first.violation).toBeUndefined()
  expect(first.events).toBeGreaterThan(1_000)
  expect(second).toEqual(first)
})

it.each([
  [39, 'a phone killed in mid-join, whose first delivery came before it was opened again, could never be opened']
])('seed %i holds now: %s', async (seed) => {
  expect((await live(seed)).violation).toBeUndefined()
})

it.each([
  ['a status of 200 is believed', 'no receipt without durable data'],
  ['handed out counts as received', 'no receipt without durable data'],
  ['a restored server is offered nothing again', 'exactly once']
])('catches a planted bug: %s', async (plant, invariant) => {
  expect(PLANTS[plant]).toBeDefined()
  expect((await live(1, plant)).violation?.invariant).toBe(invariant)
})
