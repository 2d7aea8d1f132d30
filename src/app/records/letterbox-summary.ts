// How much of this phone's own work stands where.
import type { Desk } from '#device/desk.ts'
import type { Standing } from '#device/letterbox/standing.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type LetterboxSummary = { needsYou: number; waiting: number; withTeam: number }

/** Records, not changes: what a worker counts. */
export const summaryOf = (desk: Desk): LetterboxSummary => {
  const summary = { needsYou: 0, waiting: 0, withTeam: 0 }
  if (desk.letterbox().waitingChanges === 0 && !desk.letterbox().hasAside) {
    return { ...summary, withTeam: ownRecords(desk).length }
  }
  for (const { standing } of ownRecords(desk)) summary[KIND[standing.state]] += 1
  return summary
}

/** Every record this phone has made or changed. */
export const ownRecords = (desk: Desk): { record: MergedRecord; standing: Standing }[] =>
  desk
    .records()
    .filter((record) => record.changes.some((dot) => dot.startsWith(desk.identity.device)))
    .map((record) => ({ record, standing: desk.standingOf(record) }))

const KIND = { needs_you: 'needsYou', here: 'waiting', sending: 'waiting', team: 'withTeam' } as const
