// A lead's phone reads another directory through the real server: page after page to the last, not more than anybody would look at,
// and not while nobody waits for it.
import 'fake-indexeddb/auto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFeeds } from '#device/library/feeds.ts'
import type { Role } from '#protocol/ids.ts'
import { joined } from '#tests/device/person.ts'
import { createTeam, type Team } from '#tests/device/world.ts'

const PAGES = 3
const A_PAGE = 2
const NOBODY_MINDS = { most: 1_000, onPage: () => true }

let team: Team
let other: Server
let feed = ''
let asked: number[] = []

const organization = { id: 'their-organisation', name: 'Helpers of the river' }

beforeEach(async () => {
  asked = []
  other = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'))
    asked.push(page)
    const contents = Array.from({ length: A_PAGE }, (_, at) => ({ id: `service ${page} ${at}`, organization }))
    response.end(JSON.stringify({ contents, page_number: page, total_pages: PAGES, total_items: PAGES * A_PAGE }))
  })
  await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle))
  feed = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  team = await createTeam({ feeds: [feed] })
})
afterEach(async () => {
  await team.dispose()
  other.closeAllConnections()
  await new Promise((settle) => other.close(settle))
})

const feedsOf = async (role: Role) => {
  const { phone } = await joined(team, role)
  return { phone, feeds: createFeeds(phone) }
}

it('reads every page once, says how far it is, and has each organisation once', async () => {
  const { feeds } = await feedsOf('lead')
  expect(await feeds.list()).toEqual([feed])
  const seen: { rows: number; all: number }[] = []
  const read = await feeds.read(feed, { most: 6, onPage: (looked) => seen.push(looked) > 0 })
  expect(read).toMatchObject({ ok: true, value: { organizations: [organization] } })
  expect(read?.ok === true && read.value.services).toHaveLength(PAGES * A_PAGE)
  expect(asked).toEqual([1, 2, 3])
  expect(seen).toEqual([2, 4, 6].map((rows) => ({ rows, all: 6 })))
})

it('ends when nobody waits for it, and when there are more than anybody would look at', async () => {
  const { feeds } = await feedsOf('lead')
  expect(await feeds.read(feed, { ...NOBODY_MINDS, onPage: () => false })).toBeUndefined()
  expect(asked).toEqual([1])
  expect(await feeds.read(feed, { ...NOBODY_MINDS, most: 3 })).toMatchObject({ ok: false, refusal: 'tooMany' })
  expect(asked).toEqual([1, 1, 2])
})

it('is silent where our server or theirs does not answer, and for whoever does not write the directory', async () => {
  const { feeds } = await feedsOf('lead')
  expect(await feeds.read('https://elsewhere.example', NOBODY_MINDS)).toMatchObject({ ok: false, refusal: 'silent' })
  const worker = await feedsOf('worker')
  expect(await worker.feeds.list()).toEqual([])
  expect(await worker.feeds.read(feed, NOBODY_MINDS)).toMatchObject({ ok: false, refusal: 'silent' })
  expect(asked).toEqual([])
  other.closeAllConnections()
  await new Promise((settle) => other.close(settle))
  expect(await feeds.read(feed, NOBODY_MINDS)).toMatchObject({ ok: false, refusal: 'silent' })
})
