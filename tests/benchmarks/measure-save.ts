// One record saved into a store of some thousand: ours durable and sealed twice, beside one plain strict IndexedDB put,
// Dexie and PouchDB.
import type { Browser } from '@playwright/test'
import { bundle } from '#tests/benchmarks/bundle.ts'
import { median } from '#tests/benchmarks/median.ts'
import { type SaverName, OWN_SAVERS, SAVERS } from '#tests/benchmarks/save/savers.ts'
import { serveFolder } from '#tests/benchmarks/serve-folder.ts'

const ROWS = 3_000
const WARM_UP = 20

type Saving = {
  saving: {
    fill: (names: readonly SaverName[], rows: number) => Promise<void>
    measure: (names: readonly SaverName[], rounds: number) => Promise<Partial<Record<SaverName, number[]>>>
  }
}

export type SaveFigures = { rounds: number; rowsBefore: number; ms: Partial<Record<SaverName, number>> }

export const measureSave = async (browser: Browser, rounds: number, hasPeers: boolean): Promise<SaveFigures> => {
  const server = await serveFolder(await bundle('save', hasPeers))
  const names = hasPeers ? SAVERS : OWN_SAVERS
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.url)
  const measure = (count: number) =>
    page.evaluate(([savers, many]) => (globalThis as unknown as Saving).saving.measure(savers, many), [
      names,
      count
    ] as const)
  await page.evaluate(([savers, rows]) => (globalThis as unknown as Saving).saving.fill(savers, rows), [
    names,
    ROWS
  ] as const)
  await measure(WARM_UP)
  const measured = await measure(rounds)
  await context.close()
  await server.dispose()
  const ms = Object.fromEntries(names.map((name) => [name, median(measured[name] ?? [])]))
  return { rounds, rowsBefore: ROWS, ms }
}
