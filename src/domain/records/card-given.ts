// Which people carry a card: its hash, their arrival, and the last day it counts.
import * as z from 'zod/mini'
import { Day, ShiftHour } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { CardHash } from '#domain/person-card.ts'

export const CardGivenFields = z.object({
  card: CardHash,
  arrival: Code,
  until: Day,
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type CardGivenFields = z.infer<typeof CardGivenFields>
