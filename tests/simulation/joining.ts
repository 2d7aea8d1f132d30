// Everybody joins, under whatever network there is, and asks again until the team has answered. In some lives one phone
// joins in the first shift, after the first backup: a server restored from that one does not know it.
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { keepBackup } from '#tests/simulation/backups.ts'
import { letterboxStateOf } from '#tests/simulation/invariants.ts'
import { Violation } from '#tests/simulation/ledger.ts'
import { enter } from '#tests/simulation/people.ts'
import { PASSPHRASE, type Phone, type Tab } from '#tests/simulation/phone.ts'
import { BEGIN, DAY, MINUTE, ORGANISATION, SECOND, type World } from '#tests/simulation/world.ts'

const ALL_IN_WITHIN_MINUTES = 120
const FAULTS_END_AFTER_MINUTES = 30
const SPARE_INVITES = 2
/** What is on the screen then tells nothing of what was lost, and soon makes room for what does. */
const NOT_YET = ['starting', 'unreadable', 'outdated', 'blocked']

export const joinEverybody = async (world: World): Promise<void> => {
  const { plan, phones, drawn, setFaults, pass } = world
  setFaults(plan.is(0.7) ? drawn : undefined)
  const late = drawn.has('lateJoin') ? phones.at(-1) : undefined
  const punctual = phones.filter((phone) => phone !== late)
  for (const phone of phones) {
    world.invites.set(phone, await anInvite(world, phone))
    const spares = drawn.has('storageLost') ? SPARE_INVITES : 0
    for (let spare = 1; spare <= spares; spare += 1) {
      world.spareInvites.set(phone, [...(world.spareInvites.get(phone) ?? []), await anInvite(world, phone, spare)])
    }
  }
  for (const phone of punctual) {
    keepTryingToJoin(world, phone, { from: plan.between(1 * SECOND, 20 * SECOND), until: Infinity })
  }
  for (let minutes = 0; !punctual.every(isIn); minutes += 1) {
    if (minutes === FAULTS_END_AFTER_MINUTES) setFaults(undefined)
    if (minutes === ALL_IN_WITHIN_MINUTES) {
      const standings = punctual.map(({ name, tabs }) => `${name} ${tabs()[0]?.app.view().phase}`)
      throw new Violation('everybody can join', standings.join())
    }
    await pass(MINUTE)
  }
  await keepBackup(world)
}

/** One try after another until the team has answered, or the shift is over. */
export const keepTryingToJoin = (
  world: World,
  phone: Phone,
  { from, until }: { from: number; until: number }
): void => {
  world.after(from, `${phone.name} joins`, () => {
    if (isIn(phone) || world.scheduler.now() >= until) return
    tryToJoin(world, phone)
    keepTryingToJoin(world, phone, { from: 15 * SECOND, until })
  })
}

export const tryToJoin = (world: World, phone: Phone): void => {
  const tab = phone.tabs()[0] ?? phone.openTab()
  const { phase } = tab.app.view()
  const invite = world.invites.get(phone)
  world.counted('do join')
  if (readsOfLoss(world, phone, tab)) return
  const isAtDoor = (phase === 'new' || phase === 'joining') && !world.revoked.has(phone)
  // Whoever was taken off may begin anew, in the very moment the order is obeyed too: nobody does it here, or nothing would say
  // what became of the phone before.
  if (invite && isAtDoor) void tab.app.join(invite, PASSPHRASE)
  // A kill while it forgets leaves it so until the order comes again.
  else if (phase === 'lost' && !world.revoked.has(phone)) {
    throw new Violation('nothing is lost', `${phone.name} lost its storage`)
  } else void enter(tab)
}

/** Nobody begins anew before it was said what happened. Often what was left is handed over at once. */
const readsOfLoss = (world: World, phone: Phone, tab: Tab): boolean => {
  const incident = world.incidents.get(phone)
  const { phase } = tab.app.view()
  if (incident === undefined || NOT_YET.includes(phase)) return incident !== undefined
  if (incident === 'unread' && phase !== 'lost') {
    throw new Violation('no silent fresh start', `${phone.name} lost its storage and shows ${phase}`)
  }
  if (incident === 'unread') {
    world.incidents.set(phone, 'read')
    if (world.laterPlan.is(0.5)) {
      world.counted('do hand over')
      void tab.app.rescue.handOver().catch(() => undefined)
      return true
    }
  }
  const invite = world.invites.get(phone)
  if (invite && (phase === 'lost' || phase === 'joining')) void tab.app.join(invite, PASSPHRASE)
  else void enter(tab)
  if (isIn(phone)) world.incidents.delete(phone)
  return true
}

export const isIn = (phone: Phone): boolean =>
  phone.disk.records(`${phone.name}/vault`, 'slots').length > 1 && letterboxStateOf(phone)?.credentials !== undefined

const anInvite = async (
  { chance, keys, phones, translators, store }: World,
  phone: Phone,
  spare = 0
): Promise<InviteLink> => {
  const purpose = spare === 0 ? `invite ${phone.name}` : `invite ${phone.name} ${spare}`
  const code = Buffer.from(chance(purpose).bytes(16)).toString('base64url')
  await store().addInvite({
    organisation: ORGANISATION,
    role: translators.has(phone) ? 'translator' : phone === phones[0] ? 'lead' : 'worker',
    codeHash: await fingerprint(textToBytes(code)),
    expiresAt: BEGIN + 400 * DAY
  })
  return { code, server: keys.fingerprint }
}
