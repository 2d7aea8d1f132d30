// People seen again, counted by class and never listed.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Count } from '#domain/code.ts'
import { TALLY_CLASSES } from '#domain/codes/field-codes.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const TallyFields = z.object({
  class: z.enum(TALLY_CLASSES),
  count: Count,
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type TallyFields = z.infer<typeof TallyFields>
