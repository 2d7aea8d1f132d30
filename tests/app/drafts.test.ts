import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '#device/desk.ts'
import type { Phone as AppPhone } from '#app/phone/phone.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { openAppPhone } from '#tests/app/app-phone.ts'
import { given, referralTo } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const FIVE = { id: 'draft of five people', value: { men: 5 } }

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const joined = async () => {
  const phone = team.createPhone()
  const app = await openAppPhone(phone)
  given(await app.join(await team.invite('worker'), PASSPHRASE))
  return { phone, app }
}

const deskOf = (app: AppPhone): Desk => {
  const { desk } = app.view()
  if (desk === undefined) throw new Error('The phone is locked')
  return desk
}

const unlock = async (app: AppPhone) => given(await app.unlock(PASSPHRASE))

const opened = async (phone: Phone) => {
  const app = await openAppPhone(phone.reopen())
  await unlock(app)
  return app
}

const arrivalsOn = (app: AppPhone) =>
  deskOf(app)
    .records()
    .filter(({ type }) => type === 'arrival')

/** As the form does, which still has to forget its draft. */
const typeAndSave = async (app: AppPhone) => {
  given(await app.keepDraft('arrival', FIVE))
  return deskOf(app).logArrival(NEW_ARRIVAL, FIVE.value, { ...HERE, draft: FIVE.id })
}

describe('A draft', () => {
  it('is known for saved where Hide came before the save was answered', async () => {
    const { phone, app } = await joined()
    given(await app.keepDraft('arrival', FIVE))
    void deskOf(app).logArrival(NEW_ARRIVAL, FIVE.value, { ...HERE, draft: FIVE.id })
    app.lock()
    await expect.poll(() => phone.letterbox.rows.count()).toBe(1)
    await unlock(app)
    expect(arrivalsOn(app)).toHaveLength(1)
    expect(await app.readDraft('arrival')).toEqual(FIVE)
    expect(app.isSaved(FIVE.id)).toBe(true)
  })

  it('is known for saved where a kill came before it was forgotten', async () => {
    const { phone, app } = await joined()
    given(await typeAndSave(app))
    expect((await opened(phone)).isSaved(FIVE.id)).toBe(true)
  })

  it('is known for saved after a referral, and after an entry of the directory', async () => {
    const { phone, app } = await joined()
    const arrival = given(await deskOf(app).logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
    given(await deskOf(app).refer(referralTo('clinic', arrival), { ...HERE, draft: 'draft of a referral' }))
    const entry = { kind: 'provider', id: '00000000-0000-4000-8000-000000000009', name: { en: 'A kitchen' } } as const
    const checked = { phones: [], source: 'made up', lastChecked: '2026-11', toVerify: true }
    given(await (await app.corrections()).save({ ...entry, ...checked }))
    const again = await opened(phone)
    expect(again.isSaved('draft of a referral')).toBe(true)
    await expect.poll(() => again.isSaved(entry.id)).toBe(true)
  })

  it('is picked up where nothing was saved of it, also as an earlier version kept it', async () => {
    const { phone, app } = await joined()
    given(await app.keepDraft('arrival', FIVE))
    given(await deskOf(app).notes.keepNote('draft refer', { step: 'ask' }))
    const again = await opened(phone)
    expect(await again.readDraft('arrival')).toEqual(FIVE)
    expect(again.isSaved(FIVE.id)).toBe(false)
    expect(await again.readDraft('refer')).toEqual({ value: { step: 'ask' } })
    expect(await again.readDraft('another form')).toBeUndefined()
  })

  it('never leaves the phone by its id', async () => {
    const { phone, app } = await joined()
    const id = given(await typeAndSave(app))
    await phone.round()
    const lead = await openAppPhone(team.createPhone())
    given(await lead.join(await team.invite('lead'), PASSPHRASE))
    lead.carryNow()
    await expect.poll(() => arrivalsOn(lead).map((record) => record.id)).toEqual([id])
    expect(deskOf(lead).asideOf(id)).toBeUndefined()
    expect(lead.isSaved(FIVE.id)).toBe(false)
    expect(JSON.stringify(deskOf(lead).historyOf(id))).not.toContain(FIVE.id)
    expect((await team.backup()).join('\n')).not.toContain(FIVE.id)
  })
})

describe('Save, tapped twice', () => {
  it('is one arrival, and after its answer the next one is another', async () => {
    const { app } = await joined()
    const [first, second] = await Promise.all([typeAndSave(app), typeAndSave(app)])
    expect(given(second)).toBe(given(first))
    given(await deskOf(app).logArrival(NEW_ARRIVAL, { men: 5 }, { ...HERE, draft: 'the next' }))
    expect(arrivalsOn(app)).toHaveLength(2)
  })
})
