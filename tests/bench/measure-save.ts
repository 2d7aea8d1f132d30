// One record saved, durable, sealed twice, beside one plain strict IndexedDB put.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AddressInfo } from 'node:net'
import { build } from 'vite'
import type { Browser } from '@playwright/test'
import { median } from '#tests/bench/median.ts'

const SOURCE = fileURLToPath(new URL('./save/', import.meta.url))
const BUILT = fileURLToPath(new URL('../../node_modules/.cache/bench/', import.meta.url))
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

export type SaveFigures = { rounds: number; oursMs: number; plainMs: number; ratio: number }

export const measureSave = async (browser: Browser, rounds: number): Promise<SaveFigures> => {
  await build({
    configFile: false,
    root: SOURCE,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: BUILT, emptyOutDir: true, target: 'es2022' }
  })
  const server = createServer((request, response) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    readFile(join(BUILT, path)).then(
      (content) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end()
    )
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const measure = (count: number) =>
    page.evaluate(
      (many) =>
        (
          globalThis as unknown as { measure: (rounds: number) => Promise<{ ours: number[]; plain: number[] }> }
        ).measure(many),
      count
    )
  await measure(20)
  const { ours, plain } = await measure(rounds)
  await page.close()
  server.close()
  const [oursMs, plainMs] = [median(ours), median(plain)]
  return { rounds, oursMs, plainMs, ratio: oursMs / plainMs }
}
