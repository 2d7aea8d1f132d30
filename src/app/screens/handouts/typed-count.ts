// A number as somebody typed it, in the digits of any keyboard.
import { Count } from '#domain/code.ts'
import { foldText } from '#domain/fold-text.ts'

/** Undefined for what is no whole number between 0 and the most a record counts: half of a number is none. */
export const countIn = (typed: string): number | undefined => {
  const digits = typed.trim()
  const count = Count.safeParse(/^\p{Nd}+$/u.test(digits) ? Number(foldText(digits)) : undefined)
  return count.success ? count.data : undefined
}
