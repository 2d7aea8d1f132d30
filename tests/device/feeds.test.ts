// A lead's phone reads another directory through the real server: page after page to the last, then one by one what a list names no
// organisation of; not more than anybody would look at, and not while nobody waits for it.
import 'fake-indexeddb/auto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFeeds } from '#device/library/feeds.ts'
import { MOST_ASKED_APART, planImport } from '#domain/hsds/import-plan.ts'
import type { Role } from '#protocol/ids.ts'
import { joined } from '#tests/device/person.ts'
import { createTeam, type Team } from '#tests/device/world.ts'

const PAGES = 3
const A_PAGE = 2
const NOBODY_MINDS = { most: 1_000, onPage: () => true }

let team: Team
let other: Server
let feed = ''
let asked: (number | string)[] = []
/** What the other side answers instead, by the way after `/services`. */
let instead: (way: string) => unknown = () => undefined

const organization = { id: 'their-organisation', name: 'Helpers of the river' }

beforeEach(async () => {
  asked = []
  instead = () => undefined
  other = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const [page, way] = [Number(searchParams.get('page')), pathname.replace('/services', '')]
    asked.push(way === '' ? page : way)
    const own = instead(way)
    if (own === 404) return void response.writeHead(404).end()
    if (own !== undefined) return void response.end(JSON.stringify(own))
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

describe('A list that names organisations by their id alone', () => {
  const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const theirs = { id: idOf(99), name: 'Helpers of the river', description: 'They help' }
  const service = (number: number, more: object) => ({
    id: idOf(number),
    name: `Soup ${number}`,
    status: 'active',
    ...more
  })
  const listOf = (...contents: object[]) => ({ contents, last_page: true, total_items: contents.length })

  it('is taken in whole: each such service is asked for by itself, and how far it is is said', async () => {
    const list = listOf(
      service(1, { organization_id: theirs.id }),
      service(2, { organization: { id: theirs.id } }),
      service(3, { organization: theirs })
    )
    instead = (way) => (way === '' ? list : service(Number(way.slice(-1)), { organization: theirs, alert: 'whole' }))
    const { feeds } = await feedsOf('lead')
    const seen: { rows: number; all: number }[] = []
    const read = await feeds.read(feed, { ...NOBODY_MINDS, onPage: (looked) => seen.push(looked) > 0 })
    if (read?.ok !== true) throw new Error('Not read')
    expect(asked).toEqual([1, `/${idOf(1)}`, `/${idOf(2)}`])
    expect(seen).toEqual([
      { rows: 3, all: 3 },
      { rows: 4, all: 5 },
      { rows: 5, all: 5 }
    ])
    expect(read.value.organizations).toEqual([theirs])
    const plan = planImport(read.value, [], '2018-07-03')
    expect(plan.rows.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'provider new',
      'service new',
      'service new',
      'service new'
    ])
  })

  it('says in its row what is no more, or whose it is that nobody says, and nothing is taken in', async () => {
    instead = (way) => {
      if (way === '') return listOf(service(1, {}), service(2, {}), service(3, { organization: theirs }))
      return way.endsWith('1') ? 404 : service(2, { organization_id: theirs.id })
    }
    const { feeds } = await feedsOf('lead')
    const read = await feeds.read(feed, NOBODY_MINDS)
    if (read?.ok !== true) throw new Error('Not read')
    const plan = planImport(read.value, [], '2018-07-03')
    expect(plan.rows.flatMap((row) => (row.outcome === 'refused' ? [[row.name, row.flaws]] : []))).toEqual([
      ['Soup 1', [{ field: 'provider', why: 'unknown' }]],
      ['Soup 2', [{ field: 'provider', why: 'unknown' }]]
    ])
    expect(plan.entries).toEqual([])
  })

  it('ends when nobody waits for it, when the other side falls silent, and when it would take all day', async () => {
    const { feeds } = await feedsOf('lead')
    const list = listOf(service(1, {}), service(2, {}))
    instead = (way) => (way === '' ? list : service(1, { organization: theirs }))
    expect(await feeds.read(feed, { ...NOBODY_MINDS, onPage: ({ all }) => all === 2 })).toBeUndefined()
    expect(asked).toEqual([1, `/${idOf(1)}`])
    instead = (way) => {
      if (way !== '') other.closeAllConnections()
      return list
    }
    expect(await feeds.read(feed, NOBODY_MINDS)).toMatchObject({ ok: false, refusal: 'silent' })
    const many = Array.from({ length: MOST_ASKED_APART + 1 }, (_, at) => service(at, {}))
    instead = () => listOf(...many)
    asked = []
    expect(await feeds.read(feed, { ...NOBODY_MINDS, most: 2_000 })).toMatchObject({ refusal: 'tooManyApart' })
    expect(asked).toEqual([1])
  })
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
