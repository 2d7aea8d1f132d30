// What people were given before, where giving it again so soon is worth a look. A hint and never a refusal: the worker sees the
// wet shoes, the phone does not.
import { type Day, dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { daysUntilAgain, findItem, ITEM_CODES, type ItemCode } from '#domain/codes/items.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { type DatedRecord, datedRecords, findCode } from '#domain/review/dated-record.ts'
import { isGiven } from '#domain/review/stock.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'

export type GivenBefore = { readonly item: ItemCode; readonly day: Day; readonly author: string }

/** The last time of each item, in the order of the list. `isTheirs`: whether a hand-out went to these people. */
export const givenBefore = (
  records: readonly FieldRecord[],
  isTheirs: (handout: FieldRecord) => boolean,
  today: Day
): GivenBefore[] => {
  const last = new Map<ItemCode, DatedRecord>()
  for (const record of datedRecords(records.filter((one) => isGiven(one) && isTheirs(one)))) {
    const item = findItem(record.fields['item'])
    if (item !== undefined && isSoon(item, dayOf(record.met), today)) last.set(item, record)
  }
  return ITEM_CODES.flatMap((item) => {
    const record = last.get(item)
    return record === undefined ? [] : [{ item, day: dayOf(record.met), author: record.author }]
  })
}

/** Whom something is for: people of an arrival, whoever brings a card, or both. `cards`: whatever may stand for one card. */
export type Receiver = { readonly arrival?: string | undefined; readonly cards?: readonly string[] | undefined }

/** The arrivals and cards of the same people, by what is known to belong together: who carries a card, and who was joined. */
export const knownAs = (records: readonly FieldRecord[], { arrival, cards: brought = [] }: Receiver) => {
  const given = records.filter((record) => record.type === 'card_given' && !isRemoved(record))
  const sameAs = samePeopleIn(records)
  const [arrivals, cards] = [new Set<unknown>(), new Set<unknown>(brought)]
  const meet = (id: string | undefined) => {
    if (id !== undefined) for (const same of sameAs(id)) arrivals.add(same)
  }
  meet(arrival)
  for (const { fields } of given) if (cards.has(findCode(fields, 'card'))) meet(findCode(fields, 'arrival'))
  for (const { fields } of given) if (arrivals.has(findCode(fields, 'arrival'))) cards.add(findCode(fields, 'card'))
  cards.delete(undefined)
  return { arrivals, cards }
}

/** Hand-outs to the same people. */
export const isFor = (records: readonly FieldRecord[], receiver: Receiver): ((one: FieldRecord) => boolean) => {
  const { arrivals, cards } = knownAs(records, receiver)
  return ({ fields }) => arrivals.has(findCode(fields, 'arrival')) || cards.has(findCode(fields, 'card'))
}

/** With one day "today"; with 90, until the ninetieth day after. */
const isSoon = (item: ItemCode, day: Day, today: Day): boolean => {
  const days = daysUntilAgain(item)
  return days === Infinity || (days > 0 && today < dayPlus(day, days))
}
