// The answers that stand against each other, and what goes with each of them.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import type { Form } from '#domain/form/form.ts'
import { answerKey, bothOf } from '#domain/records/careful-reading.ts'
import { SAID_WITH_STATE } from '#domain/records/record.ts'
import { misfitOf } from '#domain/records/validity.ts'
import { isTeamsStep, saysForOthers } from '#protocol/access.ts'
import type { DeviceId, Dot, Role } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** One answer, with everyone who gave it. */
export type Claim = {
  readonly value: SharedValue
  readonly authors: readonly DeviceId[]
  readonly changes: readonly Dot[]
  /** When it was last said, by the clock of the phone that said it; milliseconds since 1970 UTC. */
  readonly at: number
}

/** What is settled with the state is never asked about alone. */
export const disputesShown = ({ type, disputed }: MergedRecord): string[] =>
  disputed.filter((name) => !(type !== 'arrival' && SAID_WITH_STATE.includes(name) && disputed.includes('state')))

/** Newest first; the same answer from two people is one claim. */
export const claimsOf = ({ standing }: MergedRecord, name: string): Claim[] => {
  const claims = new Map<string, Claim>()
  for (const { value, author, change, clock } of standing[name] ?? []) {
    const key = answerKey(value)
    const known = claims.get(key)
    claims.set(key, {
      value: known?.value ?? value,
      authors: [...new Set([...(known?.authors ?? []), author])],
      changes: [...(known?.changes ?? []), change],
      at: Math.max(known?.at ?? 0, clock.at)
    })
  }
  return [...claims.values()]
}

/** All that a person says who keeps this claim: the answer, and what the same change said of the fields settled with it. */
export const settlementOf = (record: MergedRecord, name: string, claim: Claim): SharedFields => {
  if (record.type === 'arrival' || name !== 'state') return { [name]: claim.value }
  const companions = SAID_WITH_STATE.filter((other) => record.disputed.includes(other)).flatMap((other) => {
    const said = record.standing[other]?.find(({ change }) => claim.changes.includes(change))
    return said === undefined ? [] : [[other, said.value] as const]
  })
  return { [name]: claim.value, ...Object.fromEntries(companions) }
}

/**
 * Whoever keeps an answer says it themselves, so what is another's to say is not theirs to keep. Where the team says that a person
 * took consent back, or that all is over, no partner says what stands.
 */
export const mayKeep = (record: MergedRecord, fields: SharedFields, role: Role): boolean =>
  role === 'partner'
    ? fields['state'] === undefined || !isForTeamToSay(record)
    : !saysForOthers({ type: record.type, fields }, { role, kind: 'team' })

/** One of the steps that stand is the team's alone. */
export const isForTeamToSay = ({ type, standing }: MergedRecord): boolean =>
  type === 'referral' && (standing['state'] ?? []).some(({ value }) => isTeamsStep(value))

/** The answers put together, where both can be kept and the form takes it. */
export const bothKept = (record: MergedRecord, name: string, form: Form): SharedValue | undefined => {
  const both = bothOf(
    record.type,
    name,
    claimsOf(record, name).map(({ value }) => value)
  )
  return both !== undefined && misfitOf(record.type, { [name]: both }, [form]) === undefined ? both : undefined
}

/** What the changes behind a claim have said besides: the reason of a step, and why a record is "still used". */
export const saidBehind = (
  record: MergedRecord,
  name: string,
  claim: Claim
): { name: string; value: SharedValue }[] => {
  const isStillUsed = name === 'removed' && claim.value === 0
  const isTold = (other: string) =>
    isStillUsed
      ? other !== 'removed' && !(record.type !== 'arrival' && other === 'stepAt')
      : other === 'reason' || other === 'outcome'
  if (!isStillUsed && name !== 'state') return []
  return Object.entries(record.standing)
    .filter(([other]) => isTold(other))
    .flatMap(([other, answers]) =>
      answers.filter(({ change }) => claim.changes.includes(change)).map(({ value }) => ({ name: other, value }))
    )
}

export type KeepWords = 'keepMine' | 'keepTheirs' | 'keep'

/** "Mine" and "theirs" only where it is clear whose: between others, or among three, each is just this one. */
export const keepWords = (claims: readonly Claim[], claim: Claim, device: DeviceId): KeepWords => {
  const isMine = ({ authors }: Claim) => authors.includes(device)
  if (isMine(claim)) return claims.filter(isMine).length === 1 ? 'keepMine' : 'keep'
  return claims.length === 2 && claims.some(isMine) ? 'keepTheirs' : 'keep'
}
