// One run: so many attacks from one seed, a well person asking all the while, and what the server holds at the end.
import { createSeededRandom } from '#domain/seeded-random.ts'
import { changeToContent } from '#server/parcels/judgement.ts'
import { findWrong } from '#tests/fuzz/answers.ts'
import { HTTP_ATTACKS } from '#tests/fuzz/attacks-on-http.ts'
import { PARCEL_ATTACKS } from '#tests/fuzz/attacks-with-parcels.ts'
import { type Chance, createChance } from '#tests/fuzz/chance.ts'
import type { Held } from '#tests/fuzz/memory-probe.ts'
import { holdOpen } from '#tests/fuzz/slow-senders.ts'
import { exchange, get } from '#tests/fuzz/wire.ts'
import { createWorld, type World } from '#tests/fuzz/world.ts'

const ATTACKS = { ...HTTP_ATTACKS, ...PARCEL_ATTACKS }
/** How often each comes. What grows is dear for both sides. */
const SHARES: Record<keyof typeof ATTACKS, number> = {
  line: 15,
  headers: 12,
  framing: 12,
  asking: 10,
  joining: 12,
  writing: 12,
  replayed: 8,
  altered: 14,
  stolen: 3,
  headed: 6,
  filled: 8,
  growing: 0.4
}
const AT_ONCE = 24
const SLOW_SENDERS = 200
/** Until the heap has its size: what a server holds that only works. */
const WARM_UP = 2_000

export type Report = {
  readonly requests: number
  readonly wrong: readonly string[]
  readonly byStatus: Readonly<Record<string, number>>
  /** Changes of honest phones that are missing, altered or there more than once. */
  readonly spoiled: readonly string[]
  readonly health: { readonly asked: number; readonly unanswered: number; readonly slowestMs: number }
  /** MiB, all garbage collected: after the warm-up, after half of the rest, and at the end. */
  readonly memory: Readonly<Record<'before' | 'halfway' | 'after', Held>>
}

/** `databaseUrl`: of an empty PostgreSQL; left out, the server keeps its data in SQLite. */
export type Fuzz = { readonly requests: number; readonly seed: number; readonly databaseUrl?: string }

export const runFuzz = async ({ requests, seed, databaseUrl }: Fuzz): Promise<Report> => {
  const world = await createWorld(seed, databaseUrl)
  const wrong: string[] = []
  const byStatus: Record<string, number> = {}
  const attackFrom = async (first: number, count: number) => {
    let next = first
    const attacker = async () => {
      while (next < first + count) {
        const at = next
        next += 1
        const { name, status, fault } = await attack(world, seed, at)
        byStatus[status] = (byStatus[status] ?? 0) + 1
        if (fault !== undefined) wrong.push(`request ${at} (${name}): ${fault}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, attacker))
  }
  const attackAmongSlow = async (first: number, count: number) => {
    const slow = holdOpen(world.port, SLOW_SENDERS)
    await attackFrom(first, count)
    slow.letGo()
  }
  const warmUp = Math.min(WARM_UP, requests)
  const health = watchHealth(world)
  try {
    await attackFrom(0, warmUp)
    const before = await world.memory()
    const half = Math.ceil((requests - warmUp) / 2)
    await attackAmongSlow(warmUp, half)
    const halfway = await settledMemory(world)
    await attackAmongSlow(warmUp + half, requests - warmUp - half)
    const after = await settledMemory(world)
    return {
      requests,
      wrong,
      byStatus,
      spoiled: await findSpoiled(world),
      health: await health.stop(),
      memory: { before, halfway, after }
    }
  } finally {
    await health.stop()
    await world.dispose()
  }
}

/** Each request has a seed of its own, so that one can be had again alone. */
const attack = async (world: World, seed: number, at: number) => {
  const chance = createChance(createSeededRandom(Math.imul(seed, 0x9e3779b1) + at))
  const name = chooseAttack(chance)
  const sent = await ATTACKS[name](chance, world)
  const outcome = await exchange(world.port, sent)
  const fault = findWrong(outcome, sent.bytes.subarray(0, 4).toString() === 'HEAD')
  return { name, status: outcome === 'silence' ? outcome : String(outcome.status), fault }
}

const chooseAttack = (chance: Chance): keyof typeof ATTACKS => {
  const entries = Object.entries(SHARES) as [keyof typeof ATTACKS, number][]
  let left = (chance.below(1_000_000) / 1_000_000) * entries.reduce((sum, [, share]) => sum + share, 0)
  return entries.find(([, share]) => (left -= share) < 0)?.[0] ?? 'line'
}

const watchHealth = (world: World) => {
  const seen = { asked: 0, unanswered: 0, slowestMs: 0 }
  const watch = { isOver: false }
  const watching = (async () => {
    while (!watch.isOver) {
      const began = performance.now()
      const outcome = await exchange(world.port, { bytes: get('/health') }).catch(() => 'silence' as const)
      seen.asked += 1
      if (outcome === 'silence' || outcome.status !== 200) seen.unanswered += 1
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return seen
  })()
  return {
    stop: () => {
      watch.isOver = true
      return watching
    }
  }
}

/** A moment later, when the sockets that were let go are closed. */
const settledMemory = async (world: World): Promise<Held> => {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return world.memory()
}

/** What honest phones sent is there once, as they sent it, and nobody has written in their name. */
const findSpoiled = async ({ lead, recorded, hostile }: World): Promise<string[]> => {
  const { changes } = await lead.fetchAll()
  const sent = new Map(
    recorded.flatMap((one) => one.changes).map((change) => [nameOf(change), changeToContent(change)])
  )
  const found = changes.filter(({ author }) => author !== hostile.device)
  const names = changes.map(nameOf)
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} twice`),
    ...found
      .filter((change) => sent.get(nameOf(change)) !== changeToContent(change))
      .map((change) => `${nameOf(change)} altered`),
    ...[...sent.keys()].filter((name) => !names.includes(name)).map((name) => `${name} missing`)
  ]
}

const nameOf = ({ author, counter }: { author: string; counter: number }) => `${author}-${counter}`
