// Sorts what this phone has saved by where it stands. Pure, so that "is my work safe?" can be tested.
import type { LetterboxSummary } from '#app/records/letterbox-summary.ts'
import { type Reason, REASON_OF } from '#app/screens/phone/reasons.ts'
import type { Standing } from '#device/letterbox/letterbox-view.ts'

/** `changes_wait`: no record in the list waits, but a change to one, such as taking it away, does. */
export type WorkState =
  | { readonly is: 'needs_you' | 'waiting'; readonly count: number }
  | { readonly is: 'changes_wait' | 'all_sent' | 'nothing_yet' }

type Work = { summary: LetterboxSummary; waitingChanges: number; lastContact?: number | undefined }

/** The one thing to say first: what needs a person, then what has not gone yet. */
export const workStateOf = ({ summary, waitingChanges, lastContact }: Work): WorkState => {
  if (summary.needsYou > 0) return { is: 'needs_you', count: summary.needsYou }
  if (summary.waiting > 0) return { is: 'waiting', count: summary.waiting }
  if (waitingChanges > 0) return { is: 'changes_wait' }
  return { is: lastContact === undefined && summary.withTeam === 0 ? 'nothing_yet' : 'all_sent' }
}

type Own<Thing> = { readonly record: Thing; readonly standing: Standing; readonly hasTwoAnswers: boolean }

export type Groups<Thing> = {
  /** By reason, the reason of the first record first. */
  readonly needsYou: readonly { readonly reason: Reason; readonly records: readonly Thing[] }[]
  readonly here: readonly Thing[]
  readonly sending: readonly Thing[]
  readonly team: readonly Thing[]
}

/** Every record is in one group; each group keeps the order it was given. */
export const groupByStanding = <Thing>(own: readonly Own<Thing>[]): Groups<Thing> => {
  const inState = (state: Standing['state']) =>
    own.filter(({ standing, hasTwoAnswers }) => !hasTwoAnswers && standing.state === state).map(({ record }) => record)
  return {
    needsYou: byReason(own),
    here: inState('here'),
    sending: inState('sending'),
    team: inState('team')
  }
}

const byReason = <Thing>(own: readonly Own<Thing>[]): { reason: Reason; records: Thing[] }[] => {
  const recordsByReason = new Map<Reason, Thing[]>()
  for (const { record, standing, hasTwoAnswers } of own) {
    const reason =
      standing.state === 'needs_you' ? REASON_OF[standing.why] : hasTwoAnswers ? ('twoAnswers' as const) : undefined
    if (reason === undefined) continue
    const known = recordsByReason.get(reason)
    if (known === undefined) recordsByReason.set(reason, [record])
    else known.push(record)
  }
  return Array.from(recordsByReason, ([reason, records]) => ({ reason, records }))
}
