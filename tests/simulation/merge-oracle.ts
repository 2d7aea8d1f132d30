// What stands, told anew and in another way than `protocol/merge`: every answer that no change of the record has replaced.
import { type Change, nameOf } from '#protocol/change.ts'

/** By field: the answers that stand, each as `<change> <value>`, sorted. */
export const answersThatStand = (changes: readonly Change[]): Record<string, string[]> => {
  const standing: Record<string, string[]> = {}
  for (const change of changes) {
    for (const [field, value] of Object.entries(change.fields)) {
      const isReplaced = changes.some((other) => field in other.fields && other.over.includes(nameOf(change)))
      if (!isReplaced) (standing[field] ??= []).push(`${nameOf(change)} ${JSON.stringify(value)}`)
    }
  }
  for (const answers of Object.values(standing)) answers.sort()
  return standing
}
