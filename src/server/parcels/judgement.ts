// What becomes of each change: taken, already here, or set aside with the reason. Nothing is ever thrown away, and no
// clock reading, however wrong, is a reason.
import type { Form } from '#domain/form/form.ts'
import { misfitOf } from '#domain/records/validity.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import type { AsideReason } from '#protocol/receipt.ts'
import type { ParcelRow } from '#server/parcels/read-parcel.ts'

export type Verdict =
  | { readonly counter: number; readonly take: string }
  | { readonly counter: number; readonly known: true }
  | { readonly counter: number; readonly aside: AsideReason }

export type Held = {
  /** Every version the organisation ever had, the newest first. */
  readonly forms: readonly Form[]
  /** Content already in the store under this phone's counters. */
  readonly contentByCounter: ReadonlyMap<number, string>
  /** Asked last, of a change that fits in every other way. */
  readonly mayBeSaid: (change: Change) => boolean
}

export const judge = (
  { counter, change, unreadable }: ParcelRow,
  { forms, contentByCounter, mayBeSaid }: Held
): Verdict => {
  if (change === undefined) return { counter, aside: unreadable ?? 'unreadable' }
  const content = changeToContent(change)
  const there = contentByCounter.get(counter)
  if (there !== undefined) return there === content ? { counter, known: true } : { counter, aside: 'twin' }
  const misfit = misfitOf(change.type, change.fields, forms)
  if (misfit !== undefined) return { counter, aside: misfit }
  if (change.sealed !== undefined && !isNewReferral(change)) return { counter, aside: 'bad_value' }
  return mayBeSaid(change) ? { counter, take: content } : { counter, aside: 'not_theirs' }
}

/** Only what goes to another organisation has anything to seal, and only once. */
const isNewReferral = (change: Change): boolean => change.type === 'referral' && change.record === nameOf(change)

/** One change as text, always the same for the same change, whatever order its fields came in. */
export const changeToContent = ({ author, counter, type, record, clock, over, fields, sealed }: Change): string =>
  JSON.stringify({
    author,
    counter,
    type,
    record,
    clock: { at: clock.at, tick: clock.tick },
    over,
    fields: Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))),
    // Left out where there is none, as in every change before there were any.
    ...(sealed && { sealed })
  })
