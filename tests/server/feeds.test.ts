// Another directory, read through the server: a second Susret whole and page by page, only where the operator has said so, and what
// comes of others that are silent, endless or no directory at all.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { planImport } from '#domain/hsds/import-plan.ts'
import { objectsIn } from '#domain/hsds/read-file.ts'
import { FeedList, FeedPage, FeedService } from '#protocol/feed.ts'
import { importVerifier } from '#protocol/keys.ts'
import { readStatement } from '#protocol/signed.ts'
import { readFeeds } from '#server/feeds/address.ts'
import { PAGE_BYTES } from '#server/feeds/read-feed.ts'
import { createHttpServer } from '#server/http/listener.ts'
import { createLog } from '#server/log.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('A lead reads another directory', () => {
  const databases: TestDatabase[] = []
  let other: TestServer
  let team: TestServer
  let [feed, odd] = ['', '']
  let lead: TestPhone
  let answer: RequestListener = () => undefined
  const asked: string[] = []
  const open: Server[] = []

  beforeAll(async () => {
    databases.push(await createTestDatabase('sqlite'), await createTestDatabase('sqlite'))
    const [one, two] = databases as [TestDatabase, TestDatabase]
    other = await createTestServer(one, { hsds: { organisation: ORGANISATION, publicUrl: 'https://other.example' } })
    await other.store.setDirectory(ORGANISATION, BELGRADE)
    const http = createHttpServer(other.app.fetch, createLog('silent'))
    feed = `${await listen(http)}/hsds`
    const strange = createServer((request, response) => {
      asked.push(request.url ?? '')
      answer(request, response)
    })
    odd = await listen(strange)
    open.push(http, strange)
    team = await createTestServer(two, { feeds: [feed, odd] })
    lead = await createTestPhone(team.app.request)
    await lead.join(await team.invite('lead'))
  })
  afterEach(() => void (asked.length = 0))
  afterAll(async () => {
    for (const server of open) server.closeAllConnections()
    await Promise.all(open.map((server) => new Promise((settle) => server.close(settle))))
    await Promise.all([other.close(), team.close()])
    for (const database of databases) await database.dispose()
  })

  const ask = (path: string) => team.app.request(path, { headers: { authorization: `Bearer ${lead.token}` } })
  const verifier = async () => importVerifier(team.keys.verifyingKey)
  const pageOf = async (address: string, page = 1): Promise<FeedPage | undefined> => {
    const query = new URLSearchParams({ feed: address, page: String(page) })
    return readStatement(await (await ask(`/v1/feeds/page?${query.toString()}`)).json(), FeedPage, await verifier())
  }

  it('is told which there are, and gets all of one, as it would change the directory', async () => {
    const list = await readStatement(await (await ask('/v1/feeds')).json(), FeedList, await verifier())
    expect(list?.feeds).toEqual([feed, odd])
    const services: unknown[] = []
    for (let page = 1; ; page += 1) {
      const said = await pageOf(feed, page)
      if (said?.is !== 'read') throw new Error(`Said: ${said?.is}`)
      services.push(...said.services)
      expect(said.count).toBe(BELGRADE.filter(({ kind }) => kind === 'service').length)
      if (said.isLast) break
    }
    const today = '2026-11-28'
    // With nothing known all is new; what the team has already changes nothing.
    const fresh = planImport(objectsIn(services), [], today)
    expect(fresh.rows.filter(({ outcome }) => outcome !== 'new')).toEqual([])
    expect(fresh.entries.filter(({ kind }) => kind === 'service')).toHaveLength(services.length)
    const again = planImport(objectsIn(services), BELGRADE, today)
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(again.rows.map(() => 'same'))
  })

  it('cannot lead the server anywhere else', async () => {
    for (const address of [
      `${feed}/`,
      `${feed}/../metrics`,
      feed.toUpperCase(),
      'http://127.0.0.1:22',
      'file:///etc/passwd'
    ]) {
      const query = new URLSearchParams({ feed: address, page: '1' })
      expect(await problemIn(await ask(`/v1/feeds/page?${query.toString()}`))).toMatchObject({ problem: 'not_found' })
    }
    expect(await problemIn(await ask(`/v1/feeds/page?feed=${encodeURIComponent(feed)}&page=0`))).toMatchObject({
      problem: 'bad_request'
    })
    const worker = await createTestPhone(team.app.request)
    await worker.join(await team.invite('worker'))
    const asWorker = await team.app.request('/v1/feeds', { headers: { authorization: `Bearer ${worker.token}` } })
    expect(await problemIn(asWorker)).toMatchObject({ problem: 'not_allowed' })
  })

  it('is told what came of it where no directory answers', async () => {
    const said = async () => {
      const page = await pageOf(odd)
      return page?.is === 'read' ? page : page?.is
    }
    answer = (_, response) => response.writeHead(302, { location: `${feed}/services` }).end()
    expect(await said()).toBe('no_answer')
    answer = (_, response) => response.writeHead(500).end('<h1>no</h1>')
    expect(await said()).toBe('no_answer')
    answer = (_, response) => response.end('<h1>Welcome</h1>')
    expect(await said()).toBe('no_hsds')
    answer = (_, response) => response.end('{"contents": {}}')
    expect(await said()).toBe('no_hsds')
    answer = (_, response) => response.end(Buffer.from([0x22, 0xff, 0xfe, 0x22]))
    expect(await said()).toBe('no_hsds')
    answer = (_, response) => response.destroy()
    expect(await said()).toBe('no_answer')
    answer = (_, response) => {
      const piece = Buffer.alloc(1_000_000, ' ')
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    expect(await said()).toBe('too_large')
    expect(asked.every((path) => path === '/services?page=1&per_page=100&full=true')).toBe(true)
  }, 60_000)

  it('gets one service by itself, of a feed that is named, by its id alone', async () => {
    const services = BELGRADE.filter(({ kind }) => kind === 'service')
    const one = async (address: string, id: string) => {
      const answered = await ask(`/v1/feeds/service?${new URLSearchParams({ feed: address, id }).toString()}`)
      return answered.status === 200
        ? readStatement(await answered.json(), FeedService, await verifier())
        : (await problemIn(answered)).problem
    }
    const [known] = services
    expect(await one(feed, known?.id ?? '')).toMatchObject({
      is: 'read',
      service: { id: known?.id, organization: { name: expect.any(String) as string } }
    })
    const nobody = '00000000-0000-4000-8000-0000000000ff'
    expect(await one(feed, nobody)).toMatchObject({ is: 'not_there', id: nobody })
    expect(await one('http://127.0.0.1:22', nobody)).toBe('not_found')
    expect(await one(feed, '../organizations')).toBe('bad_request')
    answer = (_, response) => response.end('[1]')
    expect(await one(odd, nobody)).toMatchObject({ is: 'no_hsds' })
    answer = (_, response) => response.writeHead(302, { location: `${feed}/services` }).end()
    expect(await one(odd, nobody)).toMatchObject({ is: 'no_answer' })
  })

  it('knows the last page of those who count pages, who say it, and who say neither', async () => {
    const service = { id: 'x' }
    const isLast = async (body: object) => {
      answer = (_, response) => response.end(JSON.stringify(body))
      const said = await pageOf(odd)
      return said?.is === 'read' && said.isLast
    }
    expect(await isLast({ contents: [service], page_number: 1, total_pages: 2 })).toBe(false)
    expect(await isLast({ contents: [service], page_number: 2, total_pages: 2 })).toBe(true)
    expect(await isLast({ contents: [service], last_page: true })).toBe(true)
    expect(await isLast({ contents: [service] })).toBe(false)
    expect(await isLast({ contents: [] })).toBe(true)
    expect(PAGE_BYTES).toBeGreaterThan(JSON.stringify(BELGRADE).length)
  })
})

describe('The addresses of an operator', () => {
  it('are https, or of this very machine, and hold nothing but where', () => {
    expect(readFeeds(' https://directory.example/hsds/  http://localhost:8080/hsds')).toEqual([
      'https://directory.example/hsds',
      'http://localhost:8080/hsds'
    ])
    for (const wrong of [
      'http://directory.example',
      'ftp://x',
      'directory',
      'https://a:b@x/',
      'https://x/?a=1',
      'https://x/#a'
    ]) {
      expect([wrong, readFeeds(wrong)]).toEqual([wrong, undefined])
    }
    expect(readFeeds('')).toEqual([])
  })
})
