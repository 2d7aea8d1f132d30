// Two groups belong together: they travel so, are a family that found each other, or one that lost each other.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code, type SharedFields } from '#domain/code.ts'
import { BONDS } from '#domain/codes/case-codes.ts'
import { ZONES } from '#domain/codes/zones.ts'

export const BondFields = z.object({
  /** Two arrivals, in either order. */
  one: Code,
  other: Code,
  bond: z.enum(BONDS),
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type BondFields = z.infer<typeof BondFields>

/** The other end, or undefined for a bond that has nothing to do with `arrival`. */
export const otherEndOf = ({ one, other }: SharedFields, arrival: string): string | undefined => {
  const end = one === arrival ? other : other === arrival ? one : undefined
  return typeof end === 'string' ? end : undefined
}
