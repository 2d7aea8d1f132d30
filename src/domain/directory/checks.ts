// What the team found since an entry was written: the newest time it was true, and what stands against it.
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { Finding } from '#domain/records/service-check.ts'

/** `at`: milliseconds since 1970 UTC. `heardAt`: when the server heard of it, where that is known. */
export type ServiceCheck = {
  readonly service: string
  readonly found: Finding
  readonly at: number
  readonly heardAt?: number
}

export type Report = { readonly found: Exclude<Finding, 'as_written'>; readonly day: Day }

/** Entries as they stand after the checks, and by the id of a service what was reported of it and when it was last looked at. */
export type Checked = {
  readonly entries: readonly DirectoryEntry[]
  readonly reports: ReadonlyMap<string, Report>
  readonly changedAt: ReadonlyMap<string, number>
}

/**
 * Whoever found it as written after a report has answered that, and so has whoever wrote the entry and said that it was checked that
 * day. Any other edit has not, and no file that was taken in: nobody looked at the place.
 */
export const withChecks = (entries: readonly DirectoryEntry[], checks: readonly ServiceCheck[]): Checked => {
  if (checks.length === 0) return { entries, reports: new Map(), changedAt: new Map() }
  const newestFirst = [...checks].sort((a, b) => b.at - a.at)
  const reports = new Map<string, Report>()
  const changedAt = new Map<string, number>()
  for (const { service, at, heardAt = at } of checks) {
    changedAt.set(service, Math.max(heardAt, changedAt.get(service) ?? 0))
  }
  const checked = entries.map((entry): DirectoryEntry => {
    if (entry.kind !== 'service') return entry
    const own = newestFirst.filter(({ service }) => service === entry.id)
    const confirmed = own.find(({ found }) => found === 'as_written')
    const answeredAt = Math.max(confirmed?.at ?? 0, entry.typedAt ?? entry.at ?? 0)
    const report = own.find(({ found, at }) => found !== 'as_written' && at > answeredAt)
    if (report && report.found !== 'as_written') {
      reports.set(entry.id, { found: report.found, day: dayAt(report.at) })
    }
    const day = confirmed && dayAt(confirmed.at)
    return day === undefined || (day < entry.lastChecked && !isAhead(entry))
      ? entry
      : { ...entry, lastChecked: day, toVerify: false }
  })
  return { entries: checked, reports, changedAt }
}

/** Nobody can have checked it after it was written. */
const isAhead = ({ lastChecked, at }: DirectoryEntry): boolean => at !== undefined && lastChecked > dayAt(at)
