// What is attacked: a real server process, phones of every role that have joined it, and parcels recorded from them.
import { readFile } from 'node:fs/promises'
import { createSeededRandom } from '#domain/seeded-random.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { Change } from '#protocol/change.ts'
import { ROLES } from '#protocol/ids.ts'
import { createServerProcess } from '#tests/server/server-process.ts'
import { createTestPhone, type TestPhone } from '#tests/server/test-phone.ts'

export type Recorded = { readonly phone: TestPhone; readonly bytes: Bytes; readonly changes: readonly Change[] }
export type World = Awaited<ReturnType<typeof createWorld>>

const PARCELS_EACH = 12

export const createWorld = async (seed: number) => {
  const random = createSeededRandom(seed)
  const server = await createServerProcess({ SUSRET_LOG_LEVEL: 'silent' })
  const join = async (role: string) => {
    const { out } = await server.command('invite', '--role', role, '--minutes', '600')
    const code = /#\/join\/([^.\s]+)/.exec(out)?.[1]
    if (code === undefined) throw new Error(`No invite in:\n${out}`)
    const phone = await createTestPhone(server.ask)
    await phone.join(code)
    return phone
  }

  await server.start()
  const worker = await join('worker')
  const lead = await join('lead')
  /** It has joined, and means harm. */
  const hostile = await join('worker')
  const revoked = await join('worker')
  await server.command('revoke', String(revoked.membership().number))
  const others: TestPhone[] = []
  for (const role of ROLES.slice(2)) others.push(await join(role))

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
    phones: [worker, lead, hostile, revoked, ...others],
    lead,
    hostile,
    recorded,
    isRunning: () => server.pid() !== undefined,
    ask: server.ask,
    /** Resident now, and at its highest since `forgetPeak`, in MiB. */
    memory: async () => {
      const status = await readFile(`/proc/${server.pid()}/status`, 'utf8')
      const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024
      return { now: of('VmRSS'), peak: of('VmHWM') }
    },
    dispose: server.dispose
  }
}
