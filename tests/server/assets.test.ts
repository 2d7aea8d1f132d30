import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { problemIn } from './test-phone.ts'
import { createTestServer, type TestServer } from './test-server.ts'

const PAGE = '<!doctype html><title>Susret</title>'

describe('The app as files', () => {
  let folder: string
  let from: TestDatabase
  let server: TestServer
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'susret-app-'))
    const app = join(folder, 'dist')
    await mkdir(join(app, 'assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(app, 'index.html'), PAGE)
    await writeFile(join(app, 'service-worker.js'), '1;'.repeat(900))
    await writeFile(join(app, 'manifest.webmanifest'), '{}')
    await writeFile(join(app, 'assets', 'main-B4dF00d1.js'), '2;'.repeat(900))
    await writeFile(join(app, 'assets', 'noto-1a2b3c4d.woff2'), 'font')
    from = await createTestDatabase('sqlite')
    server = await createTestServer(from, { assets: app })
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
    await rm(folder, { recursive: true, force: true })
  })
  const get = async (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers })

  it('may be kept for ever when the name has the hash of its content, and is asked for again otherwise', async () => {
    for (const path of ['/assets/main-B4dF00d1.js', '/assets/noto-1a2b3c4d.woff2']) {
      expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    for (const path of ['/', '/index.html', '/service-worker.js', '/manifest.webmanifest']) {
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
    }
    expect((await get('/manifest.webmanifest')).headers.get('content-type')).toBe('application/manifest+json')
  })

  it('comes packed to a browser that can unpack it, and plain to one that cannot', async () => {
    const fetched = async (accepted: string) => {
      const answer = await get('/service-worker.js', { 'accept-encoding': accepted })
      return { as: answer.headers.get('content-encoding'), bytes: Buffer.from(await answer.arrayBuffer()) }
    }
    const [br, gzip, plain] = [await fetched('gzip, deflate, br'), await fetched('gzip'), await fetched('')]
    expect([br.as, gzip.as, plain.as]).toEqual(['br', 'gzip', null])
    expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes)
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes)
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 4)
  })

  it('opens for any address a person goes to, and for nothing a script asks for in vain', async () => {
    const navigation = { 'sec-fetch-mode': 'navigate', accept: 'text/html' }
    expect(await (await get('/people/3', navigation)).text()).toBe(PAGE)
    const script = { 'sec-fetch-mode': 'no-cors', accept: '*/*' }
    expect(await problemIn(await get('/assets/old-00000000.js', script))).toMatchObject({ status: 404 })
    expect(await problemIn(await get('/v1/nothing', navigation))).toMatchObject({ status: 404 })
  })

  it('never leads out of its folder', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '//secret.txt']) {
      expect(await (await get(path)).text()).not.toContain('secret')
    }
  })

  it('comes with a policy that lets nothing in from elsewhere, like every other answer', async () => {
    for (const path of ['/', '/health', '/v1/nothing', '/assets/main-B4dF00d1.js']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      if (path === '/' || path.startsWith('/assets/')) {
        expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
        expect(headers.get('permissions-policy')).toContain('geolocation=()')
        expect(headers.get('x-frame-options')).toBe('DENY')
      } else {
        expect(policy).not.toContain('script-src')
      }
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})
