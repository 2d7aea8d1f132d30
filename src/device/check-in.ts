// A card at the desk of an organisation: the team notes at a referral by which cards it will be found, and the organisation finds
// it, without signal too. Loaded with the screens that give or read cards.
import type { Desk } from '#device/desk.ts'
import type { CardSeen } from '#device/hand-outs.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseReferralCard, anonymiseRemoval } from '#domain/anonymise.ts'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import type { CardHash, CardHashes } from '#domain/person-card.ts'
import { isRemoved } from '#domain/records/record.ts'
import { isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { pairsIn as saidOfTwo, samePeopleIn } from '#domain/same-people/pairs.ts'
import { tagOfCard } from '#protocol/card-hash.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type CardThatCounts = { readonly hash: CardHash; readonly until: Day }
export type IsReader = (provider: string) => boolean
type Saved = Promise<Result<undefined, SaveRefusal>>

export type CheckIn = {
  /** Once for each card and referral, however often it is asked. */
  readonly noteCard: (referral: Dot, card: CardThatCounts) => Saved
  /**
   * The same for every card these people carry now, at every referral of theirs whose provider reads them here. Of people who
   * were joined the card noted at one arrival finds the referral made from the other.
   */
  readonly noteCardsOf: (arrival: Dot, now: number, isReader: IsReader) => Saved
  /**
   * A card that the wrong people were given: off them, and off their referrals whoever noted it there, in one save. What
   * crossed this on another phone is taken back there, with what it missed.
   */
  readonly takeCardOff: (card: CardSeen) => Saved
  /**
   * What was left out, since this phone gave the card or made the referral and was killed before it was noted, or nobody at
   * that provider read referrals yet, or the groups were joined since. What it noted of groups that are joined no longer, or
   * of a card that was taken off them, is taken back. Every other phone of the team sees to its own.
   */
  readonly noteMissedCards: (now: number, isReader: IsReader) => Saved
  /** Open ones where there are any. `unknown`: of no referral here, or of none that has come yet. */
  readonly findReferrals: (
    card: CardHashes,
    today: Day
  ) => Promise<Result<readonly MergedRecord[], 'unknown' | 'ended'>>
}

export const createCheckIn = (desk: Desk): CheckIn => {
  const noted = () => desk.records().filter(({ type }) => type === 'referral_card')

  const noteCard: CheckIn['noteCard'] = async (referral, { hash, until }) => {
    if (desk.findRecord(referral)?.type !== 'referral') return accept(undefined)
    const tag = await tagOfCard(hash, referral)
    if (noted().some(({ fields }) => fields['referral'] === referral && fields['tag'] === tag)) return accept(undefined)
    const saved = await desk.add({ type: 'referral_card', fields: anonymiseReferralCard({ referral, tag, until }) })
    return saved.ok ? accept(undefined) : saved
  }

  const noteCards = async (pairs: readonly Pair[], isReader: IsReader): Saved => {
    for (const { card, referral } of pairs) {
      if (!isReader(findCode(referral.fields, 'provider') ?? '')) continue
      const saved = await noteCard(referral.id, cardIn(card))
      if (!saved.ok) return saved
    }
    return accept(undefined)
  }

  const isOwn = ({ author }: MergedRecord) => author === desk.identity.device

  const notedOf = async (card: CardHash, referral: Dot): Promise<MergedRecord[]> => {
    const tag = await tagOfCard(card, referral)
    return noted().filter(({ fields }) => fields['referral'] === referral && fields['tag'] === tag)
  }

  /** What this phone noted of a card that is not, or no longer, of the people who were referred. */
  const takeBackParted = async (): Saved => {
    for (const { card, referral } of partedIn(desk.records(), desk.removedRecords('card_given'))) {
      for (const one of (await notedOf(cardIn(card).hash, referral.id)).filter(isOwn)) {
        const removed = await desk.remove(one)
        if (!removed.ok) return removed
      }
    }
    return accept(undefined)
  }

  return {
    noteCard,
    noteCardsOf: (arrival, now, isReader) => {
      const same = samePeopleIn(desk.records())(arrival)
      return noteCards(
        pairsIn(desk.records(), now).filter(({ card }) => same.has(arrivalOf(card))),
        isReader
      )
    },
    takeCardOff: async ({ hash, given }) => {
      const sameAs = samePeopleIn(desk.records())
      const people = new Set(given.flatMap((one) => [...sameAs(arrivalOf(one))]))
      const referrals = desk.records().filter((one) => one.type === 'referral' && people.has(arrivalOf(one)))
      const notes = await Promise.all(referrals.map(({ id }) => notedOf(hash, id)))
      const off = [...given.filter((one) => !isRemoved(one)), ...notes.flat()]
      const saved = await desk.editTogether(off.map((seen) => ({ seen, fields: anonymiseRemoval() })))
      return saved.ok ? accept(undefined) : saved
    },
    noteMissedCards: async (now, isReader) => {
      const own = pairsIn(desk.records(), now).filter(({ card, referral }) => isOwn(card) || isOwn(referral))
      const saved = await noteCards(own, isReader)
      return saved.ok ? takeBackParted() : saved
    },
    findReferrals: async (card, today) => {
      const counts = new Map<MergedRecord, boolean>()
      for (const { fields } of noted()) {
        const referral = desk.findRecord(findCode(fields, 'referral') ?? '')
        if (referral?.type !== 'referral' || isRemoved(referral)) continue
        const tags = await Promise.all(card.map((hash) => tagOfCard(hash, referral.id)))
        if (!tags.includes(String(fields['tag']))) continue
        // Two phones may have noted one card with another last day each: the later one counts.
        counts.set(referral, counts.get(referral) === true || String(fields['until']) >= today)
      }
      if (counts.size === 0) return refuse('unknown')
      const found = [...counts].flatMap(([referral, isValid]) => (isValid ? [referral] : []))
      if (found.length === 0) return refuse('ended')
      const open = found.filter(({ fields }) => isOpen(stateOfReferral(fields)))
      return accept(open.length > 0 ? open : found)
    }
  }
}

type Pair = { readonly card: MergedRecord; readonly referral: MergedRecord }

/** Every card that counts with every open referral of the people who carry it, at whichever of their arrivals each was noted. */
const pairsIn = (records: readonly MergedRecord[], now: number): Pair[] => {
  const today = dayAt(now)
  const sameAs = samePeopleIn(records)
  const cards = records.filter(({ type, fields }) => type === 'card_given' && cardIn({ fields }).until >= today)
  const referrals = Map.groupBy(
    records.filter(({ type, fields }) => type === 'referral' && isOpen(stateOfReferral(fields))),
    arrivalOf
  )
  return cards.flatMap((card) =>
    [...sameAs(arrivalOf(card))].flatMap((arrival) =>
      (referrals.get(arrival) ?? []).map((referral) => ({ card, referral }))
    )
  )
}

/**
 * Cards and referrals of groups of which somebody once said that they are the same, and which are not; and every card that was
 * taken off people, with their referrals.
 */
const partedIn = (records: readonly MergedRecord[], takenOff: readonly MergedRecord[]): Pair[] => {
  const sameAs = samePeopleIn(records)
  const of = (type: MergedRecord['type'], arrival: string) => {
    const same = sameAs(arrival)
    return records.filter((record) => record.type === type && same.has(arrivalOf(record)))
  }
  const parted = saidOfTwo(records)
    .filter(({ one, other }) => !sameAs(one).has(other))
    .flatMap(({ one, other }) => [
      { cards: of('card_given', one), referrals: of('referral', other) },
      { cards: of('card_given', other), referrals: of('referral', one) }
    ])
  return [...parted, ...takenOff.map((card) => ({ cards: [card], referrals: of('referral', arrivalOf(card)) }))]
    .flatMap(({ cards, referrals }) => cards.flatMap((card) => referrals.map((referral) => ({ card, referral }))))
    .filter(({ card, referral }) => !of('card_given', arrivalOf(referral)).some((own) => isSameCard(own, card)))
}

const isSameCard = (one: MergedRecord, other: MergedRecord): boolean => cardIn(one).hash === cardIn(other).hash

const arrivalOf = ({ fields }: MergedRecord): string => findCode(fields, 'arrival') ?? ''

const cardIn = ({ fields }: Pick<MergedRecord, 'fields'>): CardThatCounts => ({
  hash: findCode(fields, 'card') ?? '',
  until: findCode(fields, 'until') ?? ''
})
