// Several cases of the same people, read as one. What was changed in any of them is merged as if it had been said of the
// first, so answers that differ stand side by side as ever, and an edit replaces what its author saw, whichever case it lies in.
import { begunBy } from '#domain/records/case.ts'
import type { OneCase } from '#domain/same-people/joined-cases.ts'
import type { Change } from '#protocol/change.ts'
import type { Dot } from '#protocol/ids.ts'
import { mergeChanges, type MergedRecord } from '#protocol/merge.ts'

/** People who were logged once more and have no case from that bring their dangers and needs, as if one had been begun. */
export const mergeCases = (
  { cases, besides }: OneCase<MergedRecord>,
  changesOf: (id: Dot) => Iterable<Change>
): MergedRecord => {
  const [first, ...others] = cases
  if (others.length === 0) return besides.reduce(withBegun, first)
  const changes = [...changesOf(first.id), ...others.flatMap(({ id }) => Array.from(changesOf(id), ofSameCase))]
  const whole = { ...mergeChanges(changes), id: first.id, author: first.author, joined: cases }
  return besides.reduce(withBegun, whole)
}

/** From which arrival, and where and when, each was begun is no answer to settle: the first says it for all. */
const ofSameCase = (change: Change): Change => ({
  ...change,
  fields: Object.fromEntries(Object.entries(change.fields).filter(([name]) => !OF_ITS_OWN.includes(name)))
})

const OF_ITS_OWN = ['arrival', 'met', 'zone']

/** Whatever the case has heard of already, it knows better. */
const withBegun = (kase: MergedRecord, arrival: MergedRecord): MergedRecord => {
  const met = arrival.standing['met']?.[0]
  const unheard = Object.entries(begunBy(arrival.fields)).filter(([name]) => kase.fields[name] === undefined)
  if (met === undefined || unheard.length === 0) return kase
  const standing = Object.fromEntries(unheard.map(([name, value]) => [name, [{ ...met, value }]]))
  return {
    ...kase,
    fields: { ...kase.fields, ...Object.fromEntries(unheard) },
    standing: { ...kase.standing, ...standing }
  }
}
