// Tokens, the audit and files, as the operator handles them beside a running server.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServerProcess, type ServerProcess } from './server-process.ts'

let server: ServerProcess
beforeEach(async () => {
  server = await createServerProcess()
  await server.start()
  await server.command('seed', '--month', '2018-07')
})
afterEach(() => server.dispose())

const make = (...more: string[]) =>
  server.command('token', 'make', '--name', 'Power BI', '--sets', 'arrivals,w5,referrals', '--days', '30', ...more)

const readAs = (secret: string) =>
  server.ask('/v1/data/table?set=arrivals&month=2018-07&format=csv&language=sr-Latn', {
    headers: { authorization: `Bearer ${secret}` }
  })

/** With the byte order mark, which `text()` takes away. */
const textOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer()).toString('utf8')

describe('token', () => {
  it('makes one that is shown once, lists it, and takes it back at once', async () => {
    const { code, out } = await make()
    expect(code).toBe(0)
    const [secret = ''] = /susret_[A-Za-z0-9_-]{43}/.exec(out) ?? []
    const answer = await readAs(secret)
    expect(answer.status).toBe(200)
    expect((await answer.text()).split('\r\n')[0]).toContain('Organizacija')
    const list = await server.command('token', 'list')
    expect(list.out).toMatch(/1 +Power BI +arrivals referrals w5 +week city none .+ good/)
    expect(list.out).not.toContain(secret.slice(7))
    expect((await server.command('token', 'revoke', '1')).code).toBe(0)
    expect((await readAs(secret)).status).toBe(401)
    expect((await server.command('token', 'list')).out).toContain('revoked')
  })

  it('refuses what makes no sense, and two that read the same people differently', async () => {
    const refused = async (...args: string[]) => {
      const { code, err } = await server.command('token', ...args)
      expect(code).toBe(1)
      return err
    }
    const base = ['make', '--name', 'x', '--sets', 'arrivals']
    expect(await refused(...base)).toContain('--days')
    expect(await refused(...base, '--days', '367')).toContain('1 to 366')
    expect(await refused(...base, '--days', '9', '--time', 'hour')).toContain('--time is one of: day, week, period')
    expect(await refused('make', '--name', 'x', '--sets', 'arrivals,people', '--days', '9')).toContain('--sets names')
    expect(await refused('make', '--sets', 'arrivals', '--days', '9')).toContain('--name')
    expect(await refused('revoke', '7')).toContain('token list')
    expect(await refused()).toContain('token make, token list')
    expect((await make()).code).toBe(0)
    expect(await refused('make', '--name', 'x', '--sets', 'w3', '--days', '9', '--time', 'day')).toContain(
      'token revoke 1'
    )
    const other = ['--sets', 'needs,referrals', '--days', '9', '--time', 'period']
    expect((await server.command('token', 'make', '--name', 'x', ...other)).code).toBe(0)
  })
})

describe('audit', () => {
  it('shows who read what, and that an entry was changed or the end cut off', async () => {
    const [secret = ''] = /susret_[A-Za-z0-9_-]{43}/.exec((await make()).out) ?? []
    await readAs(secret)
    const { code, out } = await server.command('audit')
    expect(code).toBe(0)
    expect(out).toMatch(
      /2 +\S+ \S+ UTC +read +token: Power BI, number: 1, set: arrivals, month: 2018-07, from: 0, rows: 6/
    )
    expect(out).toContain('Whole: 2 entries')
    const noted = /next time: (\S+)/.exec(out)?.[1] ?? ''
    await readAs(secret)
    expect((await server.command('audit', '--noted', noted)).code).toBe(0)
    const alter = (sql: string) => {
      const database = new DatabaseSync(join(server.folder, 'data', 'susret.sqlite'), { timeout: 10_000 })
      database.exec(sql)
      database.close()
    }
    alter('delete from audit where number > 1')
    expect(await server.command('audit')).toMatchObject({ code: 0 })
    expect(await server.command('audit', '--noted', noted)).toMatchObject({
      code: 1,
      out: expect.stringContaining('cut off') as string
    })
    // A hash may begin with a hyphen.
    expect((await server.command('audit', '--noted', `-${noted.slice(1)}`)).out).toContain('cut off')
    alter(`update audit set at = at + 1 where number = 1`)
    expect(await server.command('audit')).toMatchObject({
      code: 1,
      out: expect.stringContaining('BROKEN at entry 1') as string
    })
  })
})

describe('export', () => {
  it('writes figures as a file, notes it, writes over nothing, and leaves nothing where it is refused', async () => {
    const file = join(server.folder, 'w5.csv')
    const done = await server.command('export', '--set', 'w5', '--month', '2018-07', '--file', file, '--language', 'ar')
    expect(done).toMatchObject({ code: 0 })
    const text = await readFile(file, 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(5)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const codes = await readFile(join(server.folder, 'w5-codes.csv'), 'utf8')
    expect(codes).toMatch(/^\uFEFF[^,]+,protection,\p{Script=Arabic}/u)
    expect(codes).toMatch(/,food_water,/)
    expect(await server.command('export', '--set', 'w5', '--month', '2018-07', '--file', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already') as string
    })
    const fine = ['--time', 'day', '--place', 'zone', '--country', 'each', '--file', join(server.folder, 'fine.csv')]
    const refused = await server.command('export', '--set', 'core', '--month', '2018-07', ...fine)
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/known again[^]+--time \w+ --place/) as string
    })
    await expect(stat(join(server.folder, 'fine.csv'))).rejects.toThrow('ENOENT')
    const core = join(server.folder, 'core.csv')
    const asked = ['export', '--set', 'core', '--month', '2018-07', '--file', core, '--language', 'ar']
    expect((await server.command(...asked)).out).toContain('core-codes.csv')
    expect(await readFile(core, 'utf8')).toMatch(/^Internal ID,Last name,/)
    expect(await readFile(join(server.folder, 'core-codes.csv'), 'utf8')).toMatch(
      /Is minor,true,\p{Script=Arabic}+\r\n/u
    )
    for (const when of [
      ['--from', '2018-07-01', '--to', '2018-07-30'],
      ['--from', '2018-07', '--to', '2018-05']
    ]) {
      const odd = await server.command('export', '--set', 'w5', ...when, '--file', 'x')
      expect(odd.err).toContain('--month 2018-07')
    }
    const early = await server.command('export', '--set', 'w5', '--month', '2099-07', '--file', 'x')
    expect(early.err).toContain('from 2099-08-08 on')
    expect((await server.command('audit')).out).toContain('set: w5, from: 2018-07-01, to: 2018-07-31')
  })

  it('tells a month as programs were told it, and tells them as it was written, however finely either asks', async () => {
    const [secret = ''] = /susret_[A-Za-z0-9_-]{43}/.exec((await make()).out) ?? []
    const read = await textOf(await readAs(secret))
    const write = async (...more: string[]) => {
      const file = join(server.folder, `${more.join('')}.csv`)
      const { code, out } = await server.command('export', '--month', '2018-07', '--file', file, ...more)
      expect(code).toBe(0)
      return { text: await readFile(file, 'utf8'), out }
    }
    const coarse = ['--set', 'arrivals', '--language', 'sr-Latn', '--time', 'period']
    const { text, out } = await write(...coarse)
    expect(text).toBe(read)
    expect(out).toContain('2018-07 was first told by week, for the whole city, without countries, and stays so.')
    const monthly = await write('--set', 'w5', '--time', 'period')
    expect(monthly.out).not.toContain('first told')
    const asProgram = await server.ask('/v1/data/table?set=w5&month=2018-07&format=csv', {
      headers: { authorization: `Bearer ${secret}` }
    })
    expect(await textOf(asProgram)).toBe(monthly.text)
  })

  it('writes several months as each was told, and leaves no draft where it fails', async () => {
    const asked = ['export', '--set', 'arrivals', '--from', '2018-06', '--to', '2018-07']
    const database = new DatabaseSync(join(server.folder, 'data', 'susret.sqlite'), { timeout: 10_000 })
    database.exec(`create trigger full before insert on audit begin select raise(abort, 'full'); end`)
    expect((await server.command(...asked, '--file', join(server.folder, 'failed.csv'))).code).not.toBe(0)
    database.exec(`drop trigger full`)
    database.close()
    expect((await readdir(server.folder)).filter((name) => name.startsWith('failed'))).toEqual([])
    const file = join(server.folder, 'both.csv')
    expect((await server.command(...asked, '--file', file)).code).toBe(0)
    const both = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
    expect(both).toHaveLength(1 + 6)
    expect((await server.command('audit')).out).toContain('set: arrivals, from: 2018-06-01, to: 2018-07-31')
  })
})
