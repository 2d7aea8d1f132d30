// Somebody brings a card to the organisation they were referred to: it finds the referral without signal, and of nobody else
// anything. Real phones, the real server between them.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCheckIn } from '#device/check-in.ts'
import { openDesk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { saySameness } from '#device/same-people.ts'
import { anonymiseReferralCard } from '#domain/anonymise.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { createCardCode } from '#domain/card-code.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { lastDayOfCard } from '#domain/person-card.ts'
import { hashesOfCode, tagOfCard } from '#protocol/card-hash.ts'
import type { Role } from '#protocol/ids.ts'
import { given, joined, referralTo } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const TODAY = dayAt(NOW)
const DAY = 86_400_000
const everywhere = () => true

let team: Team
beforeEach(async () => {
  team = await createTeam()
  await team.addPartner('clinic', 'provider-clinic')
  await team.addPartner('shelter', 'provider-shelter')
})
afterEach(() => team.dispose())

const person = async (role: Role, organisation?: string) => {
  const one = await joined(team, role, organisation)
  return { ...one, checkIn: createCheckIn(one.desk), items: createHandOuts(one.desk) }
}
type Person = Awaited<ReturnType<typeof person>>

let drawn = 0
const aCode = () => createCardCode((count) => new Uint8Array(count).fill((drawn += 1)))
/** As a phone writes it that has no key yet. */
const aCard = async () => {
  const [hash] = await hashesOfCode(aCode(), undefined)
  return hash
}

const meet = async ({ desk }: Person) => given(await desk.logArrival(NEW_ARRIVAL, { women: 1 }, HERE))

const refer = async ({ desk }: Person, arrival: string, organisation: 'clinic' | 'shelter' = 'clinic') =>
  given(await desk.refer(referralTo(organisation, arrival), HERE))

const everybody = async () => {
  const [mina, clinic, shelter] = [
    await person('worker'),
    await person('partner', 'clinic'),
    await person('partner', 'shelter')
  ]
  const swap = async () => {
    for (const one of [mina, clinic, shelter, mina]) await one.meet()
  }
  await swap()
  return { mina, clinic, shelter, swap }
}

it('The card that people carry finds their referral, and the person has arrived with one step more', async () => {
  const { mina, clinic, swap } = await everybody()
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  const referral = await refer(mina, arrival)
  given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
  await swap()

  clinic.phone.goOffline()
  const [found] = given(await clinic.checkIn.findReferrals([card], TODAY))
  expect(found?.id).toBe(referral)
  if (found === undefined) return
  given(await clinic.desk.stepReferral(found, { to: 'started' }, HERE))
  clinic.phone.comeBack()
  await swap()
  expect(mina.desk.findRecord(referral)?.fields['state']).toBe('started')
})

it('The desk finds what a phone wrote that had the server’s key, and what one wrote that had not', async () => {
  const { mina, clinic, swap } = await everybody()
  const [arrival, code] = [await meet(mina), aCode()]
  const written = await mina.desk.hashesOf(code)
  expect(await clinic.desk.hashesOf(code)).toEqual(written)
  expect(written).toHaveLength(2)
  for (const hash of written) {
    const referral = await refer(mina, arrival)
    given(await mina.checkIn.noteCard(referral, { hash, until: lastDayOfCard(NOW) }))
    await swap()
    expect(given(await clinic.checkIn.findReferrals([hash], TODAY)).map(({ id }) => id)).toEqual([referral])
  }
  expect(given(await clinic.checkIn.findReferrals(written, TODAY))).toHaveLength(2)
})

it('A card that is given after the referral, and one that is made for it, find it too; each is noted once', async () => {
  const { mina, clinic, swap } = await everybody()
  const arrival = await meet(mina)
  const referral = await refer(mina, arrival)
  const [later, forService] = [await aCard(), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: later }, HERE))
  for (let times = 0; times < 2; times += 1) {
    given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
    given(await mina.checkIn.noteCard(referral, { hash: forService, until: lastDayOfCard(NOW) }))
  }
  await swap()
  expect(clinic.desk.records().filter(({ type }) => type === 'referral_card')).toHaveLength(2)
  for (const card of [later, forService]) {
    expect(given(await clinic.checkIn.findReferrals([card], TODAY)).map(({ id }) => id)).toEqual([referral])
  }
})

it('A phone that was killed after the save and before the note catches up when it is opened, once', async () => {
  const { mina, clinic, swap } = await everybody()
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  const [referral, elsewhere] = [await refer(mina, arrival), await refer(mina, arrival, 'shelter')]
  const keeper = mina.phone.reopen().startKeeper()
  const desk = await openDesk(keeper, given(await keeper.unlock(PASSPHRASE)))
  const again = { ...createCheckIn(desk), desk }
  for (let times = 0; times < 2; times += 1) {
    given(await again.noteMissedCards(NOW, (provider) => provider === 'provider-clinic'))
  }
  const noted = desk.records().filter(({ type }) => type === 'referral_card')
  expect(noted.map(({ fields }) => fields['referral'])).toEqual([referral])
  await swap()
  expect(given(await clinic.checkIn.findReferrals([card], TODAY)).map(({ id }) => id)).toEqual([referral])
  // The shelter's phones have joined since.
  given(await again.noteMissedCards(NOW, everywhere))
  expect(desk.records().filter(({ fields }) => fields['referral'] === elsewhere)).toHaveLength(1)
})

it('What other phones of the team gave and referred they catch up with themselves', async () => {
  const { mina, clinic, swap } = await everybody()
  const petar = await person('worker')
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  await swap()
  await petar.meet()
  const missed = async ({ checkIn, desk }: Person) => {
    given(await checkIn.noteMissedCards(NOW, everywhere))
    return desk.records().filter(({ type }) => type === 'referral_card').length
  }
  await refer(petar, arrival)
  await petar.meet()
  await swap()
  const third = await person('worker')
  await third.meet()
  expect(await missed(third)).toBe(0)
  expect(await missed(petar)).toBe(1)
  await petar.meet()
  await swap()
  expect(await missed(mina)).toBe(1)
  expect(given(await clinic.checkIn.findReferrals([card], TODAY))).toHaveLength(1)
})

it('A card of people who were joined finds what was referred from their other record, until that is taken back', async () => {
  const { mina, clinic, swap } = await everybody()
  const [one, other, card, both] = [await meet(mina), await meet(mina), await aCard(), await aCard()]
  given(await mina.items.giveCard(one, { hash: card }, HERE))
  for (const arrival of [one, other]) given(await mina.items.giveCard(arrival, { hash: both }, HERE))
  const referral = await refer(mina, other)
  const found = async (hash: string) => {
    given(await mina.checkIn.noteMissedCards(NOW, everywhere))
    await swap()
    const referrals = await clinic.checkIn.findReferrals([hash], TODAY)
    return referrals.ok ? referrals.value.map(({ id }) => id) : referrals.refusal
  }
  expect(await found(card)).toBe('unknown')
  given(await saySameness(mina.desk, { one, other, answer: 'same' }, HERE))
  expect(await found(card)).toEqual([referral])
  expect(mina.items.cardsOf(other, NOW).map(({ hash }) => hash)).toEqual([both, card])
  given(await saySameness(mina.desk, { one: other, other: one, answer: 'apart' }, HERE))
  expect(await found(card)).toBe('unknown')
  // They carry this one themselves.
  expect(await found(both)).toEqual([referral])
})

it('A card that the wrong people were given is off them and off their referral at once, and can be put back', async () => {
  const { mina, clinic, swap } = await everybody()
  const petar = await person('worker')
  const [arrival, other, card, kept] = [await meet(mina), await meet(mina), await aCard(), await aCard()]
  for (const hash of [card, kept]) given(await mina.items.giveCard(arrival, { hash }, HERE))
  given(await mina.items.giveCard(other, { hash: card }, HERE))
  const [referral, theirs] = [await refer(mina, arrival), await refer(mina, other)]
  for (const one of [arrival, other]) given(await mina.checkIn.noteCardsOf(one, NOW, everywhere))
  await swap()
  await petar.meet()
  const finds = async (hash: string) => {
    await petar.meet()
    await swap()
    const found = await clinic.checkIn.findReferrals([hash], TODAY)
    return found.ok ? found.value.map(({ id }) => id).sort() : found.refusal
  }
  expect(await finds(card)).toEqual([referral, theirs].sort())

  // Another phone takes it off, and what the first one noted with it.
  const cardOn = (one: Person) => one.items.cardsOf(arrival, NOW).find(({ hash }) => hash === card)
  const wrong = cardOn(petar)
  if (wrong === undefined) throw new Error('No card')
  petar.phone.goOffline()
  given(await petar.checkIn.takeCardOff(wrong))
  petar.phone.comeBack()
  expect(await finds(card)).toEqual([theirs])
  expect(await finds(kept)).toEqual([referral])
  expect(mina.items.cardsOf(arrival, NOW).map(({ hash, isOff }) => [hash, isOff])).toEqual([
    [kept, false],
    [card, true]
  ])
  const told = (cardOn(mina)?.given ?? []).flatMap(({ id }) => mina.desk.historyOf(id))
  expect(new Map(told.map(({ change }) => [change.author, change.fields['removed']]))).toEqual(
    new Map([
      [mina.device, undefined],
      [petar.device, 1]
    ])
  )
  given(await mina.checkIn.noteMissedCards(NOW, everywhere))
  expect(await finds(card)).toEqual([theirs])

  const off = cardOn(mina)
  if (off === undefined) throw new Error('No card')
  given(await mina.items.putCardBack(off))
  given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
  expect(await finds(card)).toEqual([referral, theirs].sort())
})

it('What a phone notes of a card that was taken off meanwhile it takes back itself', async () => {
  const { mina, clinic, swap } = await everybody()
  const petar = await person('worker')
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  await swap()
  await petar.meet()
  petar.phone.goOffline()
  const referral = await refer(petar, arrival)
  given(await petar.checkIn.noteMissedCards(NOW, everywhere))
  const [seen] = mina.items.cardsOf(arrival, NOW)
  if (seen === undefined) throw new Error('No card')
  given(await mina.checkIn.takeCardOff(seen))
  await swap()
  petar.phone.comeBack()
  await petar.meet()
  await petar.meet()
  await swap()
  expect(given(await clinic.checkIn.findReferrals([card], TODAY)).map(({ id }) => id)).toEqual([referral])
  given(await petar.checkIn.noteMissedCards(NOW, everywhere))
  await petar.meet()
  await swap()
  expect(await clinic.checkIn.findReferrals([card], TODAY)).toEqual({ ok: false, refusal: 'unknown' })
})

it('What is not here is unknown, and a card that has ended is said to have', async () => {
  const { mina, clinic, shelter, swap } = await everybody()
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  await refer(mina, arrival)
  given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
  await swap()
  const unknown = { ok: false, refusal: 'unknown' }
  expect(await clinic.checkIn.findReferrals([await aCard()], TODAY)).toEqual(unknown)
  expect(await shelter.checkIn.findReferrals([card], TODAY)).toEqual(unknown)
  expect(await clinic.checkIn.findReferrals([card], dayAt(NOW + 31 * DAY))).toEqual({ ok: false, refusal: 'ended' })
})

it('A card that two phones noted with another last day each counts until the later one', async () => {
  const { mina, clinic, swap } = await everybody()
  const [referral, hash] = [await refer(mina, await meet(mina)), await aCard()]
  for (const until of [dayAt(NOW - DAY), dayAt(NOW + DAY), dayAt(NOW - DAY)]) {
    const fields = anonymiseReferralCard({ referral, tag: await tagOfCard(hash, referral), until })
    given(await mina.desk.add({ type: 'referral_card', fields }))
  }
  await swap()
  expect(given(await clinic.checkIn.findReferrals([hash], TODAY)).map(({ id }) => id)).toEqual([referral])
})

it('Of several referrals the open ones are found; a card that has ended, or a team that nobody reads, notes nothing', async () => {
  const { mina, clinic, swap } = await everybody()
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  const [first, second, third] = [await refer(mina, arrival), await refer(mina, arrival), await refer(mina, arrival)]
  given(await mina.checkIn.noteCardsOf(arrival, NOW, () => false))
  given(await mina.checkIn.noteCardsOf(arrival, NOW + 31 * DAY, everywhere))
  expect(mina.desk.records().filter(({ type }) => type === 'referral_card')).toEqual([])
  given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
  await swap()
  const ended = clinic.desk.findRecord(first)
  if (ended) given(await clinic.desk.stepReferral(ended, { to: 'declined', reason: 'full' }, HERE))
  const found = given(await clinic.checkIn.findReferrals([card], TODAY)).map(({ id }) => id)
  expect(found.toSorted()).toEqual([second, third].toSorted())
})

it('Two organisations do not learn from what they hold that they have the same person', async () => {
  const { mina, clinic, shelter, swap } = await everybody()
  const [arrival, card] = [await meet(mina), await aCard()]
  given(await mina.items.giveCard(arrival, { hash: card }, HERE))
  await refer(mina, arrival)
  await refer(mina, arrival, 'shelter')
  given(await mina.checkIn.noteCardsOf(arrival, NOW, everywhere))
  await swap()
  const tagsOf = ({ desk }: Person) =>
    desk.records().flatMap(({ type, fields }) => (type === 'referral_card' ? [fields['tag']] : []))
  const [one, other] = [tagsOf(clinic), tagsOf(shelter)]
  expect([one.length, other.length]).toEqual([1, 1])
  expect(one[0]).not.toBe(other[0])
  expect(JSON.stringify([clinic.desk.records(), shelter.desk.records()])).not.toContain(card)
})
