// What of a month may leave this phone as one file, told in one way, and how much of it is left out.
import type { SavedFile } from '#app/exports/make-file.ts'
import { sumOf } from '#domain/disclosure/table.ts'
import { subjectsOf } from '#domain/exports/data-sheet.ts'
import { createItemsCount } from '#domain/exports/items-count.ts'
import type { CountedSubject, Offered, OfferRefusal } from '#domain/exports/offer.ts'
import { offerParted, type PartedRefusal, type Parting, partingsOf } from '#domain/exports/offer-parted.ts'
import { type Counted, createPeopleCount } from '#domain/exports/people-count.ts'
import { rowsOf, whoDoesWhat } from '#domain/exports/who-does-what.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import type { Period } from '#domain/review/period.ts'
import { countOnce } from '#domain/same-people/count-once.ts'

export type FiguresOffered = Pick<Offered, 'rows'> & {
  /** Numbers of people, or of times an item was handed out, where not all are told. */
  readonly leftOut: readonly { readonly isOfItems: boolean; readonly number: number; readonly all: number }[]
}

type CountedFor = ReadonlyMap<CountedSubject, readonly Counted[]>

/** None where a file is told in one way only. */
export const partingsFor = (file: SavedFile): readonly Parting[] => {
  const [subject] = countedIn(file)
  return file === 'zones' || subject === undefined ? [] : partingsOf(subject)
}

/** All of a month that a file is made of, but for referrals, which are told as they stand. */
export const countFor = (records: readonly FieldRecord[], file: SavedFile, period: Period): CountedFor => {
  const everyDay = datedRecords(records)
  const arrivals = () => everyDay.filter(({ type }) => type === 'arrival')
  return new Map(
    countedIn(file).map((subject) => {
      const isOfItems = subject === 'items'
      const count = isOfItems ? createItemsCount(period) : createPeopleCount(subject, period)
      for (const record of isOfItems ? everyDay : countOnce(arrivals(), everyDay)) count.add(record)
      return [subject, count.counted()]
    })
  )
}

type Asked = { readonly file: SavedFile; readonly period: Period; readonly parting: Parting }

export const figuresOffered = (
  counted: CountedFor,
  { file, period, parting }: Asked
): Result<FiguresOffered, PartedRefusal> => {
  const offer = (subject: CountedSubject, as = file === 'zones' ? 'zone' : parting) =>
    offerParted(counted.get(subject) ?? [], { subject, period, parting: as })
  const [subject = 'arrivals', other] = countedIn(file)
  const first = offer(subject)
  if (other === undefined) return first.ok ? accept(withLeftOut(first.value, subject)) : first
  // What people were given says how exactly: items go with it so exactly where they may, or as a whole.
  const items = offer(other)
  const told = whoDoesWhat(first, items.ok ? items : offer(other, 'period'))
  if (!told.ok) return told
  const parts = [
    [subject, told.value.activities],
    [other, told.value.items]
  ] as const
  return accept({
    rows: rowsOf(told.value),
    leftOut: parts.flatMap(([of, part]) => leftOutOf(of, part ?? notTold(counted.get(of))))
  })
}

/** Referrals are told as a whole, or not. */
export const asFigures = (offered: Result<Offered, OfferRefusal>): Result<FiguresOffered, PartedRefusal> =>
  offered.ok ? accept(withLeftOut(offered.value, 'arrivals')) : refuse({ remedies: [] })

type Numbers = Pick<Offered, 'people' | 'notTold'>

const withLeftOut = (offered: Offered, subject: CountedSubject): FiguresOffered => ({
  rows: offered.rows,
  leftOut: leftOutOf(subject, offered)
})

const leftOutOf = (subject: CountedSubject, { people, notTold: number }: Numbers): FiguresOffered['leftOut'] =>
  number === 0 ? [] : [{ isOfItems: subject === 'items', number, all: people }]

const notTold = (counted: readonly Counted[] = []): Numbers => {
  const people = sumOf(counted.flatMap((cell) => cell.people))
  return { people, notTold: people }
}

const countedIn = (file: SavedFile): readonly CountedSubject[] =>
  file === 'zones' ? ['arrivals'] : subjectsOf(file).filter((subject) => subject !== 'referrals' && subject !== 'forms')
