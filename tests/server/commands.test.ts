// The operator's commands, run as the operator runs them.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { WordsFile } from '#domain/words-file.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'
import { createServerProcess, inviteIn, linksIn, type ServerProcess } from './server-process.ts'
import { createPostgresDatabase } from './test-database.ts'
import { aSealedTestimony, aWording, createTestPhone, problemIn } from './test-phone.ts'

let server: ServerProcess
beforeEach(async () => {
  server = await createServerProcess()
})
afterEach(() => server.dispose())

const joinedPhone = async (invite: string, of = server) => {
  const phone = await createTestPhone(of.ask)
  await phone.join(invite)
  return phone
}

describe('npm start', () => {
  it('sets everything up, prints where to go, and finds all of it the second time', async () => {
    const first = await server.start()
    expect(first).toMatch(/running: http:\/\/localhost:\d+\n/)
    expect(first).toContain('RECOVERY KEY')
    expect(first.match(/█ ▄▄▄▄▄ █.+█ ▄▄▄▄▄ █/g)).toHaveLength(2)
    const lead = await joinedPhone(inviteIn(first, 'lead'))
    const worker = await joinedPhone(inviteIn(first, 'worker'))
    expect([lead.membership().role, worker.membership().role]).toEqual(['lead', 'worker'])
    expect((await lead.fetchLibrary()).items.length).toBeGreaterThan(50)
    await worker.send(await worker.pack(worker.noteArrivals(3)))
    expect(await server.stop()).toBe(0)

    const second = await server.start()
    expect(second).not.toContain('RECOVERY KEY')
    expect((await lead.fetchAll()).changes).toHaveLength(3)
    expect((await joinedPhone(inviteIn(second, 'worker'))).membership().number).toBe(3)
    expect((await stat(join(server.folder, 'data', 'keys.json'))).mode & 0o777).toBe(0o600)
  })

  it('refuses a second server on the same data, keys of another server, and settings that make no sense', async () => {
    await server.start()
    expect(await server.command('start')).toMatchObject({ code: 1, err: expect.stringContaining('already runs') })
    await server.stop()
    const other = await createServerProcess()
    await other.start()
    await other.stop()
    const keys = join(other.folder, 'data', 'keys.json')
    const mixed = await createServerProcess({ SUSRET_DATA: join(server.folder, 'data'), SUSRET_KEYS: keys })
    expect(await mixed.command('start')).toMatchObject({ code: 1, err: expect.stringContaining('does not belong') })
    const odd = await createServerProcess({
      SUSRET_PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      SUSRET_MAX_BODY_BYTES: '16384'
    })
    const { code, err } = await odd.command('start')
    expect(code).toBe(1)
    expect(err).toMatch(/SUSRET_PORT: .+\n.*DATABASE_URL: .+\n.*SUSRET_MAX_BODY_BYTES: /)
    await Promise.all([other, mixed, odd].map((one) => one.dispose()))
  })

  it('writes what translators corrected as the file that is merged into the next release', async () => {
    await server.start()
    const invited = await server.command('invite', '--role', 'translator')
    const translator = await joinedPhone(inviteIn(invited.out, 'translator'))
    expect(await translator.handOver(aWording())).toBe('taken')
    const path = join(server.folder, 'words.json')
    expect((await server.command('words', '--export', path)).out).toContain('1 corrected')
    expect(WordsFile.parse(JSON.parse(await readFile(path, 'utf8')))).toEqual({
      kind: 'susret words 1',
      words: { ps: { talk: { board: { tiles: { doctor: 'ډاکټر' } } } } },
      checked: { ps: ['talk:board.tiles.doctor'] },
      english: { ps: { 'talk:board.tiles.doctor': 'Doctor' } }
    })
    expect((await server.command('words')).err).toContain('words --export')
  })

  it('prints every command and setting with --help', async () => {
    const { code, out } = await server.command('--help')
    expect(code).toBe(0)
    const words = ['invite', 'devices', 'revoke', 'backup', 'restore', 'seed', 'SUSRET_PORT = 8080', 'DATABASE_URL']
    for (const word of words) expect(out).toContain(word)
    expect((await server.command('dance')).code).toBe(1)
  })

  it('runs on PostgreSQL, and refuses one that would lose what it confirmed', async () => {
    const { url, drop } = await createPostgresDatabase()
    const onPostgres = await createServerProcess({ DATABASE_URL: url })
    const printed = await onPostgres.start()
    const phone = await joinedPhone(inviteIn(printed, 'worker'), onPostgres)
    await phone.send(await phone.pack(phone.noteArrivals(2)))
    expect(await (await onPostgres.ask('/health')).json()).toMatchObject({ store: 'postgres' })
    await onPostgres.dispose()

    const careless = new URL(url)
    careless.searchParams.set('options', '-c synchronous_commit=off')
    const unsafe = await createServerProcess({ DATABASE_URL: careless.href })
    const { code, err } = await unsafe.command('start')
    expect([code, err]).toEqual([1, expect.stringContaining('synchronous_commit = off')])
    await unsafe.dispose()
    await drop()
  })
})

describe('npm run susret', () => {
  it('prints many invites as links alone, one a line, each good for one phone', async () => {
    await server.start()
    const { out } = await server.command('invite', '--count', '3', '--role', 'lead')
    expect(out.trim().split('\n')).toEqual(linksIn(out))
    const codes = linksIn(out).map((link) => link.replace(/.*#\/join\//, '').replace(/\..*/, ''))
    const phones = await Promise.all(codes.map((code) => joinedPhone(code)))
    expect(phones.map((phone) => phone.membership().role)).toEqual(['lead', 'lead', 'lead'])
    expect(await server.command('invite', '--count', '0')).toMatchObject({
      code: 1,
      err: expect.stringMatching('--count')
    })
  })

  it('makes a provider of the directory an organisation with phones of its own, and keeps roles where they belong', async () => {
    await server.start()
    const invited = await server.command('invite', '--role', 'partner', '--organisation', 'bchr', '--provider', 'BCHR')
    expect(invited.out).toContain('RECOVERY KEY')
    const partner = await joinedPhone(inviteIn(invited.out, 'partner'))
    expect(partner.membership()).toMatchObject({ role: 'partner', organisation: { id: 'bchr' } })
    expect((await partner.fetchLibrary()).items.length).toBeGreaterThan(50)
    const again = await server.command('invite', '--role', 'partner', '--organisation', 'bchr')
    expect(again.out).not.toContain('RECOVERY KEY')
    expect((await server.command('devices', '--organisation', 'bchr')).out).toMatch(/Phone 1 +partner/)

    const collecting = async () => JSON.stringify((await partner.fetchLibrary()).items).includes('collectsTestimony')
    expect(await collecting()).toBe(false)
    await server.command('invite', '--role', 'partner', '--organisation', 'bchr', '--collects-testimony')
    expect(await collecting()).toBe(true)

    const north = await server.command('invite', '--role', 'lead', '--organisation', 'north', '--name', 'North team')
    expect((await joinedPhone(inviteIn(north.out, 'lead'))).membership().organisation.name).toBe('North team')

    const refused: readonly [words: string[], said: string][] = [
      [['--role', 'partner'], 'an organisation of its own'],
      [['--role', 'worker', '--organisation', 'bchr'], 'is a partner'],
      [['--role', 'partner', '--organisation', 'x1', '--provider', 'Nobody'], '0 providers'],
      [['--role', 'partner', '--organisation', 'x1', '--provider', 'Centre'], 'providers of the directory'],
      [['--role', 'partner', '--organisation', 'x1'], 'is new'],
      [['--role', 'lead', '--collects-testimony'], 'is for a partner'],
      [['--role', 'worker', '--organisation', 'Not A Word', '--name', 'x'], 'a short word']
    ]
    for (const [words, said] of refused) {
      expect(await server.command('invite', ...words)).toMatchObject({ code: 1, err: expect.stringContaining(said) })
    }
    expect((await server.command('revoke', '1', '--organisation', 'bchr')).code).toBe(0)
    expect((await problemIn(await partner.get('/v1/library?after='))).problem).toBe('revoked')
  })

  it('invites, lists and revokes phones beside the running server', async () => {
    await server.start()
    const phone = await joinedPhone(inviteIn((await server.command('invite', '--role', 'worker')).out, 'worker'))
    phone.noteArrivals(4)
    await phone.send(await phone.pack(phone.noteArrivals(2)))
    expect((await server.command('devices')).out).toMatch(/Phone 1 +worker .* 6 +1–4 +no/)
    expect((await server.command('revoke', '9')).code).toBe(1)
    expect((await server.command('revoke', '1')).code).toBe(0)
    expect((await problemIn(await phone.get('/v1/library?after='))).problem).toBe('revoked')
    expect((await server.command('invite', '--role', 'king')).code).toBe(1)
  })

  it('makes up a published month once, however often it is asked', async () => {
    const first = await server.command('seed', '--month', '2018-07')
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Phone 1 has handed over 2018-07: \d+ arrivals/)
    })
    expect((await server.command('seed', '--month', '2018-07', '--random-seed', '2')).out).toContain('there already')
    expect((await server.command('seed', '--month', '2018-08', '--random-seed', 'x')).code).toBe(1)
    expect((await server.command('seed', '--month', '1999-01')).err).toContain('2018-07')
    expect((await server.command('aside')).out).toBe('Nothing is set aside.\n')
    const listed = (await server.command('devices')).out
    expect(listed.match(/^Phone/gm)).toHaveLength(1)
  })

  it('lists what was set aside of every organisation, says whose it is, and tries all of it again', async () => {
    await server.start()
    const invited = await server.command('invite', '--role', 'partner', '--organisation', 'bchr', '--provider', 'BCHR')
    const partner = await joinedPhone(inviteIn(invited.out, 'partner'))
    expect((await server.command('aside')).out).toBe('Nothing is set aside.\n')
    expect((await partner.send(await partner.pack(partner.noteArrivals(1)))).aside).toHaveLength(1)
    const listed = (await server.command('aside')).out
    expect(listed).toMatch(/^organisation +phone /)
    expect(listed).toMatch(/^bchr +Phone 1 +1 +1 +not_theirs /m)
    const replayed = (await server.command('replay')).out
    expect(replayed).toContain('bchr: Taken now: 0. Still set aside: 1.\n')
    expect(replayed).toContain('demo: Taken now: 0. Still set aside: 0.\n')
  })

  it('brings a new version of the form to every phone, with a question of its own, and takes its answers', async () => {
    const printed = await server.start()
    const phone = await joinedPhone(inviteIn(printed, 'worker'))
    const { cursor } = await phone.fetchLibrary()
    const question = {
      type: 'choose_one',
      name: 'shoes',
      label: { text: { en: 'Shoes' } },
      privacy: 'shared',
      place: 'more',
      choices: { own: [{ code: 'good', label: { text: { en: 'Good' } } }] }
    }
    const file = join(server.folder, 'form.json')
    const write = (form: object) => writeFile(file, JSON.stringify(form))
    const form = { ...NEW_ARRIVAL, version: 2, questions: [...NEW_ARRIVAL.questions, question] }

    const wrong = [
      { ...form, version: 1 },
      { ...form, questions: form.questions.slice(1) },
      { ...form, questions: [...form.questions, { ...question, type: 'text' }] },
      { ...form, questions: [...form.questions, { ...question, name: 'met' }] },
      { ...form, questions: [...NEW_ARRIVAL.questions, { ...question, label: { key: 'shoes' } }] }
    ]
    for (const one of wrong) {
      await write(one)
      expect((await server.command('seed', '--form', file)).code).toBe(1)
    }
    await write(form)
    expect((await server.command('seed', '--form', file)).code).toBe(0)
    expect((await phone.fetchLibrary(cursor)).items).toMatchObject([{ id: 'new_arrival.2', form: { version: 2 } }])
    const [change] = phone.noteArrivals(1)
    const fields = { ...change.fields, formVersion: 2, shoes: 'good' }
    expect((await phone.send(await phone.pack([{ ...change, fields }]))).aside).toEqual([])
  })

  it('backs up while the server runs and restores into an empty folder, keys included', async () => {
    const printed = await server.start()
    const phone = await joinedPhone(inviteIn(printed, 'worker'))
    const bytes = await phone.pack(phone.noteArrivals(7))
    const receipt = await phone.send(bytes)
    const file = join(server.folder, 'backup.gz')
    expect(await server.command('backup', file)).toMatchObject({ code: 0 })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await server.command('backup', file)).code).toBe(1)
    expect((await server.command('restore', file)).code).toBe(1)

    const other = await createServerProcess()
    const half = join(other.folder, 'half.gz')
    await writeFile(half, (await readFile(file)).subarray(0, 2_000))
    expect(await other.command('restore', half)).toMatchObject({ code: 1, err: expect.stringContaining('cut short') })
    expect(await other.command('restore', file)).toMatchObject({ code: 0 })
    await other.start()
    const answer = await other.ask('/v1/parcels', { method: 'POST', body: bytes })
    expect(answer.status).toBe(200)
    const again = JSON.parse(Buffer.from(((await answer.json()) as { body: string }).body, 'base64url').toString()) as {
      epoch: string
      hash: string
    }
    expect(again.hash).toBe(receipt.hash)
    expect(again.epoch).not.toBe(receipt.epoch)
    await other.dispose()
  })

  it('restores no testimony that was deleted after the backup, also when a phone hands it over again', async () => {
    const partner = ['--role', 'partner', '--organisation', 'klikaktiv', '--provider', 'KlikAktiv']
    let running = server
    const joins = async (invite: string) => {
      const phone = await createTestPhone((path, init) => running.ask(path, init))
      await phone.join(invite)
      return phone
    }
    const worker = await joins(inviteIn(await server.start(), 'worker'))
    const invited = await server.command('invite', ...partner, '--collects-testimony')
    const collector = await joins(inviteIn(invited.out, 'partner'))
    const [kept, before, after, foreign] = Array.from({ length: 4 }, () =>
      aSealedTestimony({ organisation: 'klikaktiv' })
    ) as [SealedTestimony, SealedTestimony, SealedTestimony, SealedTestimony]
    for (const one of [kept, before]) await worker.handOverTestimony(one)
    const file = join(server.folder, 'backup.gz')
    await server.command('backup', file)
    await worker.handOverTestimony(after)
    for (const { id } of [before, after, foreign]) await collector.deleteTestimony(id)
    await server.stop()

    const other = await createServerProcess()
    const noted = 'deleted-testimonies.txt'
    const old = await readFile(join(server.folder, 'data', noted), 'utf8')
    expect(old.split('\n').filter((line) => line !== '')).toEqual([before, after].map(({ id }) => `klikaktiv ${id}`))
    await mkdir(join(other.folder, 'data'), { recursive: true })
    // A crash may have cut the last line short.
    await writeFile(join(other.folder, 'data', noted), `klikaktiv ${kept.id.slice(0, 9)}${old}`)
    const restored = await other.command('restore', file)
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('1 testimonies that were deleted') })
    await other.start()
    running = other
    for (const one of [before, after]) await worker.handOverTestimony(one)
    const list = await collector.listTestimonies()
    expect(list.ids).toEqual([kept.id])
    expect(list.gone.toSorted()).toEqual([before.id, after.id].toSorted())
    for (const { id } of [before, after]) {
      expect((await problemIn(await collector.fetchTestimony(id))).problem).toBe('not_found')
    }
    await other.dispose()
  })
})
