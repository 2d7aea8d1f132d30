import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk } from '#device/desk.ts'
import type { FileDrawer } from '#device/letterbox/file-drawer.ts'
import { createLifeboat } from '#device/letterbox/lifeboat.ts'
import { createRescue } from '#device/letterbox/rescue.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import { createKeeper } from '#device/vault/keeper.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { readRescueFile } from '#protocol/rescue-file.ts'
import type { DeviceId } from '#protocol/ids.ts'
import { runRound } from '#device/letterbox/round.ts'
import { createDrawer } from '#tests/device/drawer.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const DAY_MS = 24 * 60 * 60_000
const HERE = { at: NOW, zone: 'parks' } as const

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

/** A hundred times as fast. */
const sooner = (ms: number, work: () => void) => void setTimeout(work, ms / 100)

const aPhone = async (broken: Partial<FileDrawer> = {}) => {
  const phone = team.createPhone()
  const { files, drawer } = createDrawer()
  const lifeboat = createLifeboat({
    drawer: { ...drawer, ...broken },
    later: sooner
  })
  const { letterbox, library, vault, platform } = phone
  const carrier = { letterbox, library, platform, lifeboat, wipe: async () => {} }
  const keeper = createKeeper({ letterbox, vault, platform, lifeboat })
  const identity = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
  const desk = await openDesk(keeper, identity)
  const rescue = createRescue(carrier, lifeboat)
  const settled = () => lifeboat.hasPapers()
  return { phone, files, drawer, lifeboat, keeper, identity, desk, rescue, carrier, settled }
}

/** What Chromium does to a database it finds broken. */
const loseDatabases = async ({ phone }: { phone: Phone }): Promise<void> => {
  await Promise.all([...phone.vault.tables, ...phone.letterbox.tables].map((table) => table.clear()))
  // A browser that begins anew has ended every connection.
  for (const database of [phone.vault, phone.letterbox]) database.close({ disableAutoOpen: false })
}

const changesOf = async (device: string) => (await team.store().findDevice(device))?.arrived.upTo

describe('The second copy', () => {
  it('does not stay on a phone that was taken off while the vault’s thread still made it', async () => {
    const worker = await aPhone()
    const { letterbox, library, vault, testimonies } = worker.phone
    const page = createLifeboat({ drawer: worker.drawer, later: sooner })
    const wipe = createWipe({
      vault,
      letterbox,
      library,
      testimonies,
      lifeboat: page,
      platform: worker.carrier.platform
    })
    const carrier = { ...worker.carrier, lifeboat: page, wipe }
    await team.store().revoke({ id: worker.identity.device })
    expect((await runRound(carrier)).trouble).toEqual({ why: 'wiped' })
    worker.lifeboat.take(worker.identity.device, { parcel: 1, from: 1, count: 1, bytes: new Uint8Array(64) })
    await worker.lifeboat.settle()
    expect(worker.files.size).toBe(1)
    await runRound(carrier)
    expect(worker.files.size).toBe(0)
  })

  it('holds every saved change that has no receipt, in one file a parcel', async () => {
    const worker = await aPhone()
    for (let count = 0; count < 5; count += 1) given(await worker.desk.tally('rough', HERE))
    await expect
      .poll(() => [...worker.files.keys()].filter((name) => name.endsWith('.parcel')))
      .toEqual([`${worker.identity.device}.1.1.5.parcel`])
  })

  it('lets go of what the team has', async () => {
    const worker = await aPhone()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    expect((await runRound(worker.carrier)).handedOver).toBe(1)
    expect([...worker.files.keys()]).toEqual([`${worker.identity.device}.papers`])
  })

  it('stays when the receipt is one of before a restore, which is not believed', async () => {
    const { phone, desk, carrier, identity, files } = await aPhone()
    const backup = await team.backup()
    given(await desk.tally('rough', HERE))
    const copy = `${identity.device}.1.1.1.parcel`
    await expect.poll(() => [...files.keys()]).toContain(copy)
    const roundWith = (parcels: typeof team.reach) => {
      phone.network.fetch = (path, init) => (path === '/v1/parcels' ? parcels : team.reach)(path, init)
      return runRound(carrier)
    }
    let underWay: Response | undefined
    await roundWith(async (path, init) => {
      underWay = await team.reach(path, init)
      throw new TypeError('Connection reset')
    })
    await team.restore(backup)
    team.time.now += 60_000
    await roundWith(() => Promise.reject(new TypeError('Connection reset')))

    const late = await roundWith(() => Promise.resolve((underWay as Response).clone()))
    expect(late.handedOver).toBe(0)
    expect([...files.keys()]).toContain(copy)
    await roundWith(team.reach)
    expect(await changesOf(identity.device)).toBe(1)
    expect([...files.keys()]).not.toContain(copy)
  })

  it('is made again for what was saved while files could not be written', async () => {
    const full = { is: true }
    const worker = await aPhone()
    const { drawer } = createDrawer()
    const failing = createLifeboat({
      drawer: {
        ...drawer,
        write: async (name, bytes) => {
          if (full.is) throw new DOMException('No space', 'QuotaExceededError')
          await drawer.write(name, bytes)
        }
      },
      later: sooner
    })
    given(await worker.desk.tally('rough', HERE))
    await failing.tidy(worker.phone.letterbox)
    expect(failing.troubles()).toBe(1)
    full.is = false
    await failing.tidy(worker.phone.letterbox)
    expect((await failing.castaways())[0]?.parcels.map(({ count }) => count)).toEqual([1])
  })

  it('is tried again by itself, and at once by who has to know', async () => {
    const { files, drawer } = createDrawer()
    let refusals = 3
    const lifeboat = createLifeboat({
      drawer: {
        ...drawer,
        write: async (name, bytes) => {
          refusals -= 1
          if (refusals >= 0) throw new DOMException('No space', 'QuotaExceededError')
          await drawer.write(name, bytes)
        }
      },
      later: sooner
    })
    const device = 'aaaaaaaaaaaa' as DeviceId
    lifeboat.take(device, { parcel: 1, from: 1, count: 1, bytes: new Uint8Array([1]) })
    await expect.poll(() => [...files.keys()]).toEqual([`${device}.1.1.1.parcel`])
    refusals = 3
    lifeboat.take(device, { parcel: 1, from: 1, count: 2, bytes: new Uint8Array([1, 2]) })
    await lifeboat.settle()
    expect([...files.keys()]).toEqual([`${device}.1.1.2.parcel`])
  })

  it('never fails a save', async () => {
    const worker = await aPhone({ write: () => Promise.reject(new Error('No')) })
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.lifeboat.troubles()).toBeGreaterThan(1)
    expect(worker.desk.records()).toHaveLength(1)
  })

  it('is not believed when a file was cut short', async () => {
    const worker = await aPhone()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    for (const [name, bytes] of worker.files) {
      if (name.endsWith('.parcel')) worker.files.set(name, bytes.slice(0, -1))
    }
    expect((await worker.lifeboat.castaways())[0]?.parcels).toEqual([])
  })
})

describe('A phone whose databases were lost', () => {
  it('takes nothing more while it is open, gives no number twice, and keeps the second copy', async () => {
    const worker = await aPhone()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    const before = [...worker.files]
    await loseDatabases(worker)
    expect(await worker.desk.tally('centre', HERE)).toEqual({ ok: false, refusal: 'phone_full' })
    await worker.settled()
    expect([...worker.files]).toEqual(before)
    expect(await worker.phone.letterbox.rows.count()).toBe(0)
  })

  it('hands over from the second copy, once, and believes receipts only', async () => {
    const worker = await aPhone()
    worker.phone.goOffline()
    for (let count = 0; count < 7; count += 1) given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.rescue.countWaiting()).toBe(7)
    await expect.poll(() => worker.files.size).toBe(2)
    await loseDatabases(worker)
    expect(await worker.rescue.countWaiting()).toBe(7)
    expect(await worker.rescue.handOver()).toEqual({ handedOver: 0, left: 7, trouble: 'no_answer' })
    worker.phone.network.fetch = async () => new Response('<html>Log in</html>')
    expect(await worker.rescue.handOver()).toEqual({ handedOver: 0, left: 7, trouble: 'no_answer' })
    worker.phone.comeBack()
    expect(await worker.rescue.handOver()).toEqual({ handedOver: 7, left: 0 })
    expect(await worker.rescue.handOver()).toEqual({ handedOver: 0, left: 0 })
    expect(await changesOf(worker.identity.device)).toBe(7)
  })

  it('hands over what its former self left after it has joined again, and nothing twice', async () => {
    const worker = await aPhone()
    worker.phone.goOffline()
    for (let count = 0; count < 3; count += 1) given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    await loseDatabases(worker)
    worker.phone.comeBack()
    const { letterbox, vault, platform } = worker.phone
    const keeper = createKeeper({ letterbox, vault, platform, lifeboat: worker.lifeboat })
    const anew = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
    expect(anew.device).not.toBe(worker.identity.device)
    expect(await worker.rescue.handOverCastaways()).toEqual({ handedOver: 3, left: 0 })
    expect(await worker.rescue.countWaiting()).toBe(0)
    expect(await worker.rescue.handOverCastaways()).toEqual({ handedOver: 0, left: 0 })
    expect(await changesOf(worker.identity.device)).toBe(3)
  })

  it('hands it over once to a server restored meanwhile, also as a translator, who is given no deliveries', async () => {
    const worker = await aPhone()
    const { phone, lifeboat, rescue, carrier, identity } = worker
    phone.goOffline()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    await loseDatabases(worker)
    phone.comeBack()
    given(await createKeeper({ ...phone, lifeboat }).joinWith(await team.invite('translator'), PASSPHRASE))
    await runRound(carrier)
    await team.restore(await team.backup())
    const sent: string[] = []
    phone.network.fetch = (path, init) => {
      if (path === '/v1/parcels') sent.push(path)
      return team.reach(path, init)
    }
    for (let round = 0; round < 3; round += 1) {
      await runRound(carrier)
      await rescue.handOverCastaways()
    }
    expect(sent).toHaveLength(1)
    expect(await changesOf(identity.device)).toBe(1)
  })

  it('hands it over again when the server is restored from before, and lets go of it 60 days after the receipt', async () => {
    const worker = await aPhone()
    const { phone, lifeboat, rescue, carrier, identity, files } = worker
    phone.goOffline()
    for (let count = 0; count < 3; count += 1) given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => files.size).toBe(2)
    await loseDatabases(worker)
    phone.comeBack()
    const keeper = createKeeper({ ...phone, lifeboat })
    const anew = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
    const backup = await team.backup()
    await runRound(carrier)
    const handedOver = async () => (await rescue.handOverCastaways()).handedOver
    expect([await handedOver(), await handedOver()]).toEqual([3, 0])

    await team.restore(backup)
    expect(await changesOf(identity.device)).toBe(0)
    team.time.now += DAY_MS
    await runRound(carrier)
    expect(await rescue.countWaiting()).toBe(3)
    expect([await handedOver(), await handedOver()]).toEqual([3, 0])
    expect(await changesOf(identity.device)).toBe(3)

    const left = () => [...files.keys()].filter((name) => name.startsWith(identity.device)).length
    for (const [days, kept] of [
      [60, 2],
      [1, 0]
    ] as const) {
      team.time.now += days * DAY_MS
      await runRound(carrier)
      await rescue.handOverCastaways()
      expect([days, left()]).toEqual([days, kept])
    }
    expect([...files.keys()]).toEqual([`${anew.device}.papers`])
  })

  it('does not believe, when it hands over again, a receipt of the server of before', async () => {
    const worker = await aPhone()
    const { phone, lifeboat, rescue, carrier, identity } = worker
    phone.goOffline()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    await loseDatabases(worker)
    phone.comeBack()
    given(await createKeeper({ ...phone, lifeboat }).joinWith(await team.invite('worker'), PASSPHRASE))
    const backup = await team.backup()
    await runRound(carrier)
    let receipt: Response | undefined
    phone.network.fetch = async (path, init) => {
      const answer = await team.reach(path, init)
      if (path === '/v1/parcels') receipt = answer.clone()
      return answer
    }
    expect((await rescue.handOverCastaways()).handedOver).toBe(1)
    await team.restore(backup)
    team.time.now += 60_000
    phone.network.fetch = team.reach
    await runRound(carrier)
    phone.network.fetch = async () => (receipt as Response).clone()
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 0, left: 1, trouble: 'no_answer' })
    phone.network.fetch = team.reach
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 1, left: 0 })
    expect(await changesOf(identity.device)).toBe(1)
  })

  it('hands over again what the team had, where only the vault was lost', async () => {
    const worker = await aPhone()
    const { phone, lifeboat, rescue, carrier, identity } = worker
    const backup = await team.backup()
    for (let count = 0; count < 2; count += 1) given(await worker.desk.tally('rough', HERE))
    await runRound(carrier)
    await phone.vault.keyring.clear()
    expect(await phone.state()).toBe('lost')
    const keeper = createKeeper({ ...phone, lifeboat })
    const anew = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
    await runRound(carrier)
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 0, left: 0 })

    await team.restore(backup)
    team.time.now += 60_000
    expect(given(await keeper.joinAgain(await team.invite('worker'))).device).toBe(anew.device)
    await runRound(carrier)
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 2, left: 0 })
    expect(await changesOf(identity.device)).toBe(2)
  })

  it('keeps nothing of what was handed over once it is taken off', async () => {
    const worker = await aPhone()
    const { phone, lifeboat, rescue, carrier, files } = worker
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => files.size).toBe(2)
    await loseDatabases(worker)
    const anew = given(await createKeeper({ ...phone, lifeboat }).joinWith(await team.invite('worker'), PASSPHRASE))
    expect((await rescue.handOverCastaways()).handedOver).toBe(1)
    expect(files.size).toBeGreaterThan(1)
    await team.store().revoke({ id: anew.device })
    const { letterbox, library, vault, testimonies, platform } = phone
    const wipe = createWipe({ vault, letterbox, library, testimonies, lifeboat, platform })
    expect((await runRound({ ...carrier, wipe })).trouble).toEqual({ why: 'wiped' })
    expect(files.size).toBe(0)
  })

  it('saves a file that holds the parcels as they were signed', async () => {
    const worker = await aPhone()
    worker.phone.goOffline()
    given(await worker.desk.tally('rough', HERE))
    await expect.poll(() => worker.files.size).toBe(2)
    const bytes = (await worker.phone.letterbox.contents.toArray()).map((content) => content.bytes)
    await loseDatabases(worker)
    const file = readRescueFile(await worker.rescue.toFile())
    expect(file?.map((one) => [...one])).toEqual(bytes.map((one) => [...one]))
  })
})

describe('A phone whose letterbox went back to an earlier state without a word', () => {
  /** What LevelDB does with a log that was cut short: the last writes are not there. */
  const keepState = async ({ letterbox }: Phone) => {
    const rows = await Promise.all(letterbox.tables.map((table) => table.toArray()))
    return async () => {
      await Promise.all(letterbox.tables.map((table) => table.clear()))
      await Promise.all(letterbox.tables.map((table, at) => table.bulkPut(rows[at] ?? [])))
    }
  }
  const reopen = async ({ phone, lifeboat }: Awaited<ReturnType<typeof aPhone>>) => {
    const keeper = createKeeper({ ...phone, lifeboat })
    return openDesk(keeper, given(await keeper.unlock(PASSPHRASE)))
  }

  it('has what it forgot from the second copy, says what is missing, and gives no number twice', async () => {
    const worker = await aPhone()
    const { phone, desk, carrier, identity } = worker
    phone.goOffline()
    for (let count = 0; count < 2; count += 1) given(await desk.tally('rough', HERE))
    const goBack = await keepState(phone)
    for (let count = 0; count < 3; count += 1) given(await desk.tally('centre', HERE))
    await expect.poll(() => [...worker.files.keys()]).toContain(`${identity.device}.1.1.5.parcel`)
    await goBack()

    const again = await reopen(worker)
    expect([again.records().length, again.damaged()]).toEqual([2, 3])
    given(await again.tally('other', HERE))
    phone.comeBack()
    await runRound(carrier)
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 6, missing: [] })
    // What was handed over in one round may come back with the next: both ways go side by side.
    await runRound(carrier)
    await again.refresh()
    expect([again.records().length, again.damaged()]).toEqual([6, 0])
    expect(again.letterbox().hasAside).toBe(false)
  })

  it('does not let go of the longer parcel when only the shorter one has a receipt', async () => {
    const worker = await aPhone()
    const { phone, desk, carrier, identity } = worker
    given(await desk.tally('rough', HERE))
    const goBack = await keepState(phone)
    for (let count = 0; count < 2; count += 1) given(await desk.tally('centre', HERE))
    await expect.poll(() => [...worker.files.keys()]).toContain(`${identity.device}.1.1.3.parcel`)
    await goBack()
    await runRound(carrier)
    expect((await team.store().findDevice(identity.device))?.arrived.upTo).toBe(1)
    await reopen(worker)
    await runRound(carrier)
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 3, missing: [] })
  })

  it.each([
    ['the second copy was tidied since', true],
    ['it went with the receipt, and nothing else was done', false]
  ])('gives no number twice when what it forgot is with the team already: %s', async (_when, isTidied) => {
    const worker = await aPhone()
    const { phone, desk, carrier, identity, lifeboat } = worker
    given(await desk.tally('rough', HERE))
    const goBack = await keepState(phone)
    for (let count = 0; count < 2; count += 1) given(await desk.tally('centre', HERE))
    await runRound(carrier)
    if (isTidied) await lifeboat.tidy(phone.letterbox)
    await goBack()
    const again = await reopen(worker)
    given(await again.tally('other', HERE))
    await runRound(carrier)
    expect((await team.store().findDevice(identity.device))?.arrived).toEqual({ upTo: 4, missing: [] })
    expect(await team.store().listAside('praxis')).toEqual([])
    await again.refresh()
    expect([again.records().length, again.damaged()]).toEqual([4, 0])
  })
})

describe('What is missing is noticed', () => {
  type Loss = (phone: Phone) => Promise<unknown>
  const losses: [string, Loss][] = [
    ['the keys', ({ vault }) => vault.keyring.clear()],
    ['the slots', ({ vault }) => vault.slots.clear()],
    ['keys and slots', ({ vault }) => Promise.all([vault.keyring.clear(), vault.slots.clear()])],
    ['the letterbox’s state', ({ letterbox }) => letterbox.state.clear()]
  ]
  it.each(losses)('when %s are gone', async (_what, lose) => {
    const { phone, desk, keeper, rescue, files, identity } = await aPhone()
    given(await desk.tally('rough', HERE))
    await expect.poll(() => files.size).toBe(2)
    expect(await phone.state()).toBe('locked')
    await lose(phone)
    expect(await phone.state()).toBe('lost')
    expect(await rescue.countWaiting()).toBe(1)
    given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
    expect(await rescue.handOverCastaways()).toEqual({ handedOver: 1, left: 0 })
    expect(await changesOf(identity.device)).toBe(1)
  })

  it('when everything is gone and only the mark outside says that there was something', async () => {
    const { phone } = await aPhone()
    await loseDatabases({ phone })
    expect(await phone.state()).toBe('new')
    expect(await readVaultState({ ...phone, hasJoined: true })).toBe('lost')
  })

  it('when the files that say so cannot be listed at first', async () => {
    const { drawer } = createDrawer()
    await drawer.write('0123456789ab.papers', new Uint8Array())
    let failures = 2
    const names = async () => {
      failures -= 1
      if (failures >= 0) throw new DOMException('The disk is full', 'UnknownError')
      return drawer.names()
    }
    expect(await createLifeboat({ drawer: { ...drawer, names }, later: () => undefined }).hasPapers()).toBe(true)
  })
})
