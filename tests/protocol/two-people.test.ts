// Ten thousand times three people write in one record, mostly without knowing of each other.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SharedValue } from '#domain/code.ts'
import { mergeChanges, type MergedRecord } from '#protocol/merge.ts'
import { answersLeft, histories, namesOf, stillUsing, type Written } from '#tests/protocol/people.ts'

const MERGES = 10_000

it('Of what three people wrote in one record nothing is silently gone, and the more careful answer is read', () => {
  const seen = { merges: 0, disputes: 0, removedAndUsed: 0, settled: 0 }
  fc.assert(
    fc.property(histories, fc.nat(), (history, turn) => {
      const record = mergeChanges(changesOf(history))
      holdsAllThatNobodyReplaced(record, history)
      readsTheMoreCareful(record)
      isTheSameInAnyOrder(record, history, turn)
      seen.merges += 1
      seen.disputes += record.disputed.length > 0 ? 1 : 0
      seen.removedAndUsed += stillUsing(history).length > 0 ? 1 : 0
      seen.settled += record.disputed.length === 0 && wasDisputed(history) ? 1 : 0
    }),
    { numRuns: MERGES }
  )
  console.log(`Random merges, 0 silent overwrites: ${JSON.stringify(seen)}`)
  // The histories are of the kind that matters.
  expect(seen.merges).toBe(MERGES)
  expect(seen.disputes).toBeGreaterThan(MERGES / 10)
  expect(seen.removedAndUsed).toBeGreaterThan(MERGES / 100)
  expect(seen.settled).toBeGreaterThan(MERGES / 100)
})

/** No answer is gone unless somebody who knew it gave another, and no removal hides what it did not know. */
const holdsAllThatNobodyReplaced = (record: MergedRecord, history: readonly Written[]) => {
  const left = answersLeft(history)
  const using = stillUsing(history)
  for (const field of new Set(history.flatMap(({ change }) => Object.keys(change.fields)))) {
    const writers = left.get(field) ?? []
    const told = (record.standing[field] ?? []).map(({ change }) => change).sort()
    same(told, namesOf(field === 'removed' ? [...writers, ...using] : writers), `who stands behind ${field}`)
    const answers = new Set((record.standing[field] ?? []).map(({ value }) => alike(value)))
    same(record.disputed.includes(field), answers.size > 1, `whether ${field} is in dispute`)
  }
  if (using.length > 0) same([record.fields['removed'], record.disputed.includes('removed')], [0, true], 'still used')
}

const readsTheMoreCareful = (record: MergedRecord) => {
  for (const [field, isAtLeast] of Object.entries(AT_LEAST_AS_CAREFUL)) {
    const answers = (record.standing[field] ?? []).map(({ value }) => value)
    const read = record.fields[field]
    same(read === undefined, answers.length === 0, `${field} is read`)
    if (read === undefined) continue
    for (const answer of answers) same(isAtLeast(read, answer), true, `${field} heeds ${String(answer)}`)
    same(
      [read].flat().every((code) => answers.flat().includes(code)),
      true,
      `${field} makes nothing up`
    )
  }
}

const isTheSameInAnyOrder = (record: MergedRecord, history: readonly Written[], turn: number) => {
  const changes = changesOf(history)
  const at = turn % changes.length
  const turned = [...changes.slice(at), ...changes.toReversed(), ...changes.slice(0, at)]
  same(mergeChanges(turned), record, 'the same in another order, said twice')
}

const wasDisputed = (history: readonly Written[]): boolean =>
  history.some((_, at) => at > 0 && mergeChanges(changesOf(history.slice(0, at))).disputed.length > 0)

const changesOf = (history: readonly Written[]) => history.map(({ change }) => change)

const alike = (value: SharedValue): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

/** Quicker than `expect` by far, which counts in ten thousand rounds. */
const same = (told: unknown, real: unknown, what: string) => {
  if (JSON.stringify(told) !== JSON.stringify(real)) {
    throw new Error(`${what}: ${JSON.stringify(told)}, not ${JSON.stringify(real)}`)
  }
}

/** Written down once more, by hand: whether `read` is at least as careful as `answer`. */
const atLeast =
  (...moreCarefulFirst: string[]) =>
  (read: SharedValue, answer: SharedValue): boolean =>
    moreCarefulFirst.indexOf(String(read)) <= moreCarefulFirst.indexOf(String(answer))
const codes = (value: SharedValue) => [value].flat() as string[]

const AT_LEAST_AS_CAREFUL: Record<string, (read: SharedValue, answer: SharedValue) => boolean> = {
  urgent: (read, answer) => codes(answer).every((flag) => codes(read).includes(flag)),
  alone: atLeast('yes', 'unsure', 'no'),
  boys: (read, answer) => Number(read) >= Number(answer),
  consent: atLeast('no', 'interpreter', 'worker'),
  told: (read, answer) => codes(read).every((told) => codes(answer).includes(told)),
  // First the states of a referral, then those of a case.
  state: atLeast('withdrawn', 'declined', 'did_not_come', 'made', 'accepted', 'done', 'open', 'waiting', 'closed'),
  need_medical: atLeast('open', 'referred', 'given'),
  alert_child_alone: atLeast('open', 'csw_informed'),
  since_certificate: (read, answer) => String(read) <= String(answer),
  due: atLeast('now', 'soon', 'weeks'),
  removed: (read, answer) => Number(read) <= Number(answer)
}
