// One record saved into a store of some thousand: ours durable and sealed twice, beside one plain strict IndexedDB put,
// Dexie and PouchDB.
import type { Browser } from '@playwright/test'
import { bundle } from '#tests/benchmarks/bundle.ts'
import { median } from '#tests/benchmarks/median.ts'
import type { SaverName } from '#tests/benchmarks/save/savers.ts'
import { serveFolder } from '#tests/benchmarks/serve-folder.ts'

const ROWS = 3_000
const WARM_UP = 20

type Saving = {
  saving: {
    fill: (rows: number) => Promise<void>
    measure: (rounds: number) => Promise<Record<SaverName, number[]>>
  }
}

export type SaveFigures = { rounds: number; rowsBefore: number; ms: Record<SaverName, number> }

export const measureSave = async (browser: Browser, rounds: number): Promise<SaveFigures> => {
  const server = await serveFolder(await bundle('save'))
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.url)
  const measure = (count: number) =>
    page.evaluate((many) => (globalThis as unknown as Saving).saving.measure(many), count)
  await page.evaluate((rows) => (globalThis as unknown as Saving).saving.fill(rows), ROWS)
  await measure(WARM_UP)
  const measured = await measure(rounds)
  await context.close()
  await server.dispose()
  const of = (name: SaverName) => median(measured[name])
  return {
    rounds,
    rowsBefore: ROWS,
    ms: { susret: of('susret'), plain: of('plain'), dexie: of('dexie'), pouchdb: of('pouchdb') }
  }
}
