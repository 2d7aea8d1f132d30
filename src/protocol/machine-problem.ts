// How a program that reads data is refused, closed. Who set it up reads what it says; no phone is ever told one of these.
import * as z from 'zod/mini'
import { COUNTRY_DETAILS, PLACES, TIMES } from '#domain/exports/detail.ts'

/** The HTTP status that goes with each. */
export const MACHINE_PROBLEMS = {
  bad_question: 400,
  token_unknown: 401,
  token_expired: 401,
  token_revoked: 401,
  out_of_scope: 403,
  too_early: 409,
  stale_cursor: 410,
  not_told: 422,
  too_often: 429
} as const
export type MachineProblemCode = keyof typeof MACHINE_PROBLEMS

export const DetailSchema = z.object({ time: z.enum(TIMES), place: z.enum(PLACES), country: z.enum(COUNTRY_DETAILS) })

export const MachineProblem = z.object({
  problem: z.enum(Object.keys(MACHINE_PROBLEMS) as [MachineProblemCode, ...MachineProblemCode[]]),
  /** In plain English, for whoever looks why there are no figures. */
  says: z.string(),
  /** Only with `not_told`: how finely it could be told. None: nothing helps for this month. */
  remedies: z.optional(z.array(DetailSchema))
})
export type MachineProblem = z.infer<typeof MachineProblem>
