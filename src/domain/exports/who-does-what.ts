// Who does what where is told from two tables: what people were given when they were met, and the items handed out. Each is told under
// its own rules, so one may be there without the other; which it is says so.
import type { ToldRow } from '#domain/exports/offer.ts'
import { accept, type Result } from '#domain/result.ts'

export const WHAT_IS_DONE = ['activities', 'items'] as const
export type WhatIsDone = (typeof WHAT_IS_DONE)[number]

type Table = { readonly rows: readonly ToldRow[] }
type Refusal = { readonly remedies: readonly unknown[] }

/** Undefined is left out: of so few that nothing of it may be told. */
export type WhoDoesWhat<Kind> = Readonly<Record<WhatIsDone, Kind | undefined>>

/** Refused where neither says anything, and where people may be told in another way. */
export const whoDoesWhat = <Kind extends Table, Why extends Refusal>(
  activities: Result<Kind, Why>,
  items: Result<Kind, Why>
): Result<WhoDoesWhat<Kind>, Why> => {
  if (!activities.ok && (activities.refusal.remedies.length > 0 || !saysAnything(items))) return activities
  if (!items.ok && !saysAnything(activities)) return items
  return accept({ activities: valueOf(activities), items: valueOf(items) })
}

export const rowsOf = ({ activities, items }: WhoDoesWhat<Table>): ToldRow[] => [
  ...(activities?.rows ?? []),
  ...(items?.rows ?? [])
]

export const leftOutOf = (told: WhoDoesWhat<unknown>): WhatIsDone[] =>
  WHAT_IS_DONE.filter((part) => told[part] === undefined)

const saysAnything = (told: Result<Table, unknown>): boolean => told.ok && told.value.rows.length > 0

const valueOf = <Kind>(told: Result<Kind, unknown>): Kind | undefined => (told.ok ? told.value : undefined)
