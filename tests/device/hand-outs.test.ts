// A distribution on two phones, the real server between them: given without signal by one, seen as nearly gone by the other.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCheckIn } from '#device/check-in.ts'
import { openDesk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { saySameness } from '#device/same-people.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { handedOutIn } from '#domain/review/handed-out.ts'
import { createCardCode } from '#domain/card-code.ts'
import type { Role } from '#protocol/ids.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const TODAY = dayPeriod(dayAt(NOW))

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const withItems = async (role: Role) => {
  const person = await joined(team, role)
  return { ...person, items: createHandOuts(person.desk) }
}

it('A queue is served without signal, and the lead then sees how much, what was missing and what is nearly gone', async () => {
  const [mina, lead] = [await withItems('worker'), await withItems('lead')]
  given(await lead.items.noteStock({ item: 'meal_hot', movement: 'arrived', count: 20 }, HERE))
  for (const person of [lead, mina]) await person.meet()

  for (let portion = 0; portion < 12; portion += 1) {
    given(await mina.items.handOut({ item: 'meal_hot', count: 1, end: 'given' }, HERE))
  }
  const last = mina.items.findLastHere('meal_hot', NOW, new Set())
  given(await mina.desk.takeBack(last?.id ?? ''))
  given(await mina.items.handOut({ item: 'shoes', count: 1, end: 'missing', size: '43' }, HERE))
  expect(mina.items.givenHereToday(NOW).meal_hot).toBe(11)
  expect(lead.items.stock(NOW)).toMatchObject([{ item: 'meal_hot', left: 20, isLow: false }])

  for (const person of [mina, lead]) await person.meet()
  expect(lead.items.stock(NOW)).toMatchObject([{ item: 'meal_hot', left: 9, isLow: true, isWrong: false }])
  expect(handedOutIn(lead.desk.records(), TODAY)).toMatchObject({
    given: [{ item: 'meal_hot', count: 11 }],
    missing: [{ item: 'shoes', size: '43', count: 1 }]
  })
  expect(lead.items.givenHereToday(NOW).meal_hot).toBe(0)
})

it('What was given to people of an arrival is a hint on the other phone, and the item can be given all the same', async () => {
  const [mina, omar] = [await withItems('worker'), await withItems('worker')]
  const arrival = given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  given(await mina.items.handOut({ item: 'shoes', count: 1, end: 'given', arrival }, HERE))
  for (const person of [mina, omar]) await person.meet()
  expect(omar.items.givenTo({ arrival }, NOW)).toMatchObject([{ item: 'shoes', author: mina.device }])
  given(await omar.items.handOut({ item: 'shoes', count: 1, end: 'given', arrival }, HERE))
  expect(omar.items.handOutsTo(arrival)).toHaveLength(2)
  expect(omar.items.itemsInUse(NOW).front[0]).toBe('shoes')
})

it('A card binds hand-outs to people by its hash alone, on every phone, until it ends', async () => {
  const [mina, omar] = [await withItems('worker'), await withItems('worker')]
  const arrival = given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  const code = createCardCode((count) => new Uint8Array(count).fill(7))
  const cards = await mina.desk.hashesOf(code)
  const [hash] = cards
  given(await mina.items.giveCard(arrival, { hash }, HERE))
  given(await mina.items.handOut({ item: 'boots', count: 1, end: 'given', card: hash }, HERE))
  for (const person of [mina, omar]) await person.meet()

  expect(omar.items.holderOf(cards)).toEqual({ arrival, until: '2026-12-23' })
  expect(omar.items.givenTo({ cards }, NOW)).toMatchObject([{ item: 'boots', author: mina.device }])
  expect(omar.items.cardsOf(arrival, NOW)).toMatchObject([{ hash, until: '2026-12-23', isOff: false }])
  expect(omar.items.cardsOf(arrival, NOW + 31 * 86_400_000)).toEqual([])
  expect(JSON.stringify(omar.desk.records())).not.toContain(code)
})

it('A card that others carry is known as theirs, until they are joined, it is taken off them or they are removed', async () => {
  const mina = await withItems('worker')
  const checkIn = createCheckIn(mina.desk)
  const meet = async () => given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  const [first, second, third] = [await meet(), await meet(), await meet()]
  const cards = await mina.desk.hashesOf(createCardCode((count) => new Uint8Array(count).fill(5)))
  expect(mina.items.isOfOthers(cards, second)).toBe(false)
  given(await mina.items.giveCard(first, { hash: cards[0] }, HERE))
  expect([first, second, third].map((arrival) => mina.items.isOfOthers(cards, arrival))).toEqual([false, true, true])
  given(await saySameness(mina.desk, { one: first, other: second, answer: 'same' }, HERE))
  expect([second, third].map((arrival) => mina.items.isOfOthers(cards, arrival))).toEqual([false, true])

  // Seen from the other of the two: it is the same card, once.
  const [card] = mina.items.cardsOf(second, NOW)
  if (card === undefined) throw new Error('No card')
  given(await checkIn.takeCardOff(card))
  expect([mina.items.holderOf(cards), mina.items.isOfOthers(cards, third)]).toEqual([undefined, false])
  given(await mina.items.putCardBack(card))
  expect(mina.items.isOfOthers(cards, third)).toBe(true)
  given(await mina.desk.takeBack(first))
  expect(mina.items.isOfOthers(cards, third)).toBe(false)
})

/** Both take part. */
const inTwoTeams = async () => {
  await team.addTeam('north')
  for (const id of ['praxis', 'north']) await team.store().setTakesPart(id, true)
  const mina = await withItems('worker')
  const elsewhere = await joined(team, 'worker', 'north')
  const vera = { ...elsewhere, items: createHandOuts(elsewhere.desk) }
  for (const person of [mina, vera]) await person.meet()
  return { mina, vera }
}

it('What is given to people whose card the phone knows is told for that card, also when nobody scanned it', async () => {
  const { mina, vera } = await inTwoTeams()
  const cards = await mina.desk.hashesOf(createCardCode((count) => new Uint8Array(count).fill(13)))
  const arrival = given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  given(await mina.items.giveCard(arrival, { hash: cards[0] }, HERE))
  given(await mina.items.handOut({ item: 'boots', count: 1, end: 'given', arrival }, HERE))
  for (const person of [mina, vera]) await person.meet()
  expect(vera.items.givenElsewhere({ cards }, NOW)).toEqual([{ group: 'shoes', day: dayAt(NOW) }])
  expect(vera.desk.records()).toEqual([])
})

it('A hand-out is noted with the card of the people only where they carry one that is certainly theirs', async () => {
  const mina = await withItems('worker')
  const meet = async () => given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  const cardOf = async (arrival: string, end: 'given' | 'missing' = 'given', at = NOW) => {
    const id = given(await mina.items.handOut({ item: 'boots', count: 1, end, arrival }, { ...HERE, at }))
    return mina.desk.findRecord(id)?.fields['card']
  }
  const newCard = async (byte: number) =>
    (await mina.desk.hashesOf(createCardCode((count) => new Uint8Array(count).fill(byte))))[0]
  const [arrival, others] = [await meet(), await meet()]
  expect(await cardOf(arrival)).toBeUndefined()
  const hash = await newCard(15)
  given(await mina.items.giveCard(arrival, { hash }, HERE))
  expect(await cardOf(arrival)).toBe(hash)
  // Nothing was given, it has ended, or it is the card of others.
  expect(await cardOf(arrival, 'missing')).toBeUndefined()
  expect(await cardOf(arrival, 'given', NOW + 31 * 86_400_000)).toBeUndefined()
  expect(await cardOf(others)).toBeUndefined()

  const second = await newCard(17)
  given(await mina.items.giveCard(arrival, { hash: second }, HERE))
  expect(await cardOf(arrival)).toBeUndefined()
  const [wrong] = mina.items.cardsOf(arrival, NOW).filter((card) => card.hash === second)
  if (wrong === undefined) throw new Error('No card')
  given(await createCheckIn(mina.desk).takeCardOff(wrong))
  expect(await cardOf(arrival)).toBe(hash)
  given(await mina.items.giveCard(others, { hash }, { ...HERE, at: NOW + 60_000 }))
  expect(await cardOf(arrival)).toBeUndefined()
})

it('Two teams that take part hint to each other what was given for a card, and neither learns more', async () => {
  const { mina, vera } = await inTwoTeams()
  const code = createCardCode((count) => new Uint8Array(count).fill(11))
  const cards = await mina.desk.hashesOf(code)
  const hint = [{ group: 'shoes', day: dayAt(NOW) }]

  mina.phone.goOffline()
  const shoes = given(await mina.items.handOut({ item: 'boots', count: 1, end: 'given', card: cards[0] }, HERE))
  mina.phone.comeBack()
  for (const person of [mina, vera]) await person.meet()

  vera.phone.goOffline()
  const theirs = await vera.desk.hashesOf(code)
  expect(theirs).toEqual(cards)
  expect(vera.items.givenElsewhere({ cards: theirs }, NOW)).toEqual(hint)
  expect(vera.items.givenElsewhere({ cards: await vera.desk.hashesOf('K7QM4TXG') }, NOW)).toEqual([])
  expect(vera.desk.records()).toEqual([])
  expect(mina.items.givenElsewhere({ cards }, NOW)).toEqual([])
  // A card that people of an arrival carry leads to it too, and giving again is refused by nobody.
  const arrival = given(await vera.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  given(await vera.items.giveCard(arrival, { hash: theirs[0] }, HERE))
  expect(vera.items.givenElsewhere({ arrival }, NOW)).toEqual(hint)
  // So it does from another record of them, once somebody has joined the two.
  const again = given(await vera.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  expect(vera.items.givenElsewhere({ arrival: again }, NOW)).toEqual([])
  given(await saySameness(vera.desk, { one: again, other: arrival, answer: 'same' }, HERE))
  expect(vera.items.givenElsewhere({ arrival: again }, NOW)).toEqual(hint)
  given(await vera.items.handOut({ item: 'boots', count: 1, end: 'given', arrival, card: theirs[0] }, HERE))
  expect(vera.items.handOutsTo(again)).toHaveLength(1)
  const atRest = await vera.phone.atRest()
  for (const secret of [code, ...cards]) expect(atRest).not.toContain(secret)
  vera.phone.comeBack()

  given(await mina.desk.takeBack(shoes))
  for (const person of [mina, vera]) await person.meet()
  expect(vera.items.givenElsewhere({ cards }, NOW)).toEqual([])
  for (const person of [vera, mina]) await person.meet()
  expect(mina.items.givenElsewhere({ cards }, NOW)).toEqual(hint)

  // The app is opened anew: what was told is still there, and a team that takes part no more forgets it.
  const opened = await openDesk(mina.keeper, mina.desk.identity)
  expect(createHandOuts(opened).givenElsewhere({ cards }, NOW)).toEqual(hint)
  expect(createHandOuts(opened).givenElsewhere({ cards }, NOW + 31 * 86_400_000)).toEqual([])
  await team.store().setTakesPart('praxis', false)
  await mina.meet()
  expect(mina.items.givenElsewhere({ cards }, NOW)).toEqual([])
})
