import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn } from './test-phone.ts'
import { createTestServer, type TestServer } from './test-server.ts'

describe('Joining', () => {
  let from: TestDatabase
  let server: TestServer
  beforeAll(async () => {
    from = await createTestDatabase('sqlite')
    server = await createTestServer(from)
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })
  const aPhone = () => createTestPhone(server.app.request)

  it('gives each phone the next number and all it needs', async () => {
    const [first, second] = [await aPhone(), await aPhone()]
    const one = await first.join(await server.invite('lead'))
    const two = await second.join(await server.invite('worker'))
    expect(two.number).toBe(one.number + 1)
    expect([one.role, two.role]).toEqual(['lead', 'worker'])
    expect(one).toMatchObject({
      device: first.device,
      organisation: { id: 'demo', name: 'Demo team' },
      epoch: await server.store.epoch(),
      verifyingKey: server.keys.verifyingKey,
      sealingKey: server.keys.sealingKey
    })
  })

  it('answers the same when the reply was lost and the phone asks again, also after the invite has run out', async () => {
    const phone = await aPhone()
    const invite = await server.invite()
    const first = await phone.join(invite)
    const before = server.clock.at
    server.clock.at += 60 * 60_000
    expect(await phone.join(invite)).toEqual({ ...first, certificate: expect.any(String) })
    server.clock.at = before
  })

  it('answers many copies of one request as one', async () => {
    const phone = await aPhone()
    const invite = await server.invite()
    const answers = await Promise.all(Array.from({ length: 16 }, () => phone.join(invite)))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
  })

  it('lets one of two phones in that use one invite at the same time', async () => {
    const invite = await server.invite()
    const phones = await Promise.all([aPhone(), aPhone()])
    const answers = await Promise.all(phones.map((phone) => phone.postJoin(phone.joinRequest(invite))))
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })

  it('refuses an invite that is unknown, has run out, or was used by another phone', async () => {
    const phone = await aPhone()
    const ask = async (invite: string) => problemIn(await phone.postJoin(phone.joinRequest(invite)))
    expect(await ask('A'.repeat(22))).toEqual({ problem: 'invite_unknown', status: 404 })
    expect(await ask(await server.invite('worker', 0))).toEqual({ problem: 'invite_expired', status: 410 })
    const used = await server.invite()
    await (await aPhone()).join(used)
    expect(await ask(used)).toEqual({ problem: 'invite_used', status: 409 })
  })

  it('refuses what is no request, and keys that are no keys', async () => {
    const phone = await aPhone()
    const invite = await server.invite()
    const request = phone.joinRequest(invite)
    const broken = [
      'no json',
      {},
      { ...request, invite: invite.slice(1) },
      { ...request, token: 'short' },
      { ...request, verifyingKey: 'A'.repeat(87) },
      { ...request, inboxKey: 'B'.repeat(87) }
    ]
    for (const one of broken) {
      expect(await problemIn(await phone.postJoin(one))).toEqual({ problem: 'bad_request', status: 400 })
    }
    expect((await phone.join(invite)).role).toBe('worker')
  })

  it('does not let a phone take over the name of another', async () => {
    const phone = await aPhone()
    await phone.join(await server.invite())
    const thief = await aPhone()
    const request = { ...thief.joinRequest(await server.invite()), device: phone.device }
    expect((await thief.postJoin(request)).status).toBe(400)
    expect((await server.store.findDevice(phone.device))?.verifyingKey).toBe(phone.signing.publicKey)
  })

  it('keeps neither the invite nor the token, only what can check them', async () => {
    const phone = await aPhone()
    const invite = await server.invite()
    await phone.join(invite)
    let everything = ''
    await server.store.backup(async (line) => {
      everything += line
    })
    expect(everything).toContain(phone.device)
    expect(everything).not.toContain(invite)
    expect(everything).not.toContain(phone.token)
  })
})
