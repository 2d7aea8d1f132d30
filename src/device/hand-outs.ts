// What a worker does with relief items and the team's shelf, over the desk. Loaded with the screens that hand out.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import {
  anonymiseCardGiven,
  anonymiseHandout,
  anonymiseSettlement,
  anonymiseStock,
  type Circumstances
} from '#domain/anonymise.ts'
import { type Day, dayAt, dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { findItem, ITEM_CODES, type ItemCode } from '#domain/codes/items.ts'
import { type GivenElsewhere, givenElsewhere } from '#domain/ledger.ts'
import { type CardHash, type CardHashes, lastDayOfCard } from '#domain/person-card.ts'
import type { HandedOut } from '#domain/records/handout.ts'
import { isRemoved } from '#domain/records/record.ts'
import type { StockNote } from '#domain/records/stock.ts'
import type { Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { type GivenBefore, givenBefore, isFor, knownAs, type Receiver } from '#domain/review/given-before.ts'
import { isGiven, type StockRow, stockOf } from '#domain/review/stock.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'
import type { Dot } from '#protocol/ids.ts'
import { type MergedRecord, saidAt } from '#protocol/merge.ts'

/** `until`: as it is printed, where that was read. */
export type CardToGive = { readonly hash: CardHash; readonly until?: Day | undefined }
export type CardOfPeople = { readonly arrival: Dot; readonly until: Day }
/** A card that the same people carry, or carried until somebody took it off them. */
export type CardSeen = {
  readonly hash: CardHash
  readonly until: Day
  readonly isOff: boolean
  /** Every time it was given to them, at whichever of their arrivals; at least one. */
  readonly given: readonly MergedRecord[]
}

type Saved = Promise<Result<Dot, SaveRefusal>>

export type HandOuts = {
  /**
   * One tap is one save: a queue loses nothing when the phone dies. To people of an arrival who carry one card that counts it is
   * noted with that card, as if they had brought it.
   */
  readonly handOut: (handedOut: HandedOut, circumstances: Circumstances) => Saved
  readonly noteStock: (note: StockNote, circumstances: Circumstances) => Saved
  /** By its hash alone, and for as long as cards count. */
  readonly giveCard: (arrival: Dot, card: CardToGive, circumstances: Circumstances) => Saved
  /** It was taken off them by mistake. */
  readonly putCardBack: (card: CardSeen) => Saved
  /** Of the same people, each card that would still count: those they carry first, then those taken off them. */
  readonly cardsOf: (arrival: Dot, now: number) => readonly CardSeen[]
  /** Who was given it last, however long ago. */
  readonly holderOf: (card: CardHashes) => CardOfPeople | undefined
  /** Whether others than these people carry it, as far as this phone knows. Who was removed carries none. */
  readonly isOfOthers: (card: CardHashes, arrival: Dot) => boolean
  readonly stock: (now: number) => StockRow[]
  /** What these people were given before, where giving it again so soon is worth a look. */
  readonly givenTo: (receiver: Receiver, now: number) => GivenBefore[]
  /** What other teams gave them of late, as far as it is told. */
  readonly givenElsewhere: (receiver: Receiver, now: number) => GivenElsewhere[]
  /** How many of each item this phone gave today. */
  readonly givenHereToday: (now: number) => Readonly<Record<ItemCode, number>>
  /** Newest first, and what was asked for and not there with them. */
  readonly handOutsTo: (arrival: Dot) => readonly MergedRecord[]
  readonly findLastHere: (item: ItemCode, now: number, not: ReadonlySet<Dot>) => MergedRecord | undefined
  /** Every item, those the team gave or keeps of late first. */
  readonly itemsInUse: (now: number) => { readonly front: readonly ItemCode[]; readonly more: readonly ItemCode[] }
}

const DAYS_IN_USE = 14
const FRONT = 8

export const createHandOuts = (desk: Desk): HandOuts => {
  const given = () => desk.records().filter(isGiven)
  const ownOf = (today: Day) =>
    given().filter(({ author, fields }) => author === desk.identity.device && dayOf(hourOf(fields)) === today)
  const holderOf = (card: CardHashes): CardOfPeople | undefined => {
    const last = desk.records().find(({ type, fields }) => type === 'card_given' && isOneOf(card, fields['card']))
    return last && { arrival: findCode(last.fields, 'arrival') ?? '', until: untilOf(last) }
  }
  const cardsOf: HandOuts['cardsOf'] = (arrival, now) => {
    const same = samePeopleIn(desk.records())(arrival)
    const all = [...desk.records(), ...desk.removedRecords('card_given')].filter(
      ({ type, fields }) => type === 'card_given' && same.has(findCode(fields, 'arrival') ?? '')
    )
    const seen = [...Map.groupBy(all, ({ fields }) => findCode(fields, 'card') ?? '')].map(([hash, times]) => ({
      hash,
      until: times.map(untilOf).toSorted().at(-1) ?? '',
      isOff: times.every(isRemoved),
      given: times
    }))
    return seen.filter(({ until }) => until >= dayAt(now)).sort((a, b) => Number(a.isOff) - Number(b.isOff))
  }
  const isOfOthers: HandOuts['isOfOthers'] = (card, arrival) => {
    const holder = holderOf(card)?.arrival
    if (holder === undefined || samePeopleIn(desk.records())(arrival).has(holder)) return false
    const record = desk.findRecord(holder)
    return record === undefined || !isRemoved(record)
  }
  /** What other teams are told goes by a card: the one these people carry, where that is certain. */
  const onlyCardOf = (arrival: Dot, now: number): CardHash | undefined => {
    const theirs = cardsOf(arrival, now).filter(({ isOff, hash }) => !isOff && !isOfOthers([hash], arrival))
    const [card, ...more] = theirs
    if (card === undefined || more.length > 0) return undefined
    return card.given.some(({ disputed }) => disputed.length > 0) ? undefined : card.hash
  }

  return {
    handOut: (handedOut, circumstances) => {
      const { arrival, end } = handedOut
      const card = handedOut.card ?? (arrival && end === 'given' ? onlyCardOf(arrival, circumstances.at) : undefined)
      return desk.add({
        type: 'handout',
        fields: anonymiseHandout({ ...handedOut, ...(card && { card }) }, circumstances)
      })
    },
    noteStock: (note, circumstances) => desk.add({ type: 'stock', fields: anonymiseStock(note, circumstances) }),
    stock: (now) => stockOf(desk.records(), { today: dayAt(now), saidAt }),
    giveCard: (arrival, { hash, until }, circumstances) =>
      desk.add({
        type: 'card_given',
        fields: anonymiseCardGiven(
          { arrival, card: hash, until: until ?? lastDayOfCard(circumstances.at) },
          circumstances
        )
      }),
    putCardBack: (card) =>
      desk.editTogether(card.given.map((seen) => ({ seen, fields: anonymiseSettlement({ removed: 0 }) }))),
    cardsOf,
    holderOf,
    isOfOthers,
    givenTo: (receiver, now) => givenBefore(desk.records(), isFor(desk.records(), receiver), dayAt(now)),
    givenElsewhere: (receiver, now) =>
      givenElsewhere(desk.ledger(), knownAs(desk.records(), receiver).cards, dayAt(now)),
    handOutsTo: (arrival) => {
      const isTheirs = isFor(desk.records(), { arrival })
      return desk.records().filter((record) => record.type === 'handout' && isTheirs(record))
    },
    givenHereToday: (now) => {
      const counts = Object.fromEntries(ITEM_CODES.map((item) => [item, 0])) as Record<ItemCode, number>
      for (const { fields } of ownOf(dayAt(now))) {
        const item = findItem(fields['item'])
        if (item !== undefined && typeof fields['count'] === 'number') counts[item] += fields['count']
      }
      return counts
    },
    findLastHere: (item, now, not) =>
      ownOf(dayAt(now)).find(({ id, fields }) => fields['item'] === item && !not.has(id)),
    itemsInUse: (now) => {
      const from = dayPlus(dayAt(now), -DAYS_IN_USE)
      const used = new Map<ItemCode, number>()
      for (const { type, fields } of desk.records()) {
        const item = type === 'handout' || type === 'stock' ? findItem(fields['item']) : undefined
        if (item !== undefined && dayOf(hourOf(fields)) >= from) used.set(item, (used.get(item) ?? 0) + 1)
      }
      const order = ITEM_CODES.toSorted((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0))
      const front = Math.max(FRONT, used.size)
      return { front: order.slice(0, front), more: order.slice(front) }
    }
  }
}

const isOneOf = (hashes: CardHashes, card: unknown): boolean => hashes.some((hash) => hash === card)

const untilOf = ({ fields }: MergedRecord): Day => findCode(fields, 'until') ?? ''

const hourOf = (fields: MergedRecord['fields']): string => findCode(fields, 'met') ?? ''
