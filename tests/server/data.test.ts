// Data for other programs, on both stores: who may read what, page by page, that a table stays as it was told, that nobody in it can
// be worked out, and that every page is in the audit.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { offerOf } from '#domain/exports/offer.ts'
import { REFERRAL_FORM_COLUMNS } from '#domain/exports/referral-forms.ts'
import type { Answers } from '#domain/form/answers.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { nameOf } from '#protocol/change.ts'
import { MachineProblem } from '#protocol/machine-problem.ts'
import { DataCodes } from '#protocol/endpoints/data-codes.ts'
import type { DataTable } from '#protocol/endpoints/data-table.ts'
import { tokenToHash } from '#server/http/access.ts'
import { DataSets } from '#protocol/endpoints/data-sets.ts'
import { REQUESTS_A_MINUTE } from '#server/store/machine-tokens.ts'
import { addAudit, readAudit } from '#server/store/audit.ts'
import type { Query } from '#server/store/database.ts'
import { createTables } from '#server/figures/tables.ts'
import { createStore } from '#server/store/create-store.ts'
import { countedOf } from '#tests/domain/disclosure/months.ts'
import { boundsOf } from '#tests/domain/disclosure/solver.ts'
import { ALL_SETS, ask, auditOf, IN_AUGUST, makeToken, readTable, seedJuly, table, WEEKLY } from './machine-world.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

const HOUR_MS = 3_600_000

const refusalIn = async (answer: Response) => ({
  ...MachineProblem.parse(await answer.json()),
  status: answer.status,
  retryAfter: answer.headers.get('retry-after')
})

describe.each(KINDS)('On %s a program', (kind) => {
  let from: TestDatabase
  let server: TestServer
  beforeEach(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    await seedJuly(server)
  })
  afterEach(async () => {
    await server.close()
    await from.dispose()
  })

  it('reads the same arrivals as a lead would save, and is told what it may read', async () => {
    const { secret } = await makeToken(server)
    const sets = DataSets.parse(await (await ask(server, '/v1/data', secret)).json())
    expect(sets).toMatchObject({
      organisation: ORGANISATION,
      newestMonth: '2018-07',
      detail: WEEKLY,
      until: '2018-09-09'
    })
    const [july] = PUBLISHED_MONTHS.filter(({ month }) => month === '2018-07')
    if (july === undefined) throw new Error('No July')
    const { counted, period } = countedOf(july, 1, 'arrivals')
    const offered = offerOf(counted, { subject: 'arrivals', period, detail: WEEKLY })
    if (!offered.ok) throw new Error('Refused')
    const { rows } = await readTable(server, table('arrivals'), secret)
    expect(rows.map((row) => [row['from'], row['to'], ...PEOPLE.map((one) => row[one]), row['people']])).toEqual(
      offered.value.rows.map(({ from: first, to, people, total }) =>
        [first, to, ...people, total].map((one) => one ?? null)
      )
    )
    for (const set of ['w3', 'w4', 'w5'] as const) {
      expect((await readTable(server, table(set), secret)).rows.length).toBeGreaterThan(0)
    }
  })

  it('gets pages that never shift, whatever comes meanwhile, and the same as CSV', async () => {
    const { secret } = await makeToken(server)
    const whole = await readTable(server, table('w5'), secret)
    const paged: unknown[] = []
    let csv = ''
    for (let path: string | undefined = table('w5', '&limit=7'); path !== undefined;) {
      const answer: Response = await ask(server, path, secret)
      const page = (await answer.json()) as { rows: unknown[]; next: string | null }
      paged.push(...page.rows)
      const text = await (await ask(server, path.replace(/&format=json|$/, '&format=csv'), secret)).arrayBuffer()
      expect([...new Uint8Array(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      csv += new TextDecoder().decode(text).split('\r\n').slice(1).join('\n')
      path = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]
      expect(path === undefined).toBe(page.next === null)
      const phone = await createTestPhone(server.app.request)
      await phone.join(await server.invite())
      await phone.send(await phone.pack(phone.noteArrivals(3, { answers: { men: 2, given: ['food_water'] } })))
    }
    expect(paged).toEqual(whole.rows)
    expect(csv.trimEnd().split('\n')).toHaveLength(whole.count)
    const { secret: other } = await makeToken(server, { name: 'Metabase' })
    expect(await readTable(server, table('w5'), other)).toEqual(whole)
    expect((await refusalIn(await ask(server, table('w5', '&after=12.7'), secret))).problem).toBe('stale_cursor')
  })

  it('is told what the codes of a table mean, in its language, and only of a table it may read', async () => {
    const { secret } = await makeToken(server, { sets: ['needs'], detail: { ...WEEKLY, time: 'period' } })
    const read = async (query: string) => ask(server, `/v1/data/codes?set=needs${query}`, secret)
    const { codes } = DataCodes.parse(await (await read('&language=fr')).json())
    const { rows } = await readTable(server, table('needs', '&language=fr'), secret)
    expect(rows).not.toEqual([])
    for (const row of rows) {
      expect(codes).toContainEqual(
        expect.objectContaining({ column: 'needCode', code: row['needCode'], name: row['need'] })
      )
    }
    expect(codes).toContainEqual({
      column: 'zoneCode',
      heading: expect.stringContaining('code') as string,
      code: 'city',
      name: 'Belgrade'
    })
    const lines = (await (await read('&format=csv')).text()).trimEnd().split('\r\n')
    expect(lines[0]).toBe('column,heading,code,name')
    expect(lines).toHaveLength(codes.length + 1)
    expect((await refusalIn(await ask(server, '/v1/data/codes?set=arrivals', secret))).problem).toBe('out_of_scope')
    expect((await refusalIn(await ask(server, '/v1/data/codes?set=nothing', secret))).problem).toBe('bad_question')
    const { entries } = await auditOf(server)
    expect(entries.at(-1)).toMatchObject({ what: 'asked', facts: { token: 'Power BI', codes: 'needs' } })
  })

  it('is told that a month is empty until somebody is in it', async () => {
    const { secret } = await makeToken(server)
    const june = '/v1/data/table?set=arrivals&month=2018-06'
    expect(await readTable(server, june, secret)).toMatchObject({ rows: [], count: 0, next: null })
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    const at = Date.UTC(2018, 5, 20, 17)
    await phone.send(await phone.pack(phone.noteArrivals(200, { at, answers: { men: 2 } })))
    server.clock.at += HOUR_MS
    expect((await readTable(server, june, secret)).rows.map((row) => row['men'])).toEqual([400])
  })

  it('has an empty month counted once in an hour, and the records let go before it is worked out what may be told', async () => {
    let [reads, open, openWhenTold] = [0, 0, undefined as number | undefined]
    const { store, clock } = server
    const tables = createTables({
      clock,
      store: {
        ...store,
        readThrough: async (organisation, work) => {
          reads += 1
          open += 1
          return store.readThrough(organisation, work).finally(() => (open -= 1))
        }
      },
      offer: (...given) => {
        openWhenTold = open
        return offerOf(...given)
      }
    })
    const get = async (month: string) => {
      const told = await tables.get({ organisation: ORGANISATION, subject: 'arrivals', month }, WEEKLY)
      return told.ok ? told.value.rows.length : undefined
    }
    expect([await get('2018-06'), await get('2018-06'), reads]).toEqual([0, 0, 1])
    clock.at += HOUR_MS
    expect([await get('2018-06'), reads]).toEqual([0, 2])
    expect([await get('2018-07'), openWhenTold]).toEqual([6, 0])
  })

  it('can work out nobody who is not told, and is told nothing under five', async () => {
    const { secret } = await makeToken(server)
    const { secret: monthly } = await makeToken(server, { sets: ['needs'], detail: { ...WEEKLY, time: 'period' } })
    let hidden = 0
    for (const [set, by] of [
      ['arrivals', secret],
      ['needs', monthly],
      ['w5', secret]
    ] as const) {
      const { rows } = await readTable(server, table(set), by)
      const told = rows.map((row) =>
        [...PEOPLE, 'people'].map((name) => (row[name] ?? undefined) as number | undefined)
      )
      expect(told.flat().every((count) => count === undefined || count === 0 || count >= 5)).toBe(true)
      // Sums of columns are not given out.
      const bounds = told.flatMap((row) => boundsOf([row], false))
      hidden += bounds.length
      expect(bounds.filter(({ least, most }) => least === most)).toEqual([])
    }
    expect(hidden).toBeGreaterThan(0)
    const { rows } = await readTable(server, table('needs'), monthly)
    const codes = rows.map((row) => row['needCode'])
    for (const need of ['gbv_support', 'tip_support', 'safe_shelter']) expect(codes).not.toContain(need)
  })

  it('is refused what would show single people, with the way that is told', async () => {
    const { secret } = await makeToken(server, { detail: { time: 'day', place: 'zone', country: 'each' } })
    const { problem, status, says, remedies = [] } = await refusalIn(await ask(server, table('arrivals'), secret))
    expect([problem, status]).toEqual(['not_told', 422])
    expect(says).toMatch(/known again.+--time \w+ --place \w+ --country \w+/)
    expect(remedies.length).toBeGreaterThan(0)
    const [detail] = remedies
    if (detail === undefined) throw new Error('No remedy')
    const { secret: coarser } = await makeToken(server, { detail })
    expect((await readTable(server, table('arrivals'), coarser)).detail).toEqual(detail)
    const coarsest = { time: 'period', place: 'city', country: 'none' } as const
    const { secret: third } = await makeToken(server, { detail: coarsest })
    expect(await refusalIn(await ask(server, table('arrivals'), third))).toMatchObject({
      problem: 'out_of_scope',
      says: expect.stringContaining('first told') as string
    })
    // Whoever may read finer is told the month as it was told before.
    expect((await readTable(server, table('arrivals'), secret)).detail).toEqual(detail)
  })

  it('is refused in plain words without a good token, beyond its scope, too early, and with a question nobody can read', async () => {
    const good = await makeToken(server, { sets: ['arrivals'], days: 1 })
    const gone = await makeToken(server)
    const [revoked] = (await server.store.listMachineTokens(ORGANISATION)).filter(
      ({ number }) => number === gone.number
    )
    if (revoked) await server.store.revokeMachineToken(revoked)
    const say = async (path: string, secret: string) => refusalIn(await ask(server, path, secret))
    expect(await refusalIn(await server.app.request(table('arrivals')))).toMatchObject({
      problem: 'token_unknown',
      status: 401
    })
    expect(await say(table('arrivals'), `${good.secret.slice(0, -1)}~`)).toMatchObject({ problem: 'token_unknown' })
    expect(await say(table('arrivals'), gone.secret)).toMatchObject({ problem: 'token_revoked', status: 401 })
    expect(await say(table('w5'), good.secret)).toMatchObject({
      problem: 'out_of_scope',
      status: 403,
      says: expect.stringContaining('It may read: arrivals') as string
    })
    expect(await say('/v1/data/table?set=arrivals&month=2018-08', good.secret)).toMatchObject({
      problem: 'too_early',
      says: expect.stringContaining('2018-09-08') as string
    })
    for (const odd of [
      'month=2018-13',
      'month=2018-07&limit=0',
      'month=2018-07&limit=10001',
      'month=2018-07&language=xx',
      ''
    ]) {
      expect((await say(`/v1/data/table?set=arrivals&${odd}`, good.secret)).problem).toBe('bad_question')
    }
    server.clock.at += 86_400_000
    expect(await say(table('arrivals'), good.secret)).toMatchObject({ problem: 'token_expired', status: 401 })
    expect(await server.database.read((query) => query(`select * from edition`))).toEqual([])
    const stored = JSON.stringify(await server.database.read((query) => query(`select * from machine_token`)))
    expect(stored).not.toContain(good.secret.slice(7))
    expect(server.logged()).not.toContain(good.secret.slice(7))
  })

  it('may log in with the token as a password, and only so often', async () => {
    const { secret } = await makeToken(server)
    const authorization = `Basic ${Buffer.from(`anything:${secret}`).toString('base64')}`
    const login = () => server.app.request('/v1/data', { headers: { authorization } })
    for (let times = 0; times < REQUESTS_A_MINUTE; times += 1) expect((await login()).status).toBe(200)
    const refused = await refusalIn(await login())
    expect(refused).toMatchObject({ problem: 'too_often', status: 429, retryAfter: '1' })
    const { secret: other } = await makeToken(server, { name: 'Metabase' })
    expect((await ask(server, '/v1/data', other)).status).toBe(200)
    server.clock.at += Number(refused.retryAfter) * 1_000
    expect((await login()).status).toBe(200)
    expect((await login()).status).toBe(429)
  })

  it('is counted by two processes together, and a clock that was wrong shuts it out no longer than it was', async () => {
    const { secret } = await makeToken(server)
    const second = await createTestServer(from, { keys: server.keys })
    second.clock.at = IN_AUGUST
    const answers: number[] = []
    for (let times = 0; times < REQUESTS_A_MINUTE; times += 1) {
      answers.push((await ask(times % 2 === 0 ? server : second, '/v1/data', secret)).status)
    }
    expect(answers.filter((status) => status === 200)).toHaveLength(REQUESTS_A_MINUTE)
    const both = await Promise.all([server, second].map((one) => ask(one, '/v1/data', secret)))
    expect(both.map(({ status }) => status)).toEqual([429, 429])
    server.clock.at += 366 * 24 * HOUR_MS
    await server.store.takeAsk(await tokenToHash(secret))
    expect((await ask(second, '/v1/data', secret)).status).toBe(200)
    await second.close()
  })

  it('reads the arrivals as NRC CORE has participants, page by page, and each of them stands for at least five', async () => {
    const { secret } = await makeToken(server, { sets: ['arrivals'] })
    const arrivals = await readTable(server, table('arrivals'), secret)
    const told = arrivals.rows.reduce(
      (sum, row) => sum + PEOPLE.reduce((people, one) => people + Number(row[one] ?? 0), 0),
      0
    )
    const people: DataTable['rows'] = []
    for (let after: string | null = ''; after !== null;) {
      const page: DataTable = await readTable(server, table('core', `&language=ar&limit=500&after=${after}`), secret)
      expect(page).toMatchObject({ count: told, language: 'en', detail: WEEKLY })
      people.push(...page.rows)
      after = page.next
    }
    expect(people).toHaveLength(told)
    expect(new Set(people.map(({ id }) => id)).size).toBe(told)
    const alike = Map.groupBy(people, (person) => JSON.stringify({ ...person, id: '' }))
    expect(Math.min(...[...alike.values()].map((some) => some.length))).toBeGreaterThanOrEqual(5)
    // A spreadsheet asks once and follows no link.
    expect(told).toBeGreaterThan(1000)
    const answer = await ask(server, table('core', '&format=csv'), secret)
    expect(answer.headers.get('link')).toBe(null)
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    // With no mark before it, which its importer would take for letters of the heading.
    expect(csv.split('\r\n')[0]).toBe(
      'Internal ID,Last name,Collection office,Date of registration,Engagement context,Prefers to remain anonymous,Sex,Is minor,Nationality 1'
    )
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + told)
    const { secret: others } = await makeToken(server, { sets: ['needs'] })
    expect((await refusalIn(await ask(server, table('core'), others))).problem).toBe('out_of_scope')
  })

  it('reads the referrals in the columns of NRC’s form, filled in as a lead’s phone fills them in', async () => {
    await server.store.setDirectory(ORGANISATION, BELGRADE)
    const provider = BELGRADE.find((entry) => entry.kind === 'provider')
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    const referred = async (answers: Answers, count: number, fields: SharedFields) => {
      const arrivals = phone.noteArrivals(count, { answers })
      const own = { provider: provider?.id ?? '', met: '2018-07-03T17', zone: 'parks', ...fields }
      const made = arrivals.map((one) => phone.say({ type: 'referral', fields: { arrival: nameOf(one), ...own } }))
      const { aside } = await phone.send(await phone.pack([...arrivals, ...made]))
      expect(aside).toEqual([])
    }
    const given = { service: 'any', due: 'soon', told: [], state: 'made' }
    await referred({ men: 1 }, 60, { ...given, needs: ['medical'], consent: 'worker' })
    await referred({ girls: 1 }, 40, {
      ...given,
      needs: ['education'],
      consent: 'best_interest',
      bestInterest: 'danger'
    })

    const { secret } = await makeToken(server, { sets: ['forms'] })
    const whole = await readTable(server, table('forms', '&language=ar'), secret)
    expect(whole).toMatchObject({ count: 100, language: 'en' })
    expect(whole.columns.map(({ heading }) => heading)).toEqual(REFERRAL_FORM_COLUMNS.map(({ heading }) => heading))
    const filled = {
      individual: null,
      caregiver: null,
      priority: 'Urgent',
      agency: provider?.name.en,
      type: 'External'
    }
    expect(whole.rows.filter((row) => row['minor'] === 'No')).toHaveLength(60)
    for (const row of whole.rows) {
      expect(row).toMatchObject(
        row['minor'] === 'No'
          ? { ...filled, reason: 'Health', consent: 'Yes' }
          : { ...filled, reason: 'School', consent: 'No', minor: 'Yes' }
      )
    }
    const paged = await readTable(server, table('forms', '&limit=70'), secret)
    const rest = await readTable(server, table('forms', `&limit=70&after=${paged.next}`), secret)
    expect([...paged.rows, ...rest.rows]).toEqual(whole.rows)
    const { secret: steps } = await makeToken(server, { sets: ['referrals'] })
    expect((await refusalIn(await ask(server, table('forms'), steps))).problem).toBe('out_of_scope')
    const answer = await ask(server, '/v1/data/codes?set=forms&language=fr', secret)
    const { language, codes } = DataCodes.parse(await answer.json())
    expect(language).toBe('fr')
    for (const [column, code] of whole.rows.flatMap((row) => [
      ['priority', row['priority']] as const,
      ['consent', row['consent']] as const,
      ['reason', row['reason']] as const
    ])) {
      expect(codes).toContainEqual(expect.objectContaining({ column, code }))
    }
    expect(codes).toContainEqual({
      column: 'consent',
      heading: 'Consent to release information',
      code: 'No',
      name: 'Non'
    })
    expect(codes).toContainEqual(expect.objectContaining({ column: 'reason', code: 'Health', name: 'Santé' }))
  })

  it('reads the items handed out in a month, alone and as what a team does, in one table that stays', async () => {
    const { secret } = await makeToken(server)
    const { rows: before, leftOut } = await readTable(server, table('w5'), secret)
    expect([leftOut, before.filter(({ unit }) => unit !== null)]).toEqual([[], []])
    expect(await readTable(server, table('items'), secret)).toMatchObject({ rows: [], count: 0 })
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    const own = { end: 'given', zone: 'parks' } as const
    const hand = async (item: string, times: number, fields: SharedFields = {}) => {
      const once = (at: number) => {
        const met = `2018-07-${String((at % 31) + 1).padStart(2, '0')}T17`
        return phone.say({ type: 'handout', fields: { ...own, item, count: 2, met, ...fields } })
      }
      const first = once(0)
      const more = Array.from({ length: times - 1 }, (_, at) => once(at + 1))
      expect((await phone.send(await phone.pack([first, ...more]))).aside).toEqual([])
    }
    await hand('tent', 3)
    server.clock.at += HOUR_MS
    expect((await refusalIn(await ask(server, table('items'), secret))).problem).toBe('not_told')
    expect(await readTable(server, table('w5'), secret)).toMatchObject({ rows: before, leftOut: ['items'] })

    await hand('blanket', 60)
    await hand('soup', 60, { met: '2018-07-12T17' })
    await hand('soup', 5, { end: 'missing' })
    server.clock.at += HOUR_MS
    // Too few for each week, which is how finely this token reads what people were given.
    const { rows, leftOut: left } = await readTable(server, table('w5'), secret)
    const month = { from: '2018-07-01', to: '2018-07-31', zoneCode: 'city' }
    const given = (activityCode: string, quantity: number | null) =>
      expect.objectContaining({ ...month, activityCode, quantity, people: null }) as unknown
    expect(left).toEqual([])
    expect(rows).toEqual([...before, given('blanket', 120), given('soup', 120), given('tent', null)])
    await hand('blanket', 7)
    const alone = await readTable(server, table('items'), secret)
    expect(alone.rows).toEqual([
      expect.objectContaining({ ...month, itemCode: 'blanket', quantity: 120, handouts: 60, unit: 'piece' }),
      expect.objectContaining({ ...month, itemCode: 'soup', quantity: 120, handouts: 60, sectorCode: 'food' }),
      expect.objectContaining({ ...month, itemCode: 'tent', quantity: null, handouts: null })
    ])
    const { secret: others } = await makeToken(server, { sets: ['arrivals'] })
    expect((await refusalIn(await ask(server, table('items'), others))).problem).toBe('out_of_scope')
    const { codes } = DataCodes.parse(await (await ask(server, '/v1/data/codes?set=items', secret)).json())
    expect(codes).toContainEqual(expect.objectContaining({ column: 'itemCode', code: 'blanket', name: 'Blanket' }))
  })

  it('gets labels in every language, and no cell that a spreadsheet would run', async () => {
    const { secret } = await makeToken(server)
    const headings = new Set<string>()
    for (const language of INTERFACE_LANGUAGES) {
      const { columns, rows } = await readTable(server, table('w5', `&language=${language}`), secret)
      const words = [...columns.map(({ heading }) => heading), ...rows.map((row) => String(row['activity']))]
      expect(words.filter((word) => word === '' || /[:{}_]/.test(word))).toEqual([])
      headings.add(words.join())
    }
    expect(headings.size).toBe(INTERFACE_LANGUAGES.length)
    await server.database.transaction((query) => query(`update organisation set name = '=HYPERLINK("x")'`))
    const csv = await (await ask(server, table('w5', '&format=csv&language=ar'), secret)).text()
    expect(csv.split('\r\n')[1]).toMatch(/^"'=HYPERLINK\(""x""\)",/)
  })

  it('leaves an entry in the audit for every page, without any of it, which shows when one is changed or taken out', async () => {
    const { secret } = await makeToken(server)
    await readTable(server, table('arrivals'), secret)
    await ask(server, table('arrivals', '&limit=2&format=csv'), secret)
    const { entries, brokenAt } = await auditOf(server)
    expect(brokenAt).toBeUndefined()
    expect(entries.map(({ what, facts }) => [what, facts])).toEqual([
      ['token_made', { token: 'Power BI', number: 1, sets: ALL_SETS.join(' ') }],
      ['read', { token: 'Power BI', number: 1, set: 'arrivals', month: '2018-07', from: 0, rows: 6 }],
      ['read', { token: 'Power BI', number: 1, set: 'arrivals', month: '2018-07', from: 0, rows: 2 }]
    ])
    const doing = (sql: string) => server.database.transaction((query) => query(sql))
    await doing(`update audit set content = replace(content, '"rows":6', '"rows":5')`)
    expect((await auditOf(server)).brokenAt).toBe(2)
    await doing(`update audit set content = replace(content, '"rows":5', '"rows":6')`)
    expect((await auditOf(server)).brokenAt).toBeUndefined()
    await doing(`delete from audit where number = 1`)
    expect((await auditOf(server)).brokenAt).toBe(1)
  })

  it('is in an audit that is never held whole, however long it is', async () => {
    const { database } = server
    await database.transaction(async (query) => {
      for (let at = 0; at < 2_500; at += 1) await addAudit(query, ORGANISATION, { what: 'read', facts: { at }, at })
    })
    let most = 0
    const counting =
      (query: Query): Query =>
      async (...asked) => {
        const rows = await query(...asked)
        most = Math.max(most, rows.length)
        return rows
      }
    const seen: unknown[] = []
    const chain = await database.read((query) =>
      readAudit(counting(query), ORGANISATION, ({ facts }) => seen.push(facts['at']))
    )
    expect(chain).toMatchObject({ count: 2_500, brokenAt: undefined })
    expect(seen).toEqual(Array.from({ length: 2_500 }, (_, at) => at))
    expect(most).toBeLessThanOrEqual(1_000)
    await database.transaction((query) => query(`delete from audit where number = 1500`))
    expect((await auditOf(server)).brokenAt).toBe(1_500)
  })

  it('is known again after a restore, with the tables as they were told and an audit that is whole', async () => {
    const { secret } = await makeToken(server)
    const told = await readTable(server, table('arrivals'), secret)
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const elsewhere = await createTestDatabase(kind === 'sqlite' ? 'postgres' : 'sqlite')
    const empty = await createStore({
      database: await elsewhere.open(),
      now: () => IN_AUGUST,
      random: randomBytes,
      waitingLimit: 9
    })
    expect((await empty.restore(eachOf(lines))).ok).toBe(true)
    await empty.close()
    const restored = await createTestServer(elsewhere, { keys: server.keys })
    restored.clock.at = IN_AUGUST
    expect(await readTable(restored, table('arrivals'), secret)).toEqual(told)
    expect((await auditOf(restored)).brokenAt).toBeUndefined()
    await restored.close()
    await elsewhere.dispose()
  })
})

async function* eachOf(lines: readonly string[]) {
  yield* lines
}
