// Everything one seed lives in: the one order of events, a server, phones on disks of their own, a network between them and
// the faults of the moment. What a check finds is kept, and ends the life at the next look.
import { createSealingKeys } from '#protocol/keys.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { parcels } from '#protocol/endpoints/parcels.ts'
import type { LibraryItem } from '#protocol/library.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { createKeys, openKeys } from '#server/keys.ts'
import type { Revoked } from '#server/store/devices.ts'
import { formToItem } from '#server/store/library.ts'
import { createChance } from '#tests/simulation/chance.ts'
import type { EventLog } from '#tests/simulation/event-log.ts'
import { drawFaults, FAULT_CLASSES, type Faults } from '#tests/simulation/faults.ts'
import { checkSealed, checkStored, createReceiptCheck } from '#tests/simulation/invariants.ts'
import { createLedger, Violation } from '#tests/simulation/ledger.ts'
import { drawLength } from '#tests/simulation/length.ts'
import { enterLiveQueries, wakeLiveQueries } from '#tests/simulation/live-query.ts'
import { createNetwork } from '#tests/simulation/network.ts'
import { createPeople, STRANGE_FORM } from '#tests/simulation/people.ts'
import { createPhone, type Phone } from '#tests/simulation/phone.ts'
import { enterWorld, pendingOperations } from '#tests/simulation/ports.ts'
import { createScheduler, NOBODY, type Owner } from '#tests/simulation/scheduler.ts'
import { createServer } from '#tests/simulation/server.ts'
import { createStorage } from '#tests/simulation/storage.ts'

export const BEGIN = Date.UTC(2026, 10, 23, 20, 0)
export const ORGANISATION = 'praxis'
export const SECOND = 1_000
export const MINUTE = 60_000
export const DAY = 86_400_000

export type Life = {
  readonly seed: number
  readonly folder: string
  readonly log: EventLog
  readonly counted: (what: string, by?: number) => void
  readonly state: { now: number; events: number; saves: number }
}

export type World = Awaited<ReturnType<typeof createWorld>>

export const createWorld = async ({ seed, folder, log, counted, state }: Life) => {
  const chance = (purpose: string) => createChance(seed, purpose)
  const plan = chance('plan')
  const length = drawLength(chance('length'))
  const laterPlan = chance('later plan')
  const drawn = drawFaults(chance('faults'))
  counted(`${length.name} life`)
  for (const name of FAULT_CLASSES) if (drawn.has(name)) counted(`class ${name}`)
  let faults: Faults | undefined
  let broken: Violation | undefined
  const phones: Phone[] = []

  const crashes = chance('crashes')
  let lastWriter: Owner | undefined
  const scheduler = createScheduler({
    begin: BEGIN,
    log,
    pending: pendingOperations,
    interrupt: (owner) => {
      const hasWritten = owner === lastWriter
      if (hasWritten) lastWriter = undefined
      if (faults === undefined || !crashes.is(faults.phoneCrash + (hasWritten ? faults.crashAfterWrite : 0))) return
      const phone = phones.find(({ name }) => owner.name.startsWith(`${name}/`))
      if (phone === undefined) return
      counted('phone_crash')
      phone.kill(owner)
    }
  })
  const disks = chance('disks')
  /** Mostly quick, sometimes as slow as it can be. */
  const diskMs = () => (faults?.slowestDiskMs ?? 0) * disks.next() ** 4
  enterWorld({ scheduler, chance: chance('ports'), diskMs })
  enterLiveQueries(scheduler)

  const guard = (check: () => void) => {
    try {
      check()
    } catch (fault) {
      if (!(fault instanceof Violation)) throw fault
      broken ??= fault
    }
  }
  const ledger = createLedger()
  const checkReceipts = createReceiptCheck(ledger)
  const storage = createStorage({
    scheduler,
    chance: chance('storage'),
    counted,
    closing: () => faults?.connectionClosed ?? 0,
    connections: chance('connections'),
    stored: (disk, row) => guard(() => checkStored(disk.name, row)),
    committed: (disk, { owner, database, stores }) => {
      lastWriter = owner
      wakeLiveQueries(disk.name, database.split('/')[1] ?? '', stores)
      const phone = phones.find(({ name }) => name === disk.name)
      if (phone && database.endsWith('/letterbox') && stores.has('parcels')) guard(() => checkReceipts(phone))
    }
  })

  const keys = await openKeys(await createKeys())
  const serverClock = { skewMs: 0 }
  const revoked = new Map<Phone, Revoked>()
  const server = createServer({
    scheduler,
    now: () => scheduler.now() + serverClock.skewMs,
    chance: chance('server'),
    ledger,
    folder,
    keys,
    revoked: () => revoked.values(),
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

  const silence = { aboutParcels: false }
  const network = createNetwork({
    scheduler,
    chance: chance('network'),
    server,
    faults: () => faults,
    isUnheard: (path) => silence.aboutParcels && path === parcels.path,
    counted,
    seen: (bytes, path) => guard(() => checkSealed(bytes, `what goes over the wire to ${path}`))
  })
  const howMany = plan.between(...length.phones)
  for (let number = 1; number <= howMany; number += 1) {
    phones.push(
      createPhone({
        scheduler,
        chance: chance(`phone ${number}`),
        network,
        disk: storage.createDisk(`p${number}`),
        diskMs,
        wrote: (phone, file, bytes) => guard(() => checkSealed(bytes, `${phone} ${file}`)),
        asked: ledger.noteAsked,
        shown: (phone, stored) =>
          guard(() => {
            state.saves += stored.length
            const isStrange = stored.some(({ change }) => change.fields['formVersion'] === STRANGE_FORM.version)
            ledger.noteShown(phone, stored, isStrange)
          })
      })
    )
  }
  const roles = chance('roles')
  const translators = new Set(howMany > 1 && roles.is(0.4) ? phones.slice(-1) : [])
  if (translators.size > 0) counted('translator')
  const people = createPeople({
    chance: chance('people'),
    now: (phone) => scheduler.now() + phone.clock.skewMs,
    done: (act) => counted(`act ${act}`),
    noteDraft: ledger.noteDraft,
    noteNote: ledger.noteNote
  })

  const until = async (isDone: () => boolean) => {
    await scheduler.runUntil(() => broken !== undefined || isDone())
    state.now = scheduler.now()
    state.events = scheduler.count()
    if (broken !== undefined) throw broken
  }

  return {
    chance,
    plan,
    /** For the classes that came later: what the others do stays as it was. */
    laterPlan,
    minutesBack: chance('minutes back'),
    length,
    drawn,
    faults: () => faults,
    setFaults: (now: Faults | undefined) => {
      faults = now
      silence.aboutParcels = false
    },
    /** What no phone hears of, whatever it sends. */
    silence,
    scheduler,
    counted,
    ledger,
    keys,
    server,
    serverClock,
    store,
    phones: phones as readonly Phone[],
    /** Who is given nothing of the team's, and hands over all the same. */
    translators: translators as ReadonlySet<Phone>,
    people,
    until,
    after: (ms: number, label: string, work: () => void) => scheduler.after(ms, { owner: NOBODY, label }, work),
    pass: async (ms: number) => {
      const end = scheduler.now() + ms
      let isOver = false
      scheduler.always(ms, { owner: NOBODY, label: 'time passes' }, () => {
        isOver = true
      })
      await until(() => isOver || scheduler.now() >= end)
    },
    backups: [] as { readonly lines: readonly string[]; readonly at: number; readonly epoch: string }[],
    invites: new Map<Phone, InviteLink>(),
    /** For whoever loses all and joins again. */
    spareInvites: new Map<Phone, InviteLink[]>(),
    /** Phones whose storage was lost, and whether somebody has read that on their screen. */
    incidents: new Map<Phone, 'unread' | 'read'>(),
    /** By phone that was taken off: what the server knew it as. */
    revoked
  }
}

export const aProvider = (number: number, version: number): LibraryItem => ({
  kind: 'provider',
  id: `00000000-0000-4000-8000-00000000000${number}`,
  name: { en: `Provider ${number}, ${version}` },
  phones: [],
  source: 'made up',
  lastChecked: '2026-11',
  toVerify: true
})
