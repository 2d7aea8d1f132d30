// The table of a set: of one subject, or of the two that say who does what where.
import { type DataSet, subjectsOf } from '#domain/exports/data-sheet.ts'
import type { Detail } from '#domain/exports/detail.ts'
import type { OfferRefusal, ToldRow } from '#domain/exports/offer.ts'
import { leftOutOf, rowsOf, type WhatIsDone, whoDoesWhat } from '#domain/exports/who-does-what.ts'
import { accept, type Result } from '#domain/result.ts'
import type { Tables } from '#server/figures/tables.ts'
import type { Edition, EditionName } from '#server/store/editions.ts'

export type SetTable = {
  readonly rows: readonly ToldRow[]
  /** As each subject of it was first told. */
  readonly details: readonly Detail[]
  /** When the last of them was; 0 where it has no rows. */
  readonly madeAt: number
  /** What there is too little of to be told. */
  readonly leftOut: readonly WhatIsDone[]
}

type Name = Omit<EditionName, 'subject'> & { readonly set: DataSet }

export const getSetTable = async (
  tables: Tables,
  { set, ...name }: Name,
  detail: Detail
): Promise<Result<SetTable, OfferRefusal>> => {
  const [subject, other] = subjectsOf(set)
  const first = await tables.get({ ...name, subject }, detail)
  if (other === undefined) return first.ok ? accept(tableOf(first.value.rows, [first.value], [])) : first
  const asked = await tables.get({ ...name, subject: other }, detail)
  // Items go with what people were given so finely where they may, else as finely as they may.
  const [coarser] = asked.ok ? [] : asked.refusal.remedies
  const told = whoDoesWhat(first, coarser ? await tables.get({ ...name, subject: other }, coarser) : asked)
  if (!told.ok) return told
  const parts = [told.value.activities, told.value.items].filter((part) => part !== undefined)
  return accept(tableOf(rowsOf(told.value), parts, leftOutOf(told.value)))
}

const tableOf = (rows: SetTable['rows'], parts: readonly Edition[], leftOut: SetTable['leftOut']): SetTable => ({
  rows,
  details: parts.map(({ detail }) => detail),
  // What nobody is in yet is counted anew.
  madeAt: Math.max(0, ...parts.filter((part) => part.rows.length > 0).map(({ madeAt }) => madeAt)),
  leftOut
})
