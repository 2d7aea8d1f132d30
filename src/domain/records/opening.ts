// Somebody of the organisation a referral was made to has read it. A record of its own, so that two who read at the same
// time dispute nothing, and so that the team sees every reading.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'

export const OpeningFields = z.object({ referral: Code, met: ShiftHour })
export type OpeningFields = z.infer<typeof OpeningFields>
