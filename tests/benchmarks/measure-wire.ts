// Records carried over a link by Susret, by the least that could do it, and by others: pushed from one phone, pulled by
// another, counted byte by byte, and looked at on arrival.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { bundle } from '#tests/benchmarks/bundle.ts'
import { median } from '#tests/benchmarks/median.ts'
import { contentOf, createDrafts } from '#tests/benchmarks/records.ts'
import type { Contestant, Timing } from '#tests/benchmarks/wire/contestant.ts'
import { startLimitServer } from '#tests/benchmarks/wire/limit-server.ts'
import { startOurServer } from '#tests/benchmarks/wire/our-server.ts'
import type { Exchange } from '#tests/network/exchange.ts'
import { CLEAR, type Profile } from '#tests/network/profile.ts'
import { createProxy, type Proxy } from '#tests/network/proxy.ts'
import { PROFILES } from '#tests/network/profiles.ts'

/** A server to race against: where it is, and how many records it holds. `settings` are what pages prepare with. */
export type RaceServer = {
  readonly url: string
  readonly count: () => Promise<number>
  readonly settings?: () => Promise<string>
  readonly dispose: () => Promise<void>
}

type Racer = {
  readonly page: string
  readonly start: (folder: string, publicUrl: string) => Promise<RaceServer>
  /** Others are slower by so much that fewer rounds tell as much. */
  readonly share: number
}

// The peers are loaded where they are raced, since they may not be installed.
const startRxServer: Racer['start'] = async (folder) =>
  (await import('#tests/benchmarks/peers/rxdb/server.ts')).startRxServer(folder)
const startPouchServer: Racer['start'] = async (folder) =>
  (await import('#tests/benchmarks/peers/pouchdb/server.ts')).startPouchServer(folder)

const RACERS = {
  limit: { page: 'wire/limit', start: startLimitServer, share: 1 },
  susret: { page: 'wire/ours', start: startOurServer, share: 1 },
  rxdb: { page: 'peers/rxdb', start: startRxServer, share: 0.4 },
  pouchdb: { page: 'peers/pouchdb', start: startPouchServer, share: 0.4 }
} as const satisfies Record<string, Racer>
export type RacerName = keyof typeof RACERS
export const OWN_RACERS: readonly RacerName[] = ['limit', 'susret']
export const RACER_NAMES = Object.keys(RACERS) as RacerName[]

export const LINKS = {
  unthrottled: { profile: CLEAR, slowdown: 1 },
  '400 kbit/s, 400 ms, CPU 4 ×': { profile: PROFILES['400 kbit/s and 400 ms round trip'], slowdown: 4 }
} as const satisfies Record<string, { profile: Profile; slowdown: number }>
export type LinkName = keyof typeof LINKS
export const LINK_NAMES = Object.keys(LINKS) as LinkName[]

/** Milliseconds and bytes until the work is done; `whole` with what the round does besides. Medians. */
export type Figures = {
  ms: number
  wholeMs: number
  /** Of the requests that carried the records, both ways, heads included. */
  up: number
  down: number
  requests: number
  /** Of everything asked meanwhile. */
  wholeBytes: number
}

export type WireResult = {
  link: LinkName
  records: number
  racer: RacerName
  rounds: number
  push: Figures
  pull: Figures
}

export type Race = { readonly browser: Browser; readonly rounds: number; readonly seed: number }

export const measureWire = async (
  { browser, rounds, seed }: Race,
  {
    counts,
    links = LINK_NAMES,
    racers = RACER_NAMES
  }: { counts: number[]; links?: LinkName[]; racers?: readonly RacerName[] }
): Promise<WireResult[]> => {
  const folders = new Map<RacerName, string>()
  for (const racer of racers) folders.set(racer, await bundle(RACERS[racer].page, true))
  const proxy = await createProxy(createSeededRandom(seed))
  const results: WireResult[] = []
  for (const link of links) {
    for (const records of counts) {
      const heats = new Map<RacerName, Heat[]>(racers.map((racer) => [racer, []]))
      // Turn about, so that whatever else the machine does falls on all alike.
      for (let round = 0; round < rounds; round += 1) {
        for (const racer of racers) {
          if (round >= Math.ceil(rounds * RACERS[racer].share)) continue
          const folder = folders.get(racer) ?? ''
          heats.get(racer)?.push(await runHeat({ browser, proxy, folder }, { racer, link, records, seed }))
        }
      }
      for (const racer of racers) {
        const all = heats.get(racer) ?? []
        const push = mediansOf(all.map((heat) => heat.push))
        const pull = mediansOf(all.map((heat) => heat.pull))
        results.push({ link, records, racer, rounds: all.length, push, pull })
      }
    }
  }
  await proxy.dispose()
  return results
}

type Heat = { push: Figures; pull: Figures }
type Course = { browser: Browser; proxy: Proxy; folder: string }
type Task = { racer: RacerName; link: LinkName; records: number; seed: number }

const runHeat = async ({ browser, proxy, folder }: Course, { racer, link, records, seed }: Task): Promise<Heat> => {
  const server: RaceServer = await RACERS[racer].start(folder, proxy.url)
  proxy.lead(server.url)
  const contexts: BrowserContext[] = []
  const openPhone = async (): Promise<Page> => {
    const context = await browser.newContext()
    contexts.push(context)
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(String(fault)))
    await page.goto(proxy.url, { waitUntil: 'load' })
    if (faults.length > 0) throw new Error(`${racer}: ${faults.join('; ')}`)
    await onPage(page, 'prepare', (await server.settings?.()) ?? '')
    return page
  }
  try {
    const [from, to] = [await openPhone(), await openPhone()]
    await onPage(from, 'keep', records, seed)
    const push = await slowly({ proxy, page: from, link }, () => onPage(from, 'push'))
    const arrived = await server.count()
    if (arrived !== records) throw new Error(`${racer}: ${arrived} of ${records} reached the server`)
    const pull = await slowly({ proxy, page: to, link }, () => onPage(to, 'pull', records))
    const expected = contentOf(createDrafts(records, seed))
    if (JSON.stringify(pull.value.content) !== JSON.stringify(expected)) {
      throw new Error(`${racer}: what arrived is not what was sent`)
    }
    return { push: toFigures(push, 'push'), pull: toFigures(pull, 'pull') }
  } finally {
    for (const context of contexts) await context.close()
    await server.dispose()
  }
}

/** Over the link, on a slowed page, from cold connections. */
const slowly = async <Value>(
  { proxy, page, link }: { proxy: Proxy; page: Page; link: LinkName },
  work: () => Promise<Value>
): Promise<{ value: Value; exchanges: readonly Exchange[] }> => {
  const { profile, slowdown } = LINKS[link]
  const session = await page.context().newCDPSession(page)
  proxy.cut()
  proxy.forget()
  proxy.use(profile)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const value = await work()
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  proxy.use(CLEAR)
  return { value, exchanges: proxy.exchanges() }
}

const onPage = <Act extends keyof Contestant>(
  page: Page,
  act: Act,
  ...given: Parameters<Contestant[Act]>
): ReturnType<Contestant[Act]> =>
  page.evaluate(
    ([name, args]) => {
      const { contestant } = globalThis as unknown as {
        contestant: Record<string, (...args: unknown[]) => Promise<unknown>>
      }
      return contestant[name]?.(...args)
    },
    [act, given] as [string, unknown[]]
  ) as ReturnType<Contestant[Act]>

/** Of ours only what carries records: the round does more, and that is told apart. */
const CARRIES: Record<'push' | 'pull', RegExp> = {
  push: /^(?!\/v1\/(deliveries|library))/,
  pull: /^(?!\/v1\/(parcels|library))/
}

const toFigures = (
  { value, exchanges }: { value: Timing; exchanges: readonly Exchange[] },
  way: 'push' | 'pull'
): Figures => {
  const carrying = exchanges.filter(({ path }) => CARRIES[way].test(path))
  const sum = (some: readonly Exchange[], of: (one: Exchange) => number) => some.reduce((all, one) => all + of(one), 0)
  return {
    ms: value.ms,
    wholeMs: value.whole,
    up: sum(carrying, ({ up }) => up),
    down: sum(carrying, ({ down }) => down),
    requests: carrying.length,
    wholeBytes: sum(exchanges, ({ up, down }) => up + down)
  }
}

const mediansOf = (all: readonly Figures[]): Figures => {
  const of = (name: keyof Figures) => median(all.map((one) => one[name]))
  return {
    ms: of('ms'),
    wholeMs: of('wholeMs'),
    up: of('up'),
    down: of('down'),
    requests: of('requests'),
    wholeBytes: of('wholeBytes')
  }
}
