// The faults are over: within a bounded time everything must have come right, and stay so under a last close look.
import {
  checkDisk,
  checkServer,
  compareLibraries,
  compareReplicas,
  type Ending,
  findLeftBehind,
  findLostWords,
  findMissing,
  findStrandedTrouble,
  findUnforgotten,
  isDrained,
  isStranded
} from '#tests/simulation/invariants.ts'
import { isIn, tryToJoin } from '#tests/simulation/joining.ts'
import { Violation } from '#tests/simulation/ledger.ts'
import { enter } from '#tests/simulation/people.ts'
import type { Phone, Tab } from '#tests/simulation/phone.ts'
import { MINUTE, SECOND, type World } from '#tests/simulation/world.ts'

/**
 * Who failed again and again asks next after a quarter of an hour, the longest back-off of `courier.ts`. From then on two
 * rounds are enough: one learns what the server has lost, and the other phones fetch what was offered again after a quiet
 * minute. What is left is for one exchange that was under way when the faults ended and is given up on after half a minute.
 */
const HEALED_WITHIN_MS = 20 * MINUTE

export const heal = async (world: World): Promise<void> => {
  const { phones, translators, revoked, scheduler, ledger, server } = world
  world.setFaults(undefined)
  for (const { reach, disk } of phones) {
    reach.isOffline = false
    reach.portal = undefined
    disk.isFull = false
  }
  // Whom it is to refuse is read at the next start, where nothing else says that it went back.
  if (server.hasGoneBackUnnoticed()) {
    await server.stop()
    await server.start()
  }
  const isOutside = (phone: Phone) => revoked.has(phone) || isStranded(phone, server)
  const end: Ending = { isOutside, ledger, server, phones, translators }
  const healed = scheduler.now() + HEALED_WITHIN_MS
  for (;;) {
    for (const phone of phones) keepOpen(world, phone)
    await world.pass(20 * SECOND)
    const difference = findDifference(end, revoked)
    if (difference === undefined) break
    if (scheduler.now() >= healed) throw difference
  }
  checkServer(end)
  let looked: { readonly lost: Violation | undefined } | undefined
  findLostWords(end).then(
    (lost) => (looked = { lost }),
    (fault: unknown) => (looked = { lost: new Violation('words stay', `they cannot be read: ${String(fault)}`) })
  )
  await world.until(() => looked !== undefined)
  if (looked?.lost !== undefined) throw looked.lost
  for (const phone of phones) {
    if (isStranded(phone, server)) world.counted('stranded')
    checkDisk(phone)
  }
}

const keepOpen = (world: World, phone: Phone) => {
  if (!isIn(phone)) tryToJoin(world, phone)
  if (phone.tabs().length === 0) phone.openTab()
  for (const tab of phone.tabs()) keepTabOpen(world, tab)
}

const keepTabOpen = ({ scheduler }: World, tab: Tab) => {
  const { owner } = tab
  const { desk, isCarrying } = tab.app.view()
  const look = (ms: number, label: string, work: () => Promise<unknown>) =>
    scheduler.after(ms, { owner, label }, () => void work().catch(() => undefined))
  if (desk === undefined) look(2 * SECOND, 'unlocks', () => enter(tab))
  else if (!isCarrying) look(1, 'looks', () => desk.refresh())
}

const findDifference = (end: Ending, revoked: World['revoked']): Violation | undefined => {
  const { server, ledger, phones, isOutside } = end
  if (server.bareStore() === undefined) return new Violation('the outbox drains', 'the server is down')
  const waiting = phones.find((phone) => !isOutside(phone) && !isDrained(phone))
  if (waiting !== undefined) return new Violation('the outbox drains', `${waiting.name} still has parcels waiting`)
  for (const phone of phones) {
    const trouble = revoked.has(phone)
      ? findUnforgotten(phone)
      : isStranded(phone, server)
        ? findStrandedTrouble(phone, ledger)
        : undefined
    if (trouble !== undefined) return trouble
  }
  server.observe()
  return (
    findMissing(end) ??
    findLeftBehind(end, (phone) => revoked.has(phone)) ??
    compareReplicas(end) ??
    compareLibraries(end)
  )
}
