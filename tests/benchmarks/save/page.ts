// Saves turn about, one of each, so that whatever else the machine does falls on all alike; with a pause before each, as a
// person makes.
import { wrap } from 'comlink'
import type { SaverName } from '#tests/benchmarks/save/savers.ts'

type Saving = { fill: (name: SaverName, rows: number) => Promise<void>; save: (name: SaverName) => Promise<void> }

const own = wrap<Saving>(new Worker(new URL('./saving-worker.ts', import.meta.url), { type: 'module' }))
const startPouchdb = () =>
  wrap<Saving>(new Worker(new URL('../peers/pouchdb/saving-worker.ts', import.meta.url), { type: 'module' }))

const threads: Partial<Record<SaverName, typeof own>> = { susret: own, plain: own, dexie: own }

const fill = async (names: readonly SaverName[], rows: number): Promise<void> => {
  if (names.includes('pouchdb')) threads.pouchdb = startPouchdb()
  for (const name of names) await threads[name]?.fill(name, rows)
}

const pause = () => new Promise((settle) => setTimeout(settle, 20))

/** Milliseconds of each save, in the order they were made. */
const measure = async (names: readonly SaverName[], rounds: number): Promise<Record<SaverName, number[]>> => {
  const measured: Record<SaverName, number[]> = { susret: [], plain: [], dexie: [], pouchdb: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      await pause()
      const began = performance.now()
      await threads[name]?.save(name)
      measured[name].push(performance.now() - began)
    }
  }
  return measured
}

Object.assign(globalThis, { saving: { fill, measure } })
