// What happened so far, step by step, from the changes of one record. A step that was taken back did not happen.
import type { SharedFields } from '#domain/code.ts'

/** One change of the record: what it set, when by the clock of its phone, and which phone that was. */
export type Noted = { readonly fields: SharedFields; readonly at: number; readonly author: string }

/**
 * The oldest first. A step says since which hour it holds; taking one back says the earlier state alone, and whatever came
 * after that is left out. Two phones that note the same step after one another have seen it once.
 */
export const whatHappened = (notes: readonly Noted[]): Noted[] =>
  notes.reduce<Noted[]>((happened, note) => {
    const { state, stepAt, met } = note.fields
    if (state === undefined) return happened
    if (stepAt === undefined && met === undefined) {
      const kept = happened.findLastIndex(({ fields }) => fields['state'] === state)
      return kept < 0 ? happened : happened.slice(0, kept + 1)
    }
    return happened.at(-1)?.fields['state'] === state ? happened : [...happened, note]
  }, [])
