// Several cases of the same people, read as one. What was changed in any of them is merged as if it had been said of the
// first, so answers that differ stand side by side as ever, and an edit replaces what its author saw, whichever case it lies in.
import { dayAt, dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { DAYS_WITHOUT_CASE, raisedBy } from '#domain/immediate-actions.ts'
import { begunBy, stateOfCase, unheardAlerts } from '#domain/records/case.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { Beside, OneCase } from '#domain/same-people/joined-cases.ts'
import type { Change } from '#protocol/change.ts'
import { compareMoments } from '#protocol/clock.ts'
import type { Dot } from '#protocol/ids.ts'
import { mergeChanges, type MergedRecord, type Standing } from '#protocol/merge.ts'

/**
 * A danger that is noted on an arrival after its case began is one of the case. People who were logged once more and have no
 * case from that bring their dangers and needs, as if one had been begun.
 */
export const mergeCases = (
  { cases, own, besides }: OneCase<MergedRecord>,
  changesOf: (id: Dot) => Iterable<Change>
): MergedRecord => {
  const whole = wholeOf(cases, changesOf)
  const isClosed = stateOfCase(whole.fields) === 'closed'
  const raised = own.reduce((kase, arrival) => withRaised(kase, arrival, isClosed), whole)
  return besides.reduce(
    (kase, beside) => withBegun(kase, beside.arrival, isClosed && !isUrgentStill(beside) ? isNeed : () => true),
    raised
  )
}

const wholeOf = (
  [first, ...others]: OneCase<MergedRecord>['cases'],
  changesOf: (id: Dot) => Iterable<Change>
): MergedRecord => {
  if (others.length === 0) return first
  const changes = [...changesOf(first.id), ...others.flatMap(({ id }) => Array.from(changesOf(id), ofSameCase))]
  return { ...mergeChanges(changes), id: first.id, author: first.author, joined: [first, ...others] }
}

/**
 * A case that is closed is opened again by a danger that nobody has heard of, as long as it is one: like on the board, for a week
 * from when they were met until they were joined, or until the danger was noted. An older one is no alarm, and stays where it was noted. What is open in a
 * case itself was noted there and never done, so it has no such limit. Told by what was said alone, as every phone must read
 * the same: which day it is now does not matter.
 */
const isUrgentStill = ({ arrival, joinedAt }: Beside<MergedRecord>): boolean =>
  joinedAt === '' || dayOf(findCode(arrival.fields, 'met') ?? '') >= dayPlus(dayOf(joinedAt), -DAYS_WITHOUT_CASE)

const isNeed = (name: string): boolean => name.startsWith('need_')

/** From which arrival, and where and when, each was begun is no answer to settle: the first says it for all. */
const ofSameCase = (change: Change): Change => ({
  ...change,
  fields: Object.fromEntries(Object.entries(change.fields).filter(([name]) => !OF_ITS_OWN.includes(name)))
})

const OF_ITS_OWN = ['arrival', 'met', 'zone']

/** Whatever the case has heard of already, it knows better. */
const withBegun = (kase: MergedRecord, arrival: MergedRecord, isBrought: (name: string) => boolean): MergedRecord => {
  const met = arrival.standing['met']?.[0]
  const unheard = Object.entries(begunBy(arrival.fields)).filter(
    ([name]) => kase.fields[name] === undefined && isBrought(name)
  )
  return met === undefined
    ? kase
    : withAnswers(
        kase,
        unheard.map(([name, value]) => [name, { ...met, value }])
      )
}

/** Each as if it had been said of the case by whoever gave the answer that raised it, and then. */
const withRaised = (kase: MergedRecord, arrival: MergedRecord, isClosed: boolean): MergedRecord => {
  const met = dayOf(findCode(arrival.fields, 'met') ?? '')
  const inOrder = Object.entries(arrival.fields).sort(([a], [b]) => compareAnswers(arrival, a, b))
  const answers = unheardAlerts(kase.fields, arrival.fields).flatMap((alert): [string, Standing][] => {
    const name = raisedBy(inOrder, alert)
    const answer = name === undefined ? undefined : arrival.standing[name]?.[0]
    if (answer === undefined || (isClosed && met < dayPlus(dayAt(answer.clock.at), -DAYS_WITHOUT_CASE))) return []
    return [[`alert_${alert}`, { ...answer, value: 'open' }]]
  })
  return withAnswers(kase, answers)
}

const withAnswers = (kase: MergedRecord, answers: readonly (readonly [string, Standing])[]): MergedRecord =>
  answers.length === 0
    ? kase
    : {
        ...kase,
        fields: { ...kase.fields, ...Object.fromEntries(answers.map(([name, { value }]) => [name, value])) },
        standing: { ...kase.standing, ...Object.fromEntries(answers.map(([name, answer]) => [name, [answer]])) }
      }

/** By when each was answered; by name where one change said both. */
const compareAnswers = ({ standing }: MergedRecord, one: string, other: string): number => {
  const [first, second] = [standing[one]?.[0], standing[other]?.[0]]
  return (first && second && compareMoments(first.clock, second.clock)) || (one < other ? -1 : 1)
}
