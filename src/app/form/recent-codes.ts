// Which codes a long list offers first: those the team has used most of late, then the list's own order. The mix of
// languages and countries turns over within months, so no order is fixed.
import { codesOf } from '#domain/form/choices.ts'
import type { ChoiceSource } from '#domain/form/form.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** How many of the newest arrivals are looked at. */
const LOOK_BACK = 200

export const recentCodes = (records: readonly MergedRecord[], name: string, source: ChoiceSource): string[] => {
  const uses = new Map<string, number>()
  for (const { fields } of records.filter(({ type }) => type === 'arrival').slice(0, LOOK_BACK)) {
    const code = fields[name]
    if (typeof code === 'string') uses.set(code, (uses.get(code) ?? 0) + 1)
  }
  const order = codesOf(source)
  return [...order].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || order.indexOf(a) - order.indexOf(b))
}
