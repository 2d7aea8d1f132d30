// What a person agreed to pass on to one organisation: who to call, where to find them, a note, and the coded answers that
// may be told. Sealed to that organisation before it leaves the phone; nobody in between can read it.
import * as z from 'zod/mini'
import { Count } from '#domain/code.ts'
import { PEOPLE } from '#domain/records/arrival.ts'

export const NAME_LIMIT = 60
export const WHERE_LIMIT = 160
export const NOTE_LIMIT = 400

const text = (limit: number) => z.optional(z.string().check(z.maxLength(limit)))

export const PassedOn = z.object({
  /** What to call them: no surname is asked for. */
  name: text(NAME_LIMIT),
  where: text(WHERE_LIMIT),
  note: text(NOTE_LIMIT),
  people: z.optional(z.partialRecord(z.enum(PEOPLE), Count)),
  language: z.optional(z.string()),
  country: z.optional(z.string()),
  urgent: z.optional(z.array(z.string()))
})
export type PassedOn = z.infer<typeof PassedOn>
