// What one team tells the others of help it gave: this card, such things, that day. Never who gave it, how much, where, or which
// record says so; and only what is given seldom enough that a hint is worth more than what it tells.
import * as z from 'zod/mini'
import { Day, dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { CARD_DAYS } from '#domain/card.ts'
import type { SharedFields } from '#domain/code.ts'
import { findItem, type ItemCode } from '#domain/codes/items.ts'
import type { Need } from '#domain/codes/needs.ts'
import { CardHash } from '#domain/person-card.ts'
import { findCode } from '#domain/review/dated-record.ts'

export const LEDGER_GROUPS = ['shoes', 'clothing', 'bedding', 'hygiene'] as const satisfies readonly Need[]
export type LedgerGroup = (typeof LEDGER_GROUPS)[number]

/**
 * Together, so that no entry says man, woman or baby. What is not here crosses no border: what is given every day, what
 * tells of an illness or of a baby, and a ticket, which tells of a journey.
 */
const GROUP_OF: Partial<Record<ItemCode, LedgerGroup>> = {
  shoes: 'shoes',
  boots: 'shoes',
  socks: 'clothing',
  jacket: 'clothing',
  jumper: 'clothing',
  trousers: 'clothing',
  underwear: 'clothing',
  raincoat: 'clothing',
  hat_gloves: 'clothing',
  blanket: 'bedding',
  sleeping_bag: 'bedding',
  tent: 'bedding',
  mat: 'bedding',
  hygiene_man: 'hygiene',
  hygiene_woman: 'hygiene',
  hygiene_baby: 'hygiene',
  pads: 'hygiene',
  soap: 'hygiene',
  tooth: 'hygiene'
}

export const LedgerEntry = z.object({ card: CardHash, group: z.enum(LEDGER_GROUPS), day: Day })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** Two that say the same are one. */
export const entryToName = ({ card, group, day }: LedgerEntry): string => `${card} ${group} ${day}`

/** `gone`: taken back by whoever gave it. */
export type LedgerLine = LedgerEntry & { readonly gone: boolean }

/** Undefined for a hand-out that is told to nobody else. */
export const ledgerEntryOf = (handout: SharedFields): LedgerEntry | undefined => {
  const item = findItem(handout['item'])
  const met = findCode(handout, 'met')
  const entry = LedgerEntry.safeParse({
    card: handout['card'],
    group: item && GROUP_OF[item],
    day: met && dayOf(met)
  })
  return entry.success && handout['end'] === 'given' ? entry.data : undefined
}

/** The first day of which anything is still told: an entry lasts as long as a card. */
export const firstLedgerDay = (today: Day): Day => dayPlus(today, -CARD_DAYS)

/** What is known once these lines have come, the later ones last. */
export const withLines = (known: readonly LedgerEntry[], lines: readonly LedgerLine[], today: Day): LedgerEntry[] => {
  const entries = new Map(known.map((entry) => [entryToName(entry), entry]))
  for (const { gone, ...entry } of lines) {
    if (gone) entries.delete(entryToName(entry))
    else entries.set(entryToName(entry), entry)
  }
  return [...entries.values()].filter(({ day }) => day >= firstLedgerDay(today))
}

export type GivenElsewhere = Pick<LedgerEntry, 'group' | 'day'>

/** The last day of each group, in the order of the list. A hint and never a refusal, as of one's own team. */
export const givenElsewhere = (
  entries: readonly LedgerEntry[],
  cards: ReadonlySet<unknown>,
  today: Day
): GivenElsewhere[] => {
  const theirs = entries.filter(({ card, day }) => cards.has(card) && day >= firstLedgerDay(today))
  return LEDGER_GROUPS.flatMap((group) => {
    const last = theirs
      .filter((entry) => entry.group === group)
      .map(({ day }) => day)
      .toSorted()
      .at(-1)
    return last === undefined ? [] : [{ group, day: last }]
  })
}
