// A form begun and not yet saved, as it is kept. What is saved of it carries its id, on this phone alone.
import * as z from 'zod/mini'

const Kept = z.strictObject({ id: z.string(), value: z.unknown() })

/** One kept by an earlier version has no id. */
export type Draft = { readonly id?: string; readonly value: unknown }

export const noteToDraft = (note: unknown): Draft | undefined => {
  const kept = Kept.safeParse(note)
  if (kept.success) return kept.data
  return note === undefined ? undefined : { value: note }
}
