// The real app in Chromium through every bad network there is a name for, against a real server: saving never waits, and
// after the harm everything is with the team exactly once. `npm run proxy -- --minutes 30` goes round for longer.
import { gunzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { type Group, joinTeam } from '#tests/e2e/world/acts.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer, type TestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'
import { goThrough } from '#tests/network/journey.ts'
import { PROFILE_NAMES, PROFILES } from '#tests/network/profiles.ts'
import { createProxy } from '#tests/network/proxy.ts'

const t = wordsOf('en')
const SEED = Number(process.env['SEED'] ?? 2018)
const MINUTES = Number(process.env['NETWORK_MINUTES'] ?? 0)
const PHONES = 2

/** Unlike its neighbours, so that a lost or doubled one shows. */
const GROUPS: readonly Group[] = [{ men: 1 }, { women: 2 }, { boys: 1, alone: 'yes' }, { men: 1, girls: 1 }]

const KINDS = ['men', 'women', 'boys', 'girls', 'alone'] as const

for (let phone = 0; phone < PHONES; phone += 1) {
  const names = PROFILE_NAMES.filter((_, at) => at % PHONES === phone)

  test(`phone ${phone + 1} loses nothing and doubles nothing through ${names.length} bad networks @letterbox`, async ({
    complaints
  }) => {
    test.setTimeout(600_000 + MINUTES * 60_000)
    console.log(`phone ${phone + 1}: SEED=${SEED}`)
    // What a browser prints of a request that went wrong.
    complaints.expect(/^Failed to load resource/)
    const proxy = await createProxy(createSeededRandom(SEED + phone))
    const server = await createTestServer({ SUSRET_PUBLIC_URL: proxy.url })
    await server.start()
    proxy.lead(server.url)
    const worker = await createTestPhone(proxy.url, complaints)
    const saved: Group[] = []
    const end = performance.now() + MINUTES * 60_000

    try {
      await worker.open()
      await joinTeam(worker.page(), await server.invite('worker'))
      do {
        for (const name of names) {
          await test.step(name, async () => {
            const groups = [0, 1, 2].map((at) => GROUPS[(saved.length + at) % GROUPS.length] as Group)
            await goThrough({ page: worker.page(), t }, { proxy, profile: PROFILES[name], groups })
            saved.push(...groups)
            expect(await server.command('devices')).toMatch(new RegExp(`worker.*\\b${saved.length}\\b.*nothing`))
          })
        }
      } while (performance.now() < end)
      expect(inOneOrder(await arrivalsIn(server))).toEqual(inOneOrder(saved))
    } finally {
      await worker.dispose()
      await proxy.dispose()
      await server.dispose()
    }
  })
}

/** A record whose first journey was harmed comes after the next: each carries its own time. */
const inOneOrder = (groups: readonly Group[]): string[] =>
  groups.map((group) => KINDS.map((kind) => `${kind} ${group[kind] ?? ''}`).join()).toSorted()

/** Every change a backup holds. */
const arrivalsIn = async (server: TestServer): Promise<Group[]> => {
  const file = join(server.folder, 'all.backup')
  await server.command('backup', file)
  return gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .filter((line) => line.includes('"table":"change"'))
    .map((line) => {
      const { row } = JSON.parse(line) as { row: { content: string } }
      return groupOf(row.content)
    })
}

const groupOf = (content: string): Group => {
  const found = JSON.parse(content) as { fields: Record<string, unknown> }
  return Object.fromEntries(
    Object.entries(found.fields).filter(([name]) => (KINDS as readonly string[]).includes(name))
  )
}
