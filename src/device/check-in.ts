// A card at the desk of an organisation: the team notes at a referral by which cards it will be found, and the organisation finds
// it, without signal too. Loaded with the screens that give or read cards.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseReferralCard } from '#domain/anonymise.ts'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import type { CardHash, CardHashes } from '#domain/person-card.ts'
import { isRemoved } from '#domain/records/record.ts'
import { isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { tagOfCard } from '#protocol/card-hash.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type CardThatCounts = { readonly hash: CardHash; readonly until: Day }
type Saved = Promise<Result<undefined, SaveRefusal>>

export type CheckIn = {
  /** Once for each card and referral, however often it is asked. */
  readonly noteCard: (referral: Dot, card: CardThatCounts) => Saved
  /** The same for every card these people carry now, at every referral of theirs that `isRead` by its organisation here. */
  readonly noteCardsOf: (arrival: Dot, now: number, isRead: (service: string) => boolean) => Saved
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

  return {
    noteCard,
    noteCardsOf: async (arrival, now, isRead) => {
      const theirs = desk.records().filter(({ fields }) => fields['arrival'] === arrival)
      const cards = theirs.flatMap(({ type, fields }) => {
        const [hash, until] = [findCode(fields, 'card'), findCode(fields, 'until')]
        return type === 'card_given' && hash && until && until >= dayAt(now) ? [{ hash, until }] : []
      })
      const referrals = theirs.filter(({ type, fields }) => type === 'referral' && isOpen(stateOfReferral(fields)))
      for (const { id, fields } of referrals) {
        if (!isRead(findCode(fields, 'service') ?? '')) continue
        for (const card of cards) {
          const saved = await noteCard(id, card)
          if (!saved.ok) return saved
        }
      }
      return accept(undefined)
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
