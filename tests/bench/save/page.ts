// Saves turn about, ours and plain, so that whatever else the machine does falls on both alike; with a pause before each,
// as a person makes.
import { wrap } from 'comlink'

type Saving = { save: () => Promise<void>; put: () => Promise<void> }

const worker = wrap<Saving>(new Worker(new URL('./saving-worker.ts', import.meta.url), { type: 'module' }))

const time = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const pause = () => new Promise((settle) => setTimeout(settle, 20))

/** Milliseconds of each save and each put, in the order they were made. */
const measure = async (rounds: number): Promise<{ ours: number[]; plain: number[] }> => {
  const measured = { ours: [] as number[], plain: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    await pause()
    measured.ours.push(await time(() => worker.save()))
    await pause()
    measured.plain.push(await time(() => worker.put()))
  }
  return measured
}

Object.assign(globalThis, { measure })
