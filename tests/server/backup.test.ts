// A drill: back up while phones hand over, lose the server, restore elsewhere, and have everything back in the end.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { tokenToHash } from '#server/http/access.ts'
import { applyRevocations, noteRevocation } from '#server/revocations.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes } from './test-server.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Revoked } from '#server/store/devices.ts'

const databases: TestDatabase[] = []
afterAll(() => Promise.all(databases.map((database) => database.dispose())))

const fresh = async (kind: (typeof KINDS)[number]): Promise<TestDatabase> => {
  const database = await createTestDatabase(kind)
  databases.push(database)
  return database
}

const emptyStore = async (kind: (typeof KINDS)[number]) => {
  const from = await fresh(kind)
  const database = await from.open()
  return { from, store: await createStore({ database, now: () => EVENING, random: randomBytes, waitingLimit: 9 }) }
}

async function* each(lines: readonly string[]) {
  yield* lines
}

describe.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite']
] as const)('A backup from %s, restored into %s', (one, other) => {
  it('brings back what it held, and a new epoch that makes phones offer the rest again', async () => {
    const server = await createTestServer(await fresh(one))
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite('lead'))
    const [first, second] = [await phone.pack(phone.noteArrivals(300)), await phone.pack(phone.noteArrivals(40))]
    const [odd] = phone.noteArrivals(1)
    const strange = await phone.pack([{ ...odd, type: 'dance' }])
    await phone.send(first)
    const before = await phone.send(strange)

    const lines: string[] = []
    const meanwhile: Promise<unknown>[] = []
    await server.store.backup(async (line) => {
      // Somebody hands over while the backup is being made: it is not part of it, and not lost either.
      if (lines.push(line) === 3) meanwhile.push(phone.send(second))
    })
    await Promise.all(meanwhile)
    const { cursor } = await phone.fetchAll()
    await server.close()

    const { from, store } = await emptyStore(other)
    expect((await store.restore(each(lines))).ok).toBe(true)
    await store.close()
    const restored = await createTestServer(from, { keys: server.keys })
    const there = await restored.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 1_000 }))
    expect(there?.changes).toHaveLength(300)
    expect(await restored.store.listAside(ORGANISATION)).toHaveLength(1)

    const ask = (bytes: Uint8Array<ArrayBuffer>) => restored.app.request('/v1/parcels', { method: 'POST', body: bytes })
    for (const bytes of [first, second, strange]) expect((await ask(bytes)).status).toBe(200)
    const again = await restored.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 1_000 }))
    expect(again?.changes).toHaveLength(340)
    expect(again?.epoch).not.toBe(before.epoch)

    const delivery = await restored.app.request(`/v1/deliveries?after=${cursor}`, {
      headers: { authorization: `Bearer ${phone.token}` }
    })
    expect(delivery.status).toBe(200)
    await restored.close()
  })

  it('tells a phone to forget that joined after it and was revoked, and does not let it back in', async () => {
    const server = await createTestServer(await fresh(one))
    const invite = await server.invite()
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    let running = server
    const stolen = await createTestPhone((path, init) => running.app.request(path, init))
    await stolen.join(invite)
    const parcel = await stolen.pack(stolen.noteArrivals(2))
    const revocations = join(await mkdtemp(join(tmpdir(), 'susret-revoked-')), 'revoked.txt')
    await noteRevocation(revocations, { id: stolen.device, tokenHash: await tokenToHash(stolen.token) })
    await server.store.revoke({ id: stolen.device })
    await server.close()

    const { from, store } = await emptyStore(other)
    expect((await store.restore(each(lines))).ok).toBe(true)
    expect(await applyRevocations(revocations, store)).toBe(0)
    await store.close()
    running = await createTestServer(from, { keys: server.keys })
    const isToForget = async () => {
      const refused: unknown = await (await stolen.get('/v1/deliveries?after=')).json()
      expect(refused).toMatchObject({ problem: 'revoked', order: expect.anything() })
    }
    await isToForget()
    const again = stolen.joinRequest(invite)
    for (const _ of [1, 2]) expect((await problemIn(await stolen.postJoin(again))).status).toBeGreaterThanOrEqual(400)
    expect((await problemIn(await stolen.post(parcel))).problem).toBe('revoked')
    await isToForget()
    expect(await running.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 9 }))).toMatchObject({
      changes: []
    })
    await running.close()
    await rm(dirname(revocations), { recursive: true })
  })

  it('writes no revocation twice of a phone that the backup does not know, however often it is looked', async () => {
    const { store } = await emptyStore(other)
    const folder = await mkdtemp(join(tmpdir(), 'susret-revoked-'))
    const revocations = join(folder, 'revoked.txt')
    const id = 'aaaaaaaaaaaa'
    let written = 0
    const counted = { ...store, revoke: (phone: Revoked) => store.revoke(phone).then(() => void (written += 1)) }
    const look = async () => {
      for (const _ of [1, 2, 3]) expect(await applyRevocations(revocations, counted)).toBe(0)
      return written
    }
    await writeFile(revocations, `${id}\n`)
    expect(await look()).toBe(1)
    // What its token is known by comes later: by it the phone is told to forget.
    const tokenHash = await tokenToHash('token')
    await noteRevocation(revocations, { id, tokenHash })
    expect(await look()).toBe(2)
    expect(await store.findRevokedByToken(tokenHash)).toBe(id)
    await store.close()
    await rm(folder, { recursive: true })
  })

  it('changes nothing when the file is cut short, when lines are missing, or when the store is not empty', async () => {
    const server = await createTestServer(await fresh(one))
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    await phone.send(await phone.pack(phone.noteArrivals(5)))
    const lines: string[] = []
    await server.store.backup(async (line) => {
      lines.push(line)
    })
    await server.close()

    const { store } = await emptyStore(other)
    const epoch = await store.epoch()
    const broken = [[], lines.slice(0, -1), lines.slice(1), lines.toSpliced(6, 1), ['{"half'], [...lines, ...lines]]
    for (const file of broken) expect(await store.restore(each(file))).toEqual({ ok: false, refusal: 'broken' })
    const newer = [JSON.stringify({ susret: 'backup', schema: 999, at: 0 }), ...lines.slice(1)]
    expect(await store.restore(each(newer))).toEqual({ ok: false, refusal: 'newer' })
    expect(await store.listOrganisations()).toEqual([])
    expect(await store.epoch()).toBe(epoch)

    expect((await store.restore(each(lines))).ok).toBe(true)
    expect(await store.restore(each(lines))).toEqual({ ok: false, refusal: 'not_empty' })
    await store.close()
  })
})
