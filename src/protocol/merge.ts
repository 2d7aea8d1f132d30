// What a record says once all its changes are known, in whatever order they came. A field keeps every answer that no
// later author has replaced; two such answers that differ are a dispute for a person to settle. Because the outcome is a
// function of the *set* of changes, merging is commutative, associative and idempotent by construction.
import type { SharedValue } from '#domain/code.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { compareMoments, type Moment } from '#protocol/clock.ts'
import type { DeviceId, Dot } from '#protocol/ids.ts'

/** One answer that still stands. */
export type Standing = {
  readonly value: SharedValue
  readonly change: Dot
  readonly author: DeviceId
  readonly clock: Moment
}

export type MergedRecord = FieldRecord & {
  /** The newest answer first. */
  readonly standing: Readonly<Record<string, readonly Standing[]>>
  readonly changes: readonly Dot[]
}

/** `changes` belong to one record and are at least one. */
export const mergeChanges = (changes: Iterable<Change>): MergedRecord => {
  const distinct = [...new Map(Array.from(changes, (change) => [nameOf(change), change])).values()].sort(newestFirst)
  const [newest] = distinct
  if (newest === undefined) throw new Error('A record has at least one change')
  const standing = standingAnswers(distinct)
  return {
    type: newest.type as RecordType,
    id: newest.record,
    author: newest.record.slice(0, 12),
    fields: Object.fromEntries(
      Object.entries(standing).map(([name, answers]) => [name, (answers[0] as Standing).value])
    ),
    disputed: Object.keys(standing).filter((name) => isDisputed(standing[name] ?? [])),
    standing,
    changes: distinct.map(nameOf)
  }
}

const standingAnswers = (newestFirst: readonly Change[]): Record<string, Standing[]> => {
  const replaced = new Set<string>()
  for (const { over, fields } of newestFirst) {
    for (const dot of over) for (const name of Object.keys(fields)) replaced.add(`${dot} ${name}`)
  }
  const standing: Record<string, Standing[]> = {}
  for (const change of newestFirst) {
    const dot = nameOf(change)
    for (const [name, value] of Object.entries(change.fields)) {
      if (replaced.has(`${dot} ${name}`)) continue
      const answers = (standing[name] ??= [])
      answers.push({ value, change: dot, author: change.author, clock: change.clock })
    }
  }
  return standing
}

const isDisputed = (answers: readonly Standing[]) => new Set(answers.map(({ value }) => JSON.stringify(value))).size > 1

const newestFirst = (a: Change, b: Change) =>
  compareMoments(b.clock, a.clock) || (nameOf(a) < nameOf(b) ? 1 : nameOf(a) > nameOf(b) ? -1 : 0)
