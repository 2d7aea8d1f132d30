// What a record says once all its changes are known, in whatever order they came. A field keeps every answer that no
// later author has replaced; two such answers that differ are a dispute for a person to settle, and until then the more
// careful one is read. Because the outcome is a function of the *set* of changes, merging is commutative, associative
// and idempotent by construction.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { WHY_FIELD } from '#domain/records/arrival.ts'
import { answerKey, readCarefully } from '#domain/records/careful-reading.ts'
import { type FieldRecord, type RecordType, SAID_WITH_STATE } from '#domain/records/record.ts'
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

/** `fields` has the more careful answer of each field in dispute. */
export type MergedRecord = FieldRecord & {
  /** The newest answer first. */
  readonly standing: Readonly<Record<string, readonly Standing[]>>
  readonly changes: readonly Dot[]
  /** Of several cases that are read as one: each as it lies, first the one whose id it has. */
  readonly joined?: readonly MergedRecord[]
}

/** `changes` belong to one record and are at least one. */
export const mergeChanges = (changes: Iterable<Change>): MergedRecord => {
  const all = [...changes]
  const distinct =
    all.length < 2 ? all : [...new Map(all.map((change) => [nameOf(change), change])).values()].sort(newestFirst)
  const [newest] = distinct
  if (newest === undefined) throw new Error('A record has at least one change')
  return distinct.length === 1 ? ofOneChange(newest) : ofSeveral(distinct, newest)
}

/** Most records are never touched again: all that the change says stands. */
const ofOneChange = (change: Change): MergedRecord => {
  const [dot, { author, clock, fields }] = [nameOf(change), change]
  const standing: Record<string, readonly Standing[]> = {}
  for (const [name, value] of Object.entries(fields)) standing[name] = [{ value, change: dot, author, clock }]
  return { ...whatItIs(change), fields, disputed: [], standing, changes: [dot] }
}

const ofSeveral = (newestFirst: readonly Change[], newest: Change): MergedRecord => {
  const first = newestFirst.find((change) => nameOf(change) === change.record) ?? newest
  const standing = standingAnswers(newestFirst)
  hearBesideRemovals(newestFirst, standing)
  const differing = [...standing].filter(([, answers]) => isDisputed(answers)).map(([name]) => name)
  const disputed = differing.filter((name) => !isNoAnswer(first.type, name, differing))
  return {
    ...whatItIs(first),
    fields: fieldsRead(first.type as RecordType, standing, disputed),
    disputed,
    standing: Object.fromEntries(standing),
    changes: newestFirst.map(nameOf)
  }
}

const whatItIs = ({ type, record }: Change) => ({ type: type as RecordType, id: record, author: record.slice(0, 12) })

/** The changes that an edit of `fields` names: those whose answers its author saw. Who removes a record has seen it all. */
export const answersSeen = ({ standing }: MergedRecord, fields: SharedFields): Dot[] => {
  const names = Object.keys(fields['removed'] === 1 ? standing : fields)
  return [...new Set(names.flatMap((name) => (standing[name] ?? []).map(({ change }) => change)))]
}

/** When the answer that stands was given, by the clock of the phone that gave it; 0 where nothing stands. */
export const saidAt = ({ standing }: MergedRecord, field: string): number => standing[field]?.[0]?.clock.at ?? 0

type StandingByField = Map<string, readonly [Standing, ...Standing[]]>

const standingAnswers = (changes: readonly Change[]): StandingByField => {
  const replaced = new Set<string>()
  for (const change of changes) {
    const own = nameOf(change)
    for (const dot of change.over) {
      if (dot !== own) for (const name of Object.keys(change.fields)) replaced.add(`${dot} ${name}`)
    }
  }
  const standing: StandingByField = new Map()
  for (const change of changes) {
    const dot = nameOf(change)
    for (const [name, value] of Object.entries(change.fields)) {
      if (replaced.has(`${dot} ${name}`)) continue
      const answer = { value, change: dot, author: change.author, clock: change.clock }
      const before = standing.get(name)
      standing.set(name, before === undefined ? [answer] : [...before, answer])
    }
  }
  return standing
}

/**
 * A removal names every answer that stood when it was made. One that no removal names came at the same time: it says that
 * the record is still used, and a person settles which of the two holds. A removal that names nothing was made by an
 * early phone; it is believed to have seen the change that made the record.
 */
const hearBesideRemovals = (changes: readonly Change[], standing: StandingByField): void => {
  const answers = standing.get('removed') ?? []
  const removals = new Set(answers.filter(({ value }) => value === 1).map(({ change }) => change))
  if (removals.size === 0) return
  const seen = new Set<Dot>()
  const stands = new Set([...standing].flatMap(([, all]) => all.map(({ change }) => change)))
  for (const change of changes) {
    const dot = nameOf(change)
    if (!removals.has(dot)) continue
    for (const named of [dot, ...(change.over.length > 0 ? change.over : [change.record])]) seen.add(named)
  }
  const heard = changes.flatMap((change): Standing[] => {
    const dot = nameOf(change)
    const own = answers.find((answer) => answer.change === dot)
    if (own !== undefined) return [own]
    const isUnseen = stands.has(dot) && !seen.has(dot)
    return isUnseen ? [{ value: 0, change: dot, author: change.author, clock: change.clock }] : []
  })
  const [first, ...others] = heard
  if (first !== undefined) standing.set('removed', [first, ...others])
}

/**
 * What no person is asked about: why an answer was changed, and the hour of one step that two people took. The hour is a stamp
 * of the phone and harms nobody, while they say the same of where the record stands; the newest is read.
 */
const isNoAnswer = (type: string, name: string, differing: readonly string[]): boolean =>
  name === WHY_FIELD || (type !== 'arrival' && name === 'stepAt' && !differing.includes('state'))

const isDisputed = (answers: readonly Standing[]) =>
  answers.length > 1 && new Set(answers.map(({ value }) => answerKey(value))).size > 1

const fieldsRead = (type: RecordType, standing: StandingByField, disputed: readonly string[]): SharedFields => {
  const fields: Record<string, SharedValue> = {}
  for (const [name, [newest, ...others]] of standing) {
    fields[name] = disputed.includes(name)
      ? readCarefully(type, name, [newest.value, ...others.map(({ value }) => value)])
      : newest.value
  }
  return disputed.includes('state') && type !== 'arrival' ? { ...fields, ...saidWithState(standing, fields) } : fields
}

/** The hour and the reason or outcome of the state that is read, not of another step. */
const saidWithState = (standing: StandingByField, fields: SharedFields): SharedFields => {
  const read = standing.get('state')?.find(({ value }) => value === fields['state'])?.change
  return Object.fromEntries(
    SAID_WITH_STATE.flatMap((name) => {
      const said = standing.get(name)?.find(({ change }) => change === read)
      return said === undefined ? [] : [[name, said.value]]
    })
  )
}

const newestFirst = (a: Change, b: Change) =>
  compareMoments(b.clock, a.clock) || (nameOf(a) < nameOf(b) ? 1 : nameOf(a) > nameOf(b) ? -1 : 0)
