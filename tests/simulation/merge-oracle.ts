// What stands, told anew and in another way than `protocol/merge`: every answer that no other change of the record has
// replaced; and beside a removal, whatever stands that no removal knew.
import { type Change, nameOf } from '#protocol/change.ts'

/** By field: the answers that stand, each as `<change> <value>`, sorted. */
export const answersThatStand = (changes: readonly Change[]): Record<string, string[]> => {
  const answers = changes.flatMap((change) => Object.keys(change.fields).map((field) => ({ change, field })))
  const standing = answers.filter(
    ({ change, field }) =>
      !changes.some((other) => other !== change && field in other.fields && other.over.includes(nameOf(change)))
  )
  const told: Record<string, string[]> = {}
  for (const { change, field } of standing) {
    told[field] = [...(told[field] ?? []), `${nameOf(change)} ${JSON.stringify(change.fields[field])}`]
  }
  const removals = standing.filter(({ change, field }) => field === 'removed' && change.fields['removed'] === 1)
  const unheard = new Set(standing.map(({ change }) => change).filter((change) => !('removed' in change.fields)))
  for (const { change: removal } of removals) {
    const knew = removal.over.length === 0 ? [removal.record] : removal.over
    for (const change of unheard) if (knew.includes(nameOf(change))) unheard.delete(change)
  }
  if (removals.length > 0) {
    told['removed'] = [...(told['removed'] ?? []), ...[...unheard].map((change) => `${nameOf(change)} 0`)]
  }
  for (const field of Object.keys(told)) told[field]?.sort()
  return told
}
