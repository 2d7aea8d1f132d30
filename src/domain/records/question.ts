// What the organisation a referral was made to asks back, and what the team answers: codes on both sides, so that nothing
// about a person is written where the server can read it.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'
import { YES_NO_UNSURE } from '#domain/codes/field-codes.ts'

/** Each can be answered with yes, no or not sure; the last asks for a call. */
export const QUESTIONS = [
  'come_today',
  'come_alone',
  'has_papers',
  'needs_interpreter',
  'needs_transport',
  'call_us'
] as const
export type QuestionCode = (typeof QUESTIONS)[number]

export const QuestionFields = z.object({
  referral: Code,
  ask: z.enum(QUESTIONS),
  met: ShiftHour,
  reply: z.optional(z.enum(YES_NO_UNSURE))
})
export type QuestionFields = z.infer<typeof QuestionFields>
