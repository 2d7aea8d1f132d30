// A change as this phone keeps it: with what never leaves beside it.
import * as z from 'zod/mini'
import { Answers } from '#domain/form/answers.ts'
import { Change } from '#protocol/change.ts'

/** Answers of class `device` and `sealed`, the exact time, and the draft it was made of: only on the phone that wrote them. */
export const Aside = z.object({ savedAt: z.int(), answers: Answers, draft: z.optional(z.string()) })
export type Aside = z.infer<typeof Aside>

export const StoredChange = z.object({
  change: Change,
  /** Server time at which the server heard of it; absent while only this phone knows. */
  heardAt: z.optional(z.int()),
  aside: z.optional(Aside)
})
export type StoredChange = z.infer<typeof StoredChange>
