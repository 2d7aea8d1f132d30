// Saves turn about, one of each, so that whatever else the machine does falls on all alike; with a pause before each, as a
// person makes.
import { wrap } from 'comlink'
import type { SaverName } from '#tests/benchmarks/save/savers.ts'

type Saving = { fill: (name: SaverName, rows: number) => Promise<void>; save: (name: SaverName) => Promise<void> }

const own = wrap<Saving>(new Worker(new URL('./saving-worker.ts', import.meta.url), { type: 'module' }))
const pouchdb = wrap<Saving>(
  new Worker(new URL('../peers/pouchdb/saving-worker.ts', import.meta.url), { type: 'module' })
)

const threads: Record<SaverName, typeof own> = { susret: own, plain: own, dexie: own, pouchdb }
const names = Object.keys(threads) as SaverName[]

const fill = async (rows: number): Promise<void> => {
  for (const name of names) await threads[name].fill(name, rows)
}

const pause = () => new Promise((settle) => setTimeout(settle, 20))

/** Milliseconds of each save, in the order they were made. */
const measure = async (rounds: number): Promise<Record<SaverName, number[]>> => {
  const measured: Record<SaverName, number[]> = { susret: [], plain: [], dexie: [], pouchdb: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      await pause()
      const began = performance.now()
      await threads[name].save(name)
      measured[name].push(performance.now() - began)
    }
  }
  return measured
}

Object.assign(globalThis, { saving: { fill, measure } })
