// A later version of the app finds storage of this one: its upgrade is whole or not there, wherever it is killed; an older
// window neither blocks it nor writes into it; and what waits is delivered, once.
import 'fake-indexeddb/auto'
import type { Dexie, Transaction } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk } from '#device/desk.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createKeeper } from '#device/vault/keeper.ts'
import { isNewerStorage, watchUpgrades } from '#device/versioned-database.ts'
import { laterLetterbox, laterVault } from '#tests/device/later-versions.ts'
import { readDump } from '#tests/device/released/dump.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const SAVED = 4

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

/** Has saved without signal: one parcel was handed out, one is open. */
const workingPhone = async () => {
  const phone = team.createPhone()
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
  const desk = await openDesk(keeper, identity)
  phone.goOffline()
  for (let count = 1; count < SAVED; count += 1) given(await desk.tally('rough', HERE))
  await phone.round()
  given(await desk.tally('rough', HERE))
  given(await keeper.keepNote('draft arrival', { men: 1 }))
  return { phone, keeper, identity, desk }
}

type AfterRow = (transaction: Transaction) => void

/** The same phone, in the hands of a later version. */
const openLater = ({ letterbox, vault, platform, library }: Phone, afterRow?: AfterRow) => {
  const later = {
    letterbox: openLetterbox(letterbox.name, laterLetterbox(afterRow)),
    vault: openVaultDatabase(vault.name, laterVault(afterRow))
  }
  return {
    ...later,
    keeper: createKeeper({ ...later, platform }),
    round: () => runRound({ ...later, library, platform, wipe: async () => {} }),
    close: () => [later.letterbox, later.vault].forEach((database) => database.close())
  }
}

const isStamped = async (database: Dexie, names: readonly string[]): Promise<boolean[]> => {
  const rows = await Promise.all(names.map((name) => database.table<{ stamped?: true }>(name).toArray()))
  return rows.flat().map(({ stamped }) => stamped === true)
}

const arrivedOf = async ({ device }: { device: string }) => (await team.store().findDevice(device))?.arrived

const refusal = (asked: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(asked).then(
    () => 'none',
    (error: unknown) => (isNewerStorage(error) ? 'newer' : error)
  )

describe('An upgrade that is killed', () => {
  it('after any of its rows is not there, and is made whole the next time; what waits arrives once', async () => {
    const { phone, identity } = await workingPhone()
    const databases = [phone.letterbox, phone.vault]
    databases.forEach((database) => database.close({ disableAutoOpen: false }))
    const before = await Promise.all(databases.map(({ name }) => readDump(name)))
    const rows = SAVED + 2 + 2
    for (let killedAfter = 1; killedAfter <= rows; killedAfter += 1) {
      let done = 0
      const later = openLater(phone, (transaction) => {
        done += 1
        if (done === killedAfter) transaction.abort()
      })
      expect(await refusal(later.letterbox.open())).not.toBe('none')
      later.close()
      expect(await readDump(phone.letterbox.name)).toEqual(before[0])
    }
    const later = openLater(phone)
    expect(await isStamped(later.letterbox, ['rows', 'parcels', 'contents'])).toEqual(Array(rows).fill(true))
    expect(await isStamped(later.vault, ['notes'])).toEqual([true])
    given(await later.keeper.unlock(PASSPHRASE))
    phone.comeBack()
    expect((await later.round()).handedOver).toBe(2)
    expect(await arrivedOf(identity)).toEqual({ upTo: SAVED, missing: [] })
    later.close()
  })

  it('gives the old version back what it had, and the old version goes on', async () => {
    const { phone, identity, desk } = await workingPhone()
    const later = openLater(phone, (transaction) => transaction.abort())
    expect(await refusal(later.letterbox.open())).not.toBe('none')
    later.close()
    expect(phone.told).toEqual(['let_go'])
    given(await desk.tally('rough', HERE))
    phone.comeBack()
    await phone.round()
    expect(await arrivedOf(identity)).toEqual({ upTo: SAVED + 1, missing: [] })
  })
})

describe('Code older than what is stored', () => {
  it('says so at every question and writes nothing', async () => {
    const { phone } = await workingPhone()
    const later = openLater(phone)
    await later.letterbox.open()
    await later.vault.open()
    later.close()
    const before = await Promise.all([readDump(phone.letterbox.name), readDump(phone.vault.name)])

    const old = phone.reopen()
    const keeper = old.startKeeper()
    expect(await refusal(old.state())).toBe('newer')
    expect(await refusal(keeper.unlock(PASSPHRASE))).toBe('newer')
    expect(await refusal(keeper.joinWith(await team.invite('worker'), PASSPHRASE, 'new'))).toBe('newer')
    expect(await refusal(old.round())).toBe('newer')
    const after = await Promise.all([readDump(phone.letterbox.name), readDump(phone.vault.name)])
    expect(after).toEqual(before)
  })

  it('still delivers when only the vault is newer', async () => {
    const { phone, identity } = await workingPhone()
    const { vault, close } = openLater(phone)
    await vault.open()
    close()
    const old = phone.reopen()
    old.comeBack()
    expect(await refusal(old.state())).toBe('newer')
    expect((await old.round()).handedOver).toBe(2)
    expect(await arrivedOf(identity)).toEqual({ upTo: SAVED, missing: [] })
  })
})

describe('An older window', () => {
  it('lets go of the storage at once, hears of it, and saves nothing more', async () => {
    const { phone, identity, keeper, desk } = await workingPhone()
    const later = openLater(phone)
    await later.letterbox.open()
    await later.vault.open()
    expect(phone.told).toEqual(['let_go', 'let_go'])
    const before = await readDump(phone.letterbox.name)
    expect(await refusal(desk.tally('rough', HERE))).toBe('newer')
    expect(await refusal(keeper.keepNote('draft arrival', { men: 2 }))).toBe('newer')
    expect(await readDump(phone.letterbox.name)).toEqual(before)

    given(await later.keeper.unlock(PASSPHRASE))
    phone.comeBack()
    await later.round()
    expect(await arrivedOf(identity)).toEqual({ upTo: SAVED, missing: [] })
    later.close()
  })

  it('that holds on is told of, and when it goes the upgrade is made', async () => {
    const { phone } = await workingPhone()
    phone.letterbox.close()
    const held = await new Promise<IDBDatabase>((settle) => {
      const asked = indexedDB.open(phone.letterbox.name)
      asked.onsuccess = () => settle(asked.result)
    })
    const { letterbox, close } = openLater(phone)
    const opening = new Promise((settle) => {
      watchUpgrades([letterbox], { onBlocked: () => settle('blocked'), onLetGo: () => {} })
      void letterbox.open().then(() => settle('open'))
    })
    expect(await opening).toBe('blocked')
    held.close()
    await letterbox.open()
    expect((await isStamped(letterbox, ['rows'])).length).toBe(SAVED)
    close()
  })
})
