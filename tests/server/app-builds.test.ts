import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepBuild } from '#server/app-builds.ts'
import { createTestDatabase } from './test-database.ts'
import { createTestServer, EVENING } from './test-server.ts'

const DAY_MS = 24 * 60 * 60_000

describe('The files of earlier builds', () => {
  let root: string
  let day: number
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'susret-builds-'))
    day = 0
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  const [app, kept] = [() => join(root, 'app'), () => join(root, 'builds')]
  /** A start of the server on this day, with a build of these files. */
  const startWith = async (files: Record<string, string>) => {
    await rm(app(), { recursive: true, force: true })
    await mkdir(join(app(), 'assets'), { recursive: true })
    await writeFile(join(app(), 'index.html'), '<!doctype html>')
    for (const [name, text] of Object.entries(files)) await writeFile(join(app(), 'assets', name), text)
    await keepBuild({ app: app(), kept: kept(), now: EVENING + day * DAY_MS })
  }
  const keptFiles = () => readdir(join(kept(), 'assets'))

  it('are there for a phone that comes back after a month, however many builds came since', async () => {
    for (let build = 1; build <= 10; build += 1) {
      await startWith({ [`screen-${build}.js`]: `${build}`, 'font-1.woff2': 'font' })
      day += 3
    }
    expect(await keptFiles()).toHaveLength(11)
    const from = await createTestDatabase('sqlite')
    const server = await createTestServer(from, { assets: app(), earlierAssets: kept() })
    const script = await server.app.request('/assets/screen-1.js')
    expect([script.status, await script.text()]).toEqual([200, '1'])
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await server.app.request('/builds.json')).status).toBe(404)
    await server.close()
    await from.dispose()
  })

  it('go after 90 days out of use, but never those of the two builds before', async () => {
    await startWith({ 'screen-1.js': '1' })
    day = 300
    await startWith({ 'screen-2.js': '2' })
    day = 380
    await startWith({ 'screen-3.js': '3' })
    day = 381
    await startWith({ 'screen-4.js': '4' })
    expect(await keptFiles()).toEqual(['screen-1.js', 'screen-2.js', 'screen-3.js', 'screen-4.js'])
    day = 391
    await startWith({ 'screen-4.js': '4' })
    expect(await keptFiles()).toEqual(['screen-2.js', 'screen-3.js', 'screen-4.js'])
    day = 900
    await startWith({ 'screen-4.js': '4' })
    expect(await keptFiles()).toEqual(['screen-2.js', 'screen-3.js', 'screen-4.js'])
  })

  it('are mended by the next start when they or their list are damaged', async () => {
    await startWith({ 'screen-1.js': '1' })
    await writeFile(join(kept(), 'assets', 'screen-1.js'), 'half')
    await writeFile(join(kept(), 'builds.json'), '[{"files"')
    await startWith({ 'screen-1.js': '1' })
    const from = await createTestDatabase('sqlite')
    const server = await createTestServer(from, { assets: app(), earlierAssets: kept() })
    expect(await (await server.app.request('/assets/screen-1.js')).text()).toBe('1')
    await server.close()
    await from.dispose()
  })
})
