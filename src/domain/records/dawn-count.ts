// Who slept outside, counted at dawn in one area of the city. Nobody is woken to be asked: whoever could not be seen under a
// blanket is counted as that.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Count, type SharedFields } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { countField } from '#domain/records/arrival.ts'

export const SLEEPERS = ['men', 'women', 'children', 'unseen'] as const
export type Sleeper = (typeof SLEEPERS)[number]

export const DawnCountFields = z.object({
  men: Count,
  women: Count,
  children: Count,
  unseen: Count,
  met: ShiftHour,
  zone: z.enum(ZONES)
})

export type DawnCount = Readonly<Record<Sleeper, number>>

export const sleepersIn = (fields: SharedFields): number =>
  SLEEPERS.reduce((sum, name) => sum + countField(fields, name), 0)
