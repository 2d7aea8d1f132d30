// The answers that stand against each other, and what goes with each of them.
import type { SharedValue } from '#domain/code.ts'
import type { DeviceId, Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** One answer, with everyone who gave it. */
export type Claim = {
  readonly value: SharedValue
  readonly authors: readonly DeviceId[]
  readonly changes: readonly Dot[]
  /** When it was last said, by the clock of the phone that said it; milliseconds since 1970 UTC. */
  readonly at: number
}

/** Set by a step of a referral beside its state: settled with the state, never asked about alone. */
const WITH_STATE: readonly string[] = ['stepAt', 'reason']

export const disputesShown = ({ disputed }: MergedRecord): string[] =>
  disputed.filter((name) => !(WITH_STATE.includes(name) && disputed.includes('state')))

/** Newest first; the same answer from two people is one claim. */
export const claimsOf = ({ standing }: MergedRecord, name: string): Claim[] => {
  const claims = new Map<string, Claim>()
  for (const { value, author, change, clock } of standing[name] ?? []) {
    const key = JSON.stringify(value)
    const known = claims.get(key)
    claims.set(key, {
      value,
      authors: [...new Set([...(known?.authors ?? []), author])],
      changes: [...(known?.changes ?? []), change],
      at: Math.max(known?.at ?? 0, clock.at)
    })
  }
  return [...claims.values()]
}

/** What the same change said of the fields that are settled together with this one. */
export const companionsOf = (
  record: MergedRecord,
  name: string,
  claim: Claim
): { name: string; value: SharedValue }[] => {
  if (name !== 'state') return []
  return WITH_STATE.filter((other) => record.disputed.includes(other)).flatMap((other) => {
    const said = record.standing[other]?.find(({ change }) => claim.changes.includes(change))
    return said === undefined ? [] : [{ name: other, value: said.value }]
  })
}
