// Two arrivals are the same people, met and logged by two phones, or somebody looked and they are not. Both arrivals stay
// as they are: joining says something about them and changes neither.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'

/** `apart` first: while two people say different things, nobody is counted away. */
export const SAMENESS = ['apart', 'same'] as const
export type Sameness = (typeof SAMENESS)[number]

export const SamenessFields = z.object({
  /** Two arrivals, in either order. */
  one: Code,
  other: Code,
  answer: z.enum(SAMENESS),
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type SamenessFields = z.infer<typeof SamenessFields>
