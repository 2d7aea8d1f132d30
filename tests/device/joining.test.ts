// Joining when it does not go straight: other words than before, too little memory, work of a former self that still
// waits, a team whose server has forgotten this phone.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk } from '#device/desk.ts'
import { createLifeboat, type Lifeboat } from '#device/letterbox/lifeboat.ts'
import { createRescue } from '#device/letterbox/rescue.ts'
import { COST, LEAST_COST, type PassphraseSlot, type Stretch, stretchWithArgon2 } from '#device/vault/slots.ts'
import { parcels } from '#protocol/endpoints/parcels.ts'
import { readRescueFile } from '#protocol/rescue-file.ts'
import { createDrawer } from '#tests/device/drawer.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const OTHER_WORDS = 'five other words for today'

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const joined = async (phone = team.createPhone()) => {
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
  return { phone, keeper, identity, desk: await openDesk(keeper, identity) }
}

const phonesOfTeam = async () => (await team.store().listDevices('praxis')).map(({ id }) => id)

describe('A phone killed while it joined', () => {
  const killedBeforeTheAnswer = async (phone: Phone) => {
    const invite = await team.invite('worker')
    phone.goOffline()
    expect(await phone.startKeeper().joinWith(invite, PASSPHRASE)).toEqual({ ok: false, refusal: 'no_answer' })
    phone.comeBack()
    return invite
  }

  it('says that other words are not those from before, and keeps its keys', async () => {
    const phone = team.createPhone()
    const invite = await killedBeforeTheAnswer(phone)
    const keys = await phone.vault.keyring.toArray()
    expect(await phone.startKeeper().joinWith(invite, OTHER_WORDS)).toEqual({ ok: false, refusal: 'other_words' })
    expect(await phone.vault.keyring.toArray()).toEqual(keys)
    expect(await phonesOfTeam()).toEqual([])
    given(await phone.startKeeper().joinWith(invite, PASSPHRASE))
    expect(await phonesOfTeam()).toHaveLength(1)
  })

  it('takes new words for new keys when asked to, with the same invite as long as the team has not seen it', async () => {
    const phone = team.createPhone()
    const invite = await killedBeforeTheAnswer(phone)
    const { device } = given(await phone.startKeeper().joinWith(invite, OTHER_WORDS, 'new'))
    expect(await phonesOfTeam()).toEqual([device])
    given(await phone.startKeeper().unlock(OTHER_WORDS))
  })

  it('needs another invite for new words once the team has let its first keys in', async () => {
    const phone = team.createPhone()
    const invite = await team.invite('worker')
    phone.network.fetch = async (path, init) => {
      await team.reach(path, init)
      throw new TypeError('Connection reset')
    }
    await phone.startKeeper().joinWith(invite, PASSPHRASE)
    phone.comeBack()
    const answer = await phone.startKeeper().joinWith(invite, OTHER_WORDS, 'new')
    expect(answer).toEqual({ ok: false, refusal: 'invite_used' })
    given(await phone.startKeeper().joinWith(await team.invite('worker'), OTHER_WORDS))
  })

  it('never makes new keys over a phone that has joined', async () => {
    const { phone } = await joined()
    const answer = await phone.startKeeper().joinWith(await team.invite('worker'), OTHER_WORDS, 'new')
    expect(answer).toEqual({ ok: false, refusal: 'already_joined' })
  })
})

describe('A phone with little memory', () => {
  /** Argon2id as on a phone that has so many KiB free. */
  const within =
    (kib: () => number): Stretch =>
    async (passphrase, salt, cost) => {
      if (cost.memory > kib()) throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory')
      return stretchWithArgon2(passphrase, salt, cost)
    }

  it('joins at the least cost, and opens', async () => {
    const { phone } = await joined(team.createPhone({ stretch: within(() => LEAST_COST.memory) }))
    expect(((await phone.vault.slots.get('passphrase')) as PassphraseSlot).cost).toEqual(LEAST_COST)
    given(await phone.startKeeper().unlock(PASSPHRASE))
  })

  it('says so when even that is too much, spends no invite and leaves nothing half made', async () => {
    let free = LEAST_COST.memory - 1
    const phone = team.createPhone({ stretch: within(() => free) })
    const invite = await team.invite('worker')
    expect(await phone.startKeeper().joinWith(invite, PASSPHRASE)).toEqual({ ok: false, refusal: 'too_little_memory' })
    expect(await phone.state()).toBe('new')
    free = COST.memory
    given(await phone.startKeeper().joinWith(invite, PASSPHRASE))
  })

  it('says so when it does not open for want of memory, and makes nobody wait for that', async () => {
    let free = COST.memory
    const { phone } = await joined(team.createPhone({ stretch: within(() => free) }))
    free = LEAST_COST.memory
    const keeper = phone.startKeeper()
    expect(await keeper.unlock(PASSPHRASE)).toEqual({ ok: false, refusal: { why: 'too_little_memory' } })
    free = COST.memory
    given(await keeper.unlock(PASSPHRASE))
  })
})

describe('A phone that lost its keys while work waited', () => {
  /** Two records the team refuses for themselves, then the vault is gone. */
  const robbedPhone = async (lifeboat?: Lifeboat) => {
    const { phone, desk, identity } = await joined(team.createPhone(lifeboat && { lifeboat }))
    phone.network.fetch = async (path, init) =>
      path === parcels.path ? Response.json({ problem: 'altered' }, { status: 400 }) : team.reach(path, init)
    for (let count = 0; count < 2; count += 1) given(await desk.tally('rough', HERE))
    await phone.round()
    await phone.vault.slots.clear()
    expect(await phone.state()).toBe('lost')
    return { phone, identity }
  }
  const aLifeboat = () =>
    createLifeboat({ drawer: createDrawer().drawer, later: (ms, work) => void setTimeout(work, ms) })
  const carrierOf = (phone: Phone, lifeboat: Lifeboat) => ({ ...phone, lifeboat, wipe: async () => {} })

  it('joins again although a parcel is refused for ever, and its second copy goes on trying', async () => {
    const lifeboat = aLifeboat()
    const { phone, identity } = await robbedPhone(lifeboat)
    given(await phone.startKeeper().joinWith(await team.invite('worker'), PASSPHRASE))
    const rescue = createRescue(carrierOf(phone, lifeboat), lifeboat)
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 0, left: 2, trouble: 'refused' })
    phone.comeBack()
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 2, left: 0 })
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 2, missing: [] })
  })

  it('does not join over what lies nowhere else, until it is in a file', async () => {
    const { phone } = await robbedPhone()
    const join = async () => phone.startKeeper().joinWith(await team.invite('worker'), PASSPHRASE)
    expect(await join()).toEqual({ ok: false, refusal: 'still_waiting' })
    const nowhere = createLifeboat({ drawer: createDrawer().drawer, later: () => {} })
    const file = await createRescue(carrierOf(phone, nowhere), nowhere).toFile()
    expect(readRescueFile(file)).toHaveLength(1)
    given(await join())
  })

  it('saves to a file what the letterbox still holds when it has forgotten whose that is', async () => {
    const { phone } = await robbedPhone()
    await phone.letterbox.state.clear()
    const nowhere = createLifeboat({ drawer: createDrawer().drawer, later: () => {} })
    const rescue = createRescue(carrierOf(phone, nowhere), nowhere)
    expect(await rescue.countWaiting()).toBe(2)
    expect(readRescueFile(await rescue.toFile())).toHaveLength(1)
  })
})

describe('A phone whose team was restored from a backup older than it', () => {
  it('joins again as itself with another invite, and hands over all it holds, once', async () => {
    const backup = await team.backup()
    const { phone, keeper, identity, desk } = await joined()
    for (let count = 0; count < 3; count += 1) given(await desk.tally('rough', HERE))
    await phone.round()
    await team.restore(backup)
    given(await desk.tally('rough', HERE))
    expect((await phone.round()).trouble).toEqual({ why: 'refused', problem: 'unknown_device' })

    const again = given(await keeper.joinAgain(await team.invite('worker')))
    expect(again.device).toBe(identity.device)
    await phone.round()
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 4, missing: [] })
    const changes = (await team.backup()).filter((line) => line.includes('"table":"change"'))
    expect(changes).toHaveLength(4)

    const reopened = phone.startKeeper()
    const later = await openDesk(reopened, given(await reopened.unlock(PASSPHRASE)))
    expect(later.records()).toHaveLength(4)
    given(await later.tally('rough', HERE))
    await phone.round()
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 5, missing: [] })
  })

  it('opens with the recovery key afterwards', async () => {
    const backup = await team.backup()
    const { phone, keeper, identity } = await joined()
    await team.restore(backup)
    given(await keeper.joinAgain(await team.invite('worker')))
    const recovered = await phone.startKeeper().recover(team.recoveryKeyOnPaper, OTHER_WORDS)
    expect(given(recovered).device).toBe(identity.device)
  })

  it('stays as it was when the invite is of another team, too old, or nobody answers', async () => {
    const { phone, keeper, identity, desk } = await joined()
    const other = await createTeam()
    given(await desk.tally('rough', HERE))
    phone.network.fetch = other.reach
    expect(await keeper.joinAgain(await other.invite('worker'))).toEqual({ ok: false, refusal: 'other_server' })
    phone.goOffline()
    expect(await keeper.joinAgain(await team.invite('worker'))).toEqual({ ok: false, refusal: 'no_answer' })
    phone.comeBack()
    const old = await team.invite('worker', 1)
    team.time.now += 2 * 60_000
    expect(await keeper.joinAgain(old)).toEqual({ ok: false, refusal: 'invite_expired' })
    await phone.round()
    expect((await team.store().findDevice(identity.device))?.arrived.upTo).toBe(1)
    await other.dispose()
  })
})
