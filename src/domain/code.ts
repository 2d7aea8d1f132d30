// What may travel in a shared record: whole numbers and codes. A code has no spaces, so a sentence cannot be one;
// that a code is also on its list is checked against the form or the record file (see `anonymise.ts`).
import * as z from 'zod/mini'

/** A short word of a code list, an id or a shift hour. 1–40 characters, no spaces. */
export const Code = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,39}$/))
export type Code = z.infer<typeof Code>

/** The highest number of people, items or times one field may count. */
export const COUNT_LIMIT = 9_999
export const Count = z.int().check(z.gte(0), z.lte(COUNT_LIMIT))

export const SharedValue = z.union([Count, Code, z.array(Code).check(z.maxLength(40))])
export type SharedValue = z.infer<typeof SharedValue>

export const FieldName = z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,39}$/))

/** Fields as they travel and as they are kept: every value is a count, a code or a list of codes. */
export const SharedFields = z.record(FieldName, SharedValue)
export type SharedFields = Readonly<Record<string, SharedValue>>
