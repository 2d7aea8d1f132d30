// One seed, from joining to the last comparison: shifts under faults, then the faults end and everything must come right.
import { mkdtempSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import type { Role } from '#protocol/ids.ts'
import type { LibraryItem } from '#protocol/library.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { createKeys, openKeys } from '#server/keys.ts'
import { formToItem } from '#server/store/library.ts'
import { createChance } from '#tests/simulation/chance.ts'
import { createEventLog } from '#tests/simulation/event-log.ts'
import { drawFaults, FAULT_CLASSES, type Faults } from '#tests/simulation/faults.ts'
import {
  checkDisk,
  checkSealed,
  checkServer,
  checkWiped,
  compareLibraries,
  compareReplicas,
  createReceiptCheck,
  isDrained,
  letterboxStateOf
} from '#tests/simulation/invariants.ts'
import { createLedger, Violation } from '#tests/simulation/ledger.ts'
import { enterLiveQueries, wakeLiveQueries } from '#tests/simulation/live-query.ts'
import { createNetwork, PORTALS } from '#tests/simulation/network.ts'
import { createPeople, enter, STRANGE_FORM } from '#tests/simulation/people.ts'
import { createPhone, PASSPHRASE, type Phone } from '#tests/simulation/phone.ts'
import { pendingOperations, enterWorld } from '#tests/simulation/ports.ts'
import { createScheduler, NOBODY, type Owner } from '#tests/simulation/scheduler.ts'
import { createServer } from '#tests/simulation/server.ts'
import { createStorage } from '#tests/simulation/storage.ts'

const BEGIN = Date.UTC(2026, 10, 23, 20, 0)
const ORGANISATION = 'praxis'
const MINUTE = 60_000
const DAY = 86_400_000
/** Faults over, this long until everything must have come right: the longest back-off, a fetch after it, and a margin. */
export const HEALED_WITHIN_MS = 20 * MINUTE

export type SeedReport = {
  readonly seed: number
  readonly hash: string
  readonly events: number
  readonly steps: number
  readonly saves: number
  readonly virtualMs: number
  readonly counts: Readonly<Record<string, number>>
  readonly violation?: { readonly invariant: string; readonly what: string; readonly lastEvents: readonly string[] }
}

export type SeedOptions = { readonly seed: number; readonly write?: (line: string) => void }

export const runSeed = async ({ seed, write }: SeedOptions): Promise<SeedReport> => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'susret-simulation-'))
  const log = createEventLog(BEGIN, write)
  const counts: Record<string, number> = {}
  const counted = (what: string, by = 1) => {
    counts[what] = (counts[what] ?? 0) + by
  }
  const state = { now: BEGIN, events: 0, saves: 0 }
  let violation: Violation | undefined
  try {
    await live({ seed, folder, log, counted, state })
  } catch (fault) {
    violation = fault instanceof Violation ? fault : new Violation('no faults', String((fault as Error).stack ?? fault))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const steps = Object.entries(counts)
    .filter(([what]) => what.startsWith('act ') || what.startsWith('do ') || what === 'exchange' || what === 'replayed')
    .reduce((sum, [, count]) => sum + count, 0)
  return {
    seed,
    hash: log.hash(),
    events: state.events,
    steps,
    saves: state.saves,
    virtualMs: state.now - BEGIN,
    counts,
    ...(violation && {
      violation: { invariant: violation.invariant, what: violation.message, lastEvents: log.last() }
    })
  }
}

type Life = {
  seed: number
  folder: string
  log: ReturnType<typeof createEventLog>
  counted: (what: string, by?: number) => void
  state: { now: number; events: number; saves: number }
}

const live = async ({ seed, folder, log, counted, state }: Life): Promise<void> => {
  const chance = (purpose: string) => createChance(seed, purpose)
  const plan = chance('plan')
  const drawn = drawFaults(chance('faults'))
  for (const name of FAULT_CLASSES) if (drawn.has(name)) counted(`class ${name}`)
  let faults: Faults | undefined
  let broken: Violation | undefined
  const phones: Phone[] = []
  const revoked = new Set<Phone>()
  const phoneOf = (owner: Owner) => phones.find((phone) => owner.name.startsWith(`${phone.name}/`))

  const crashes = chance('crashes')
  const scheduler = createScheduler({
    begin: BEGIN,
    log,
    pending: pendingOperations,
    interrupt: (owner) => {
      if (faults === undefined || !crashes.is(faults.phoneCrash)) return
      const phone = phoneOf(owner)
      if (phone === undefined) return
      counted('phone_crash')
      phone.kill(owner)
    }
  })
  enterWorld(scheduler, chance('ports'))
  enterLiveQueries(scheduler)

  const ledger = createLedger()
  const checkReceipts = createReceiptCheck(ledger)
  const guard = (check: () => void) => {
    try {
      check()
    } catch (fault) {
      if (!(fault instanceof Violation)) throw fault
      broken ??= fault
    }
  }
  const storage = createStorage({
    scheduler,
    chance: chance('storage'),
    counted,
    committed: (disk, database, stores) => {
      wakeLiveQueries(disk.name)
      const phone = phones.find(({ name }) => name === disk.name)
      if (phone && database.endsWith('/letterbox') && stores.has('parcels')) guard(() => checkReceipts(phone))
    }
  })

  const keys = await openKeys(await createKeys())
  const server = createServer({
    scheduler,
    chance: chance('server'),
    ledger,
    folder,
    keys,
    crashRate: () => faults?.serverCrash ?? 0,
    counted,
    guard
  })
  await server.start()
  const { publicKey: recoveryKey } = await createSealingKeys()
  const store = () => {
    const now = server.bareStore()
    if (now === undefined) throw new Error('The server is down')
    return now
  }
  await store().addOrganisation({ id: ORGANISATION, name: 'Praxis', recoveryKey })
  await store().putLibrary(ORGANISATION, [
    formToItem(NEW_ARRIVAL),
    ...[1, 2, 3, 4].map((number) => aProvider(number, 1))
  ])

  const network = createNetwork({
    scheduler,
    chance: chance('network'),
    server,
    faults: () => faults,
    counted,
    seen: (bytes, path) => guard(() => checkSealed(bytes, `what goes over the wire to ${path}`))
  })
  for (let number = 1; number <= plan.between(2, 4) + 1; number += 1) {
    phones.push(
      createPhone({
        scheduler,
        chance: chance(`phone ${number}`),
        network,
        disk: storage.createDisk(`p${number}`),
        shown: (phone, stored) =>
          guard(() => {
            state.saves += stored.length
            const isStrange = stored.some(({ change }) => change.fields['formVersion'] === STRANGE_FORM.version)
            ledger.noteShown(phone, stored, isStrange)
          })
      })
    )
  }
  const people = createPeople({
    chance: chance('people'),
    now: (phone) => scheduler.now() + phone.clock.skewMs,
    done: (act) => counted(`act ${act}`)
  })
  const after = (ms: number, label: string, work: () => void) => scheduler.after(ms, { owner: NOBODY, label }, work)
  const until = async (isDone: () => boolean) => {
    await scheduler.runUntil(() => broken !== undefined || isDone())
    state.now = scheduler.now()
    state.events = scheduler.count()
    if (broken !== undefined) throw broken
  }
  const pass = async (ms: number) => {
    const end = scheduler.now() + ms
    let isOver = false
    scheduler.always(ms, { owner: NOBODY, label: 'time passes' }, () => {
      isOver = true
    })
    await until(() => isOver || scheduler.now() >= end)
  }

  // Everybody joins, under whatever network there is.
  faults = plan.is(0.5) ? drawn : undefined
  for (const phone of phones) {
    const code = chance(`invite ${phone.name}`).bytes(16)
    const invite = await anInvite(store(), keys.fingerprint, { role: phone === phones[0] ? 'lead' : 'worker', code })
    const tryToJoin = () => {
      const tab = phone.tabs()[0] ?? phone.openTab()
      const { phase } = tab.app.view()
      counted('do join')
      if (phase === 'new' || phase === 'joining') void tab.app.join(invite, PASSPHRASE)
      else if (phase === 'lost') throw new Violation('nothing is lost', `${phone.name} lost its storage`)
      else void enter(tab)
      after(15_000, `${phone.name} joins`, () => {
        if (!isIn(phone)) tryToJoin()
      })
    }
    after(plan.between(1_000, 20_000), `${phone.name} joins`, tryToJoin)
  }
  const isIn = (phone: Phone) =>
    phone.disk.records(`${phone.name}/vault`, 'slots').length > 1 && letterboxStateOf(phone)?.credentials !== undefined
  const everybodyIn = () => phones.every(isIn)
  for (let minutes = 0; !everybodyIn() && minutes < 120; minutes += 1) {
    if (minutes === 30) faults = undefined
    await pass(MINUTE)
  }
  if (!everybodyIn())
    throw new Violation(
      'everybody can join',
      phones.map(({ name, tabs }) => `${name} ${tabs()[0]?.app.view().phase}`).join()
    )
  const backups = [{ lines: await quietBackup(), at: scheduler.now() }]

  async function quietBackup(): Promise<string[]> {
    let lines: string[] | undefined
    const waitForServer = () => {
      const bare = server.bareStore()
      if (bare === undefined) return void after(1_000, 'waits for the server', waitForServer)
      const written: string[] = []
      void bare.backup(async (line) => void written.push(line)).then(() => (lines = written))
    }
    waitForServer()
    await until(() => lines !== undefined)
    counted('do backup')
    return lines ?? []
  }

  // Shifts.
  faults = drawn
  const shifts = plan.between(3, 6)
  for (let shift = 0; shift < shifts; shift += 1) {
    const length = plan.between(3, 9) * MINUTE
    for (const phone of phones) planShift(phone, length)
    planOperator(length)
    await pass(length)
    for (const phone of phones) {
      if (plan.is(0.8)) for (const tab of phone.tabs().slice()) phone.closeTab(tab)
      guard(() => checkDisk(phone))
    }
    backups.push({ lines: await quietBackup(), at: scheduler.now() })
    const isLong = faults.has('longGaps') && plan.is(0.5)
    if (isLong) for (const phone of phones) phone.crash()
    await pass(isLong ? plan.next() * 9 * DAY : plan.between(1, 6) * MINUTE)
  }

  function planShift(phone: Phone, length: number) {
    if (faults === undefined) return
    phone.reach.isOffline = plan.is(faults.offline)
    phone.reach.portal = plan.is(faults.portal) ? plan.pick(PORTALS) : undefined
    if (faults.has('clock') && plan.is(0.5)) {
      phone.clock.skewMs = plan.is(0.3) ? 0 : Math.round((plan.next() - 0.5) * 20 * 365 * DAY)
      counted('clock_jump')
    }
    if (plan.is(0.2)) return
    const at = (share: number) => length * (plan.next() * share)
    const acts = plan.between(3, 14)
    after(at(0.2), `${phone.name} is taken out`, () => {
      const tab = phone.tabs()[0] ?? phone.openTab()
      scheduler.after(2_000, { owner: tab.owner, label: 'unlocks' }, () => void enter(tab))
    })
    if (faults.has('twoTabs') && plan.is(0.6)) {
      after(at(0.4), `${phone.name} opens another tab`, () => {
        counted('do second tab')
        const tab = phone.openTab()
        scheduler.after(2_000, { owner: tab.owner, label: 'unlocks' }, () => void enter(tab))
      })
    }
    for (let act = 0; act < acts; act += 1) {
      const moment = at(1)
      const twice = plan.is(0.3)
      after(moment, `${phone.name} is used`, () => {
        const tab = phone.tabs()[plan.between(0, Math.max(0, phone.tabs().length - 1))] ?? phone.openTab()
        use(phone, tab)
        const other = phone.tabs().find((one) => one !== tab)
        if (twice && other) use(phone, other)
      })
    }
    if (plan.is(0.5)) after(at(1), `${phone.name}'s worker wakes`, () => phone.wakeWorker())
    if (faults.has('phoneCrash') && plan.is(0.4)) {
      after(at(1), `${phone.name} loses power`, () => {
        counted('do phone crash')
        phone.crash()
      })
    }
    if (plan.is(faults.fullDisk)) {
      after(at(1), `${phone.name} is full`, () => (phone.disk.isFull = true))
      after(length, `${phone.name} has room`, () => (phone.disk.isFull = false))
    }
    if (faults.has('update') && plan.is(0.25)) {
      after(at(1), `${phone.name} updates`, () => {
        counted('do update')
        phone.update()
        const tab = phone.openTab()
        scheduler.after(2_000, { owner: tab.owner, label: 'unlocks' }, () => void enter(tab))
      })
    }
    after(at(1), `${phone.name} gets signal`, () => {
      phone.reach.isOffline = false
      for (const tab of phone.tabs())
        scheduler.after(10, { owner: tab.owner, label: 'online' }, () => tab.app.carryNow())
    })
  }

  function use(phone: Phone, tab: ReturnType<Phone['openTab']>) {
    scheduler.after(1, { owner: tab.owner, label: 'act' }, () => {
      people.act(phone, tab).catch(() => counted('act failed'))
    })
  }

  function planOperator(length: number) {
    if (faults === undefined) return
    const at = () => length * plan.next()
    if (faults.has('serverCrash') && plan.is(0.7)) {
      after(at(), 'the server loses power', () => {
        counted('do server crash')
        server.crash()
      })
    }
    if (faults.has('restore') && plan.is(0.35)) {
      after(at(), 'a backup is restored', () => {
        const recent = backups.filter((one) => one.at > scheduler.now() - 20 * DAY).slice(-3)
        const chosen = recent[plan.between(0, recent.length - 1)]
        if (chosen === undefined) return
        counted('do restore')
        const devices = [...revoked].map((phone) => deviceOf(phone)).filter((device) => device !== undefined)
        void server.restore(chosen.lines, devices)
      })
    }
    if (faults.has('revocation') && revoked.size === 0 && plan.is(0.3)) {
      const phone = phones[plan.between(1, phones.length - 1)]
      after(at(), 'a phone is taken off', () => {
        const bare = server.bareStore()
        const device = phone && deviceOf(phone)
        if (bare === undefined || phone === undefined || device === undefined) return
        counted('do revoke')
        revokedDevices.set(phone, device)
        void bare.revoke(device).then(() => {
          revoked.add(phone)
          server.observe()
        })
      })
    }
    if (plan.is(0.3)) {
      const items = [aProvider(plan.between(1, 6), plan.between(2, 99))]
      after(at(), 'the directory changes', () => {
        counted('do directory')
        void server.bareStore()?.putLibrary(ORGANISATION, items)
      })
    }
  }
  // Healing.
  faults = undefined
  for (const phone of phones) {
    phone.reach.isOffline = false
    phone.reach.portal = undefined
    phone.disk.isFull = false
  }
  const end = { isRevoked: (phone: Phone) => revoked.has(phone), ledger, server, phones }
  const keepOpen = (phone: Phone) => {
    const tab = phone.tabs()[0] ?? phone.openTab()
    if (tab.app.view().desk === undefined)
      scheduler.after(2_000, { owner: tab.owner, label: 'unlocks' }, () => void enter(tab).catch(() => undefined))
    else if (!tab.app.view().isCarrying)
      scheduler.after(
        1,
        { owner: tab.owner, label: 'looks' },
        () =>
          void tab.app
            .view()
            .desk?.refresh()
            .catch(() => undefined)
      )
  }
  const healed = scheduler.now() + HEALED_WITHIN_MS
  const differences = () => {
    if (server.bareStore() === undefined) return new Violation('the outbox drains', 'the server is down')
    const waiting = phones.find((phone) => !revoked.has(phone) && !isDrained(phone))
    if (waiting !== undefined) return new Violation('the outbox drains', `${waiting.name} still has parcels waiting`)
    const heedless = phones.find((phone) => revoked.has(phone) && !letterboxStateOf(phone)?.revoked)
    if (heedless !== undefined) return new Violation('a revoked phone forgets', `${heedless.name} goes on as before`)
    return compareReplicas(end) ?? compareLibraries(end)
  }
  for (;;) {
    for (const phone of phones) keepOpen(phone)
    await pass(20_000)
    const difference = differences()
    if (difference === undefined) break
    if (scheduler.now() >= healed) throw difference
  }
  checkServer(end)
  for (const phone of phones) {
    if (revoked.has(phone)) checkWiped(phone)
    checkDisk(phone)
  }
  await server.stop()

  function deviceOf(phone: Phone): string | undefined {
    return revokedDevices.get(phone) ?? letterboxStateOf(phone)?.credentials?.device
  }
}

const revokedDevices = new WeakMap<Phone, string>()

const anInvite = async (
  store: {
    addInvite: (invite: { organisation: string; role: Role; codeHash: string; expiresAt: number }) => Promise<void>
  },
  server: string,
  { role, code: random }: { role: Role; code: Uint8Array }
): Promise<InviteLink> => {
  const code = Buffer.from(random).toString('base64url')
  await store.addInvite({
    organisation: ORGANISATION,
    role,
    codeHash: await fingerprint(textToBytes(code)),
    expiresAt: BEGIN + 10 * DAY
  })
  return { code, server }
}

const aProvider = (number: number, version: number): LibraryItem => ({
  kind: 'provider',
  id: `00000000-0000-4000-8000-00000000000${number}`,
  name: { en: `Provider ${number}, ${version}` },
  phones: [],
  source: 'made up',
  lastChecked: '2026-11',
  toVerify: true
})
