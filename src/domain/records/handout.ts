// One hand-out at a distribution point or to people of a case: what was given, or what was asked for and not there. It says
// nothing of whoever took it but, where there is one, their arrival or the hash of their card.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code, Count } from '#domain/code.ts'
import { ITEM_CODES, type ItemCode, SIZES } from '#domain/codes/items.ts'
import { CardHash } from '#domain/person-card.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const HANDOUT_ENDS = ['given', 'missing'] as const
export type HandoutEnd = (typeof HANDOUT_ENDS)[number]

export const HandoutFields = z.object({
  item: z.enum(ITEM_CODES),
  count: Count,
  end: z.enum(HANDOUT_ENDS),
  /** Of what was not there. */
  size: z.optional(z.enum(SIZES)),
  arrival: z.optional(Code),
  card: z.optional(CardHash),
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type HandoutFields = z.infer<typeof HandoutFields>

/** What a worker says; the moment and the place come with the circumstances. */
export type HandedOut = {
  readonly item: ItemCode
  readonly count: number
  readonly end: HandoutEnd
  readonly size?: string
  readonly arrival?: string
  readonly card?: CardHash
}
