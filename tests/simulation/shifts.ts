// Shifts under faults: what each phone meets in one, and what the operator does meanwhile.
import { keepBackup, putDiskBack, putMinutesBack, restoreBackup } from '#tests/simulation/backups.ts'
import { checkDisk, copiedOn, letterboxStateOf } from '#tests/simulation/invariants.ts'
import { isIn, keepTryingToJoin } from '#tests/simulation/joining.ts'
import { PORTALS } from '#tests/simulation/network.ts'
import { type Act, enter } from '#tests/simulation/people.ts'
import type { Phone, Tab } from '#tests/simulation/phone.ts'
import { aProvider, DAY, MINUTE, ORGANISATION, SECOND, type World } from '#tests/simulation/world.ts'

const MOST_SKEW_MS = 10 * 365 * DAY
/** Of a server, which is looked after. */
const MOST_SERVER_SKEW_MS = 31 * DAY

export const liveShifts = async (world: World): Promise<void> => {
  const { plan, length, phones, drawn } = world
  world.setFaults(drawn)
  for (let left = plan.between(...length.shifts); left > 0; left -= 1) {
    const ms = plan.between(...length.shiftMinutes) * MINUTE
    for (const phone of phones) planShift(world, phone, ms)
    planOperator(world, ms)
    await world.pass(ms)
    for (const phone of phones) {
      if (plan.is(drawn.has('twoTabs') ? 0.5 : 0.8)) for (const tab of phone.tabs().slice()) phone.closeTab(tab)
      checkDisk(phone)
    }
    await keepBackup(world)
    const isLong = drawn.has('longGaps') && plan.is(0.5)
    if (isLong) for (const phone of phones) phone.crash()
    await world.pass(isLong ? plan.next() * 9 * DAY : plan.between(1, 6) * MINUTE)
  }
}

const planShift = (world: World, phone: Phone, ms: number) => {
  const { plan, after, counted } = world
  const faults = world.faults()
  if (faults === undefined) return
  phone.reach.isOffline = plan.is(faults.offline)
  phone.reach.portal = plan.is(faults.portal) ? plan.pick(PORTALS) : undefined
  if (faults.has('clock') && plan.is(0.5)) {
    phone.clock.skewMs = plan.is(0.3) ? 0 : Math.round((plan.next() * 2 - 1) * MOST_SKEW_MS)
    counted('clock_jump')
  }
  if (plan.is(0.2)) return
  const at = (share: number) => ms * (plan.next() * share)
  if (!isIn(phone)) keepTryingToJoin(world, phone, { from: at(0.8), until: world.scheduler.now() + ms })
  const openAnother = () => unlockSoon(world, phone.openTab())
  const acts = plan.between(...world.length.acts)
  after(at(0.2), `${phone.name} is taken out`, () => unlockSoon(world, phone.tabs()[0] ?? phone.openTab()))
  if (faults.has('twoTabs') && plan.is(0.6)) {
    after(at(0.4), `${phone.name} opens another tab`, () => {
      counted('do second tab')
      openAnother()
    })
  }
  for (let act = 0; act < acts; act += 1) {
    const isTwice = plan.is(0.3)
    after(at(1), `${phone.name} is used`, () => {
      const tab = phone.tabs()[plan.between(0, Math.max(0, phone.tabs().length - 1))] ?? phone.openTab()
      actIn(world, { phone, tab })
      const other = phone.tabs().find((one) => one !== tab)
      if (isTwice && other) actIn(world, { phone, tab: other })
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
    after(ms, `${phone.name} has room`, () => (phone.disk.isFull = false))
  }
  if (faults.has('update') && plan.is(0.25)) {
    after(at(1), `${phone.name} updates`, () => {
      counted('do update')
      phone.update()
      openAnother()
    })
  }
  planLater(world, phone, ms)
  after(at(1), `${phone.name} gets signal`, () => {
    phone.reach.isOffline = false
    for (const tab of phone.tabs())
      world.scheduler.after(10, { owner: tab.owner, label: 'online' }, () => tab.app.carryNow())
  })
}

const planLater = (world: World, phone: Phone, ms: number) => {
  const { laterPlan, drawn, after, counted } = world
  if (drawn.has('connectionClosed') && laterPlan.is(0.7)) {
    after(ms * laterPlan.next(), `${phone.name} was in the background`, () => {
      counted('do background')
      phone.disk.closeConnections()
    })
  }
  if (drawn.has('storageLost') && laterPlan.is(0.35)) {
    const at = ms * laterPlan.next()
    const isMarkLost = laterPlan.is(0.3)
    after(at, `${phone.name} loses its storage`, () => loseStorage(world, phone, isMarkLost))
    keepTryingToJoin(world, phone, { from: at + 5 * SECOND, until: world.scheduler.now() + ms })
  }
}

/**
 * Not of whoever was taken off: nothing is left then that could be told to forget. Without the mark papers must say it, which a
 * full phone may not let anybody read.
 */
const loseStorage = (world: World, phone: Phone, isMarkLost: boolean) => {
  const device = letterboxStateOf(phone)?.credentials?.device
  const invite = world.spareInvites.get(phone)?.at(-1)
  if (invite === undefined || device === undefined || !phone.isMarked() || world.revoked.has(phone)) return
  world.spareInvites.get(phone)?.pop()
  world.counted('do lose storage')
  const hasPapers = [...phone.disk.files.keys()].some((name) => name.endsWith('.papers'))
  phone.loseStorage(isMarkLost && hasPapers && !world.drawn.has('fullDisk'))
  const gone = world.ledger.noteStorageLost(phone.name, device, copiedOn(phone))
  world.counted('gone with the storage', gone)
  world.incidents.set(phone, 'unread')
  world.invites.set(phone, invite)
}

const unlockSoon = ({ scheduler }: World, tab: Tab) =>
  scheduler.after(2 * SECOND, { owner: tab.owner, label: 'unlocks' }, () => void enter(tab))

const actIn = ({ scheduler, people, counted }: World, { phone, tab, kind }: { phone: Phone; tab: Tab; kind?: Act }) =>
  scheduler.after(1, { owner: tab.owner, label: 'act' }, () => {
    people.act(phone, tab, kind).catch(() => counted('act failed'))
  })

const planOperator = (world: World, ms: number) => {
  const { plan, minutesBack, after, counted, length, server } = world
  const faults = world.faults()
  if (faults === undefined) return
  const at = () => ms * plan.next()
  if (faults.has('serverClock')) planServerClock(world, ms)
  if (faults.has('serverCrash') && plan.is(0.7)) {
    after(at(), 'the server loses power', () => {
      counted('do server crash')
      server.crash()
    })
  }
  if (faults.has('restore') && plan.is(length.mishap)) after(at(), 'a backup is restored', () => restoreBackup(world))
  if (faults.has('putBack') && plan.is(length.mishap)) after(at(), 'the disk is put back', () => putDiskBack(world))
  if (faults.has('putBack') && minutesBack.is(length.mishap))
    after(ms * minutesBack.next(), 'a copy of the disk is kept', () => void putMinutesBack(world))
  if (faults.has('revocation') && world.revoked.size === 0 && plan.is(length.mishap)) {
    const phone = world.phones[plan.between(1, world.phones.length - 1)]
    after(at(), 'a phone is taken off', () => void takeOff(world, phone))
  }
  if (plan.is(0.3)) {
    const items = [aProvider(plan.between(1, 6), plan.between(2, 99))]
    after(at(), 'the directory changes', () => {
      counted('do directory')
      void server.bareStore()?.putLibrary(ORGANISATION, items)
    })
  }
}

/** Back and forth, at any moment; what is restored meanwhile was kept at another time than this clock has. */
const planServerClock = ({ laterPlan, after, counted, serverClock }: World, ms: number) => {
  for (let jumps = laterPlan.between(0, 2); jumps > 0; jumps -= 1) {
    const skewMs = laterPlan.is(0.25) ? 0 : Math.round((laterPlan.next() * 2 - 1) * MOST_SERVER_SKEW_MS)
    after(ms * laterPlan.next(), "the server's clock jumps", () => {
      counted('server_clock_jump')
      serverClock.skewMs = skewMs
    })
  }
}

/** Often in the middle of somebody's counting: the order then meets what was just saved. */
const takeOff = async (world: World, phone: Phone | undefined) => {
  const { server, revoked, counted } = world
  const bare = server.bareStore()
  const id = phone && letterboxStateOf(phone)?.credentials?.device
  // Who joined after the backup that was restored is in no list that an operator could point at.
  const device = id === undefined ? undefined : await bare?.findDevice(id)
  if (bare === undefined || phone === undefined || device === undefined) return
  // It may have lost all meanwhile: then it is that phone no more.
  if (letterboxStateOf(phone)?.credentials?.device !== id) return
  counted('do revoke')
  revoked.set(phone, device)
  // Whatever was lost before it joined: nobody joins with it again.
  world.incidents.delete(phone)
  await bare.revoke(device)
  server.observe()
  for (const tab of phone.tabs()) actIn(world, { phone, tab, kind: 'tally' })
}
