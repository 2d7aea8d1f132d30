// A team whose first phone joined before: played once by each process of the tests, for each role, and laid out again from
// copies for every test that begins with such a phone. Joining fetches the whole app, which is most of a short test.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { joinTeam } from '#tests/e2e/world/acts.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer, freePort } from '#tests/e2e/world/server.ts'

export type Role = 'worker' | 'lead' | 'translator'

/** Folders: what the server holds, and the profile of the phone. */
export type Joined = { readonly data: string; readonly profile: string }

export type JoinedBefore = {
  /** Where every server of these tests is: a phone knows its own by the address. */
  readonly port: number
  /** No server of a test may run meanwhile: it is at the same address. */
  readonly as: (role: Role) => Promise<Joined>
  readonly dispose: () => Promise<void>
}

export const createJoinedBefore = async (): Promise<JoinedBefore> => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-joined-'))
  const port = await freePort()
  const played = new Map<Role, Promise<Joined>>()
  return {
    port,
    as: (role) => {
      const joined = played.get(role) ?? play(role, join(folder, role), port)
      played.set(role, joined)
      return joined
    },
    dispose: () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const play = async (role: Role, folder: string, port: number): Promise<Joined> => {
  const [data, profile] = [join(folder, 'data'), join(folder, 'profile')]
  const server = await createTestServer({}, port)
  await server.start()
  const phone = await createTestPhone(server.url, createComplaints())
  await phone.open()
  await joinTeam(phone.page(), await server.invite(role))
  await phone.close()
  await server.stop()
  await cp(server.folder, data, { recursive: true })
  await cp(phone.profile, profile, { recursive: true })
  await phone.dispose()
  await server.dispose()
  return { data, profile }
}
