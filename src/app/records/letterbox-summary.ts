// How much of this phone's own work stands where.
import type { Desk } from '#device/desk.ts'
import type { LetterboxView, Standing } from '#device/letterbox/letterbox-view.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type LetterboxSummary = { needsYou: number; waiting: number; withTeam: number }

type Counted = { records: readonly MergedRecord[]; letterbox: LetterboxView; summary: LetterboxSummary }
const lastCounted = new WeakMap<Desk, Counted>()

/** Records, not changes: what a worker counts. Counted once until a record or the letterbox changes. */
export const summaryOf = (desk: Desk): LetterboxSummary => {
  const [records, letterbox, last] = [desk.records(), desk.letterbox(), lastCounted.get(desk)]
  if (last?.records === records && last.letterbox === letterbox) return last.summary
  const summary = countedIn(desk)
  lastCounted.set(desk, { records, letterbox, summary })
  return summary
}

const countedIn = (desk: Desk): LetterboxSummary => {
  const summary = { needsYou: 0, waiting: 0, withTeam: 0 }
  for (const { standing, hasTwoAnswers } of ownRecords(desk)) {
    summary[hasTwoAnswers ? 'needsYou' : KIND[standing.state]] += 1
  }
  return summary
}

export type OwnRecord = {
  readonly record: MergedRecord
  readonly standing: Standing
  /** A person has to say which of them holds. */
  readonly hasTwoAnswers: boolean
}

/** Every record this phone has made or changed. */
export const ownRecords = (desk: Desk): OwnRecord[] => {
  const { waitingChanges, hasAside } = desk.letterbox()
  const isAllSent = waitingChanges === 0 && !hasAside
  return desk
    .records()
    .filter((record) => record.changes.some((dot) => dot.startsWith(desk.identity.device)))
    .map((record) => ({
      record,
      standing: isAllSent ? { state: 'team' } : desk.standingOf(record),
      hasTwoAnswers: record.disputed.length > 0
    }))
}

const KIND = { needs_you: 'needsYou', here: 'waiting', sending: 'waiting', team: 'withTeam' } as const
