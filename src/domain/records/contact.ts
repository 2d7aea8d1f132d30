// Seen again: in which zone, and what was given. It hangs on a case and is never listed for itself.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'
import { QUICK_SERVICES } from '#domain/codes/field-codes.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const ContactFields = z.object({
  case: Code,
  given: z.array(z.enum(QUICK_SERVICES)),
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type ContactFields = z.infer<typeof ContactFields>
