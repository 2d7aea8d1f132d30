// Since when something is to be done at once: what the lead's minutes, and by when it should be done, are counted from.
import { type AlertCode, raisedBy, toldAgainAt } from '#domain/immediate-actions.ts'
import type { FieldRecord } from '#domain/records/record.ts'

type Raised<Kind> = {
  /** Left out where nobody has begun one. */
  readonly kase?: Kind | undefined
  /** All arrivals of these people. */
  readonly arrivals: readonly Kind[]
  /** When the answer to a field that stands was given; milliseconds since 1970 UTC. */
  readonly saidAt: (record: Kind, field: string) => number
}

/**
 * What the arrivals ask for counts from when the first of them did: taking them, or taking back that it was done, gives nobody
 * more time. Noted again once the lead was told of that for the last time, it is new, and the lead is told again.
 */
export const raisedAt = <Kind extends FieldRecord>(
  alert: AlertCode,
  { kase, arrivals, saidAt }: Raised<Kind>
): number => {
  const asked = arrivals.flatMap((arrival) => {
    const inOrder = Object.entries(arrival.fields).sort(([a], [b]) => saidAt(arrival, a) - saidAt(arrival, b))
    const name = raisedBy(inOrder, alert)
    return name === undefined ? [] : [saidAt(arrival, name)]
  })
  const first = Math.min(...asked)
  if (kase === undefined) return first
  const noted = saidAt(kase, `alert_${alert}`)
  const cameWithCase = noted === saidAt(kase, 'arrival')
  return first < noted && (cameWithCase || noted <= Math.max(...toldAgainAt(alert, first))) ? first : noted
}
