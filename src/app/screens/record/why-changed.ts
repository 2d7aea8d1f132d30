// Why an answer is another than it was: what was said of the newest change of it.
import type { StoredChange } from '#device/stored-change.ts'
import { WHY_CHANGED, WHY_FIELD, type WhyChanged } from '#domain/records/arrival.ts'

/** `changes`: the oldest first. */
export const whyChanged = (changes: readonly StoredChange[], name: string): WhyChanged | undefined => {
  const newest = changes.findLast(({ change: { fields } }) => fields[name] !== undefined)
  return WHY_CHANGED.find((why) => why === newest?.change.fields[WHY_FIELD])
}
