// What is attacked: a real server process, phones of every role that have joined it, and parcels recorded from them.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { createSeededRandom } from '#domain/seeded-random.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { Change } from '#protocol/change.ts'
import { ROLES } from '#protocol/ids.ts'
import type { Held } from '#tests/fuzz/memory-probe.ts'
import { createServerProcess, inviteIn } from '#tests/server/server-process.ts'
import { createTestPhone, type TestPhone } from '#tests/server/test-phone.ts'

export type Recorded = { readonly phone: TestPhone; readonly bytes: Bytes; readonly changes: readonly Change[] }
export type World = Awaited<ReturnType<typeof createWorld>>

const PARCELS_EACH = 12
const MIB = 1_048_576
/** A minute of them. */
const LOOKS = 1_200

export const createWorld = async (seed: number, databaseUrl = '') => {
  const random = createSeededRandom(seed)
  const folder = await mkdtemp(joinPath(tmpdir(), 'susret-fuzz-'))
  const held = joinPath(folder, 'held.json')
  const server = await createServerProcess({
    DATABASE_URL: databaseUrl,
    SUSRET_LOG_LEVEL: 'silent',
    SUSRET_TEST_MEMORY: held,
    NODE_OPTIONS: `--import ${new URL('memory-probe.ts', import.meta.url).href}`
  })
  const invite = async (role: string) => {
    const theirs = role === 'partner' ? ['--organisation', 'partner', '--provider', 'BCHR'] : []
    const { out } = await server.command('invite', '--role', role, '--minutes', '600', ...theirs)
    return inviteIn(out, role)
  }
  const join = async (code: string) => {
    const phone = await createTestPhone(server.ask)
    await phone.join(code)
    return phone
  }

  await server.start()
  // Each command is a process of its own: all at once, in half the time.
  const invites = await Promise.all(['worker', 'lead', 'worker', 'worker', ...ROLES.slice(2)].map(invite))
  const phones: TestPhone[] = []
  for (const code of invites) phones.push(await join(code))
  /** `hostile` has joined, and means harm. */
  const [worker, lead, hostile, revoked] = phones as [TestPhone, TestPhone, TestPhone, TestPhone]
  await server.command('revoke', String(revoked.membership().number))

  const recorded: Recorded[] = []
  for (const phone of [worker, lead]) {
    for (let parcel = 0; parcel < PARCELS_EACH; parcel += 1) {
      const answers = { men: 1 + Math.floor(random() * 5), language: 'ps', urgent: ['sick_or_hurt'] }
      const changes = phone.noteArrivals(1 + Math.floor(random() * 20), { answers })
      const bytes = await phone.pack(changes)
      await phone.send(bytes)
      recorded.push({ phone, bytes, changes })
    }
  }

  return {
    port: Number(new URL(server.url()).port),
    phones,
    lead,
    hostile,
    recorded,
    isRunning: () => server.pid() !== undefined,
    ask: server.ask,
    /** What the server still holds after all garbage is collected, in MiB. */
    memory: async () => {
      await rm(held, { force: true })
      server.signal('SIGUSR2')
      const { heap, buffers, resident } = JSON.parse(await readWhenThere(held)) as Held
      return { heap: heap / MIB, buffers: buffers / MIB, resident: resident / MIB }
    },
    dispose: async () => {
      await server.dispose()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const readWhenThere = async (file: string): Promise<string> => {
  for (let look = 0; look < LOOKS; look += 1) {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (text !== undefined) return text
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The server does not say what it holds')
}
