// What came to the team's shelf, what left it for another team, and what somebody counted there.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Count } from '#domain/code.ts'
import { ITEM_CODES } from '#domain/codes/items.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const MOVEMENTS = ['arrived', 'counted', 'to_team', 'from_team'] as const
export type Movement = (typeof MOVEMENTS)[number]

export const StockFields = z.object({
  item: z.enum(ITEM_CODES),
  movement: z.enum(MOVEMENTS),
  count: Count,
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type StockFields = z.infer<typeof StockFields>

export type StockNote = Pick<StockFields, 'item' | 'movement' | 'count'>
