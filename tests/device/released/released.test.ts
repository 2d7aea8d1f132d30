// What every version that was released left on phones opens in this one, with everything in it, and still arrives.
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { LETTERBOX_VERSIONS } from '#device/letterbox/database.ts'
import { LIBRARY_VERSIONS } from '#device/library/database.ts'
import { openDesk } from '#device/desk.ts'
import { countLeaving, TESTIMONY_VERSIONS } from '#device/testimonies/database.ts'
import { handOverTestimonies } from '#device/testimonies/leaving.ts'
import { VAULT_VERSIONS } from '#device/vault/database.ts'
import { KeyFile } from '#server/keys.ts'
import { type Dump, readDump, writeDump } from '#tests/device/released/dump.ts'
import { COLLECTOR, DRAFT_NAME, readReleased, RELEASED } from '#tests/device/released/fixture.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, type Team } from '#tests/device/world.ts'

let team: Team | undefined
afterEach(() => team?.dispose())

/** The phone as it was left, a day later, beside its server, which has just been restored. */
const wake = async (version: number) => {
  const released = readReleased(version)
  const [keyLine = '', ...lines] = released.backup
  team = await createTeam({ keyFile: KeyFile.parse((JSON.parse(keyLine) as { keys: unknown }).keys) })
  await team.restore(lines)
  const phone = team.createPhone()
  const { letterbox, vault, library, testimonies } = phone
  await writeDump({ name: letterbox.name, dump: released.databases.letterbox })
  await writeDump({ name: vault.name, dump: released.databases.vault })
  await writeDump({ name: library.name, dump: released.databases.library })
  if (released.databases.testimonies) await writeDump({ name: testimonies.name, dump: released.databases.testimonies })
  phone.clock.now = released.at + 86_400_000
  return { released, phone, team }
}

describe.each(RELEASED)('A phone left by storage version %i', (version) => {
  it('opens with its passphrase and shows all it held, what never leaves it too', async () => {
    const { released, phone } = await wake(version)
    expect(await phone.state()).toBe('locked')
    const keeper = phone.startKeeper()
    const desk = await openDesk(keeper, given(await keeper.unlock(released.passphrase)))
    const shown = desk
      .records()
      .map(({ id, type, fields }) => [type, fields['men'] ?? null, desk.asideOf(id)?.answers['note'] ?? null])
    const inOneOrder = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).toSorted()
    expect(inOneOrder(shown)).toEqual(inOneOrder(released.shown))
    expect(desk.damaged()).toBe(0)
    expect(desk.team()).toHaveLength(2)
    expect(await keeper.readNote(DRAFT_NAME)).toEqual(released.draft)
    expect(await phone.library.items.count()).toBeGreaterThan(0)
  })

  it('opens with the recovery key on paper', async () => {
    const { released, phone } = await wake(version)
    const recovered = await phone.startKeeper().recover(released.recoveryKey, 'five other words for today')
    expect(given(recovered).device).toBe(released.device)
  })

  it('hands over what waited, still locked, and nothing twice', async () => {
    const { released, phone, team: there } = await wake(version)
    await phone.round()
    const device = await there.store().findDevice(released.device)
    expect(device?.arrived).toEqual({ upTo: released.saved, missing: [] })
    expect(await phone.letterbox.parcels.where('state').notEqual('received').count()).toBe(0)
    const lines = (await there.backup()).filter((line) => line.includes('"table":"change"'))
    expect(lines.filter((line) => line.includes(released.device))).toHaveLength(released.saved)
  })

  it('hands over the testimony that waited, to nobody but whom it is for', async () => {
    const { released, phone, team: there } = await wake(version)
    await phone.round()
    expect(await countLeaving(phone.testimonies)).toBe(released.databases.testimonies ? 1 : 0)
    await handOverTestimonies(phone)
    expect(await countLeaving(phone.testimonies)).toBe(0)
    const come = await there.store().listTestimonies(COLLECTOR, { after: '', limit: 9 })
    expect(come).toHaveLength(released.databases.testimonies ? 1 : 0)
  })

  it('goes on saving', async () => {
    const { released, phone } = await wake(version)
    const keeper = phone.startKeeper()
    const desk = await openDesk(keeper, given(await keeper.unlock(released.passphrase)))
    given(await desk.tally('centre', { at: released.at, zone: 'parks' }))
    await phone.round()
    const device = await team?.store().findDevice(released.device)
    expect(device?.arrived).toEqual({ upTo: released.saved + 1, missing: [] })
  })
})

it('every version this code knows is frozen, and none was changed since', async () => {
  const newest = readReleased(RELEASED.at(-1) ?? 0).databases
  for (const [versions, dump] of [
    [LETTERBOX_VERSIONS, newest.letterbox],
    [VAULT_VERSIONS, newest.vault],
    [LIBRARY_VERSIONS, newest.library],
    [TESTIMONY_VERSIONS, newest.testimonies]
  ] as const) {
    expect(versions.map(({ version }) => version * 10)).toEqual(
      Array.from({ length: (dump?.version ?? 0) / 10 }, (_, before) => (before + 1) * 10)
    )
  }
  team = await createTeam()
  const { letterbox, vault, library, testimonies } = team.createPhone()
  for (const [database, dump] of [
    [letterbox, newest.letterbox],
    [vault, newest.vault],
    [library, newest.library],
    [testimonies, newest.testimonies]
  ] as const) {
    await database.open()
    database.close()
    expect(shapeOf(await readDump(database.name))).toEqual(dump && shapeOf(dump))
  }
})

const shapeOf = ({ version, stores }: Dump) => ({
  version,
  stores: stores.map(({ rows: _rows, ...shape }) => shape)
})
