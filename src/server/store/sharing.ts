// A referral is read by two organisations: the team that made it and the partner it was made to. Each has its own order of
// changes, so a change that both read stands in both: in its author's as a row of `change`, in the other's as a row of
// `shared`. What is passed on, field by field, is decided when it is handed out (`#protocol/access.ts`).
import { type Change, nameOf } from '#protocol/change.ts'
import { Dot } from '#protocol/ids.ts'
import type { ReadParcel } from '#server/parcels/read-parcel.ts'
import type { Query } from '#server/store/database.ts'
import { isForLedger } from '#server/store/ledger.ts'
import { advanceChanges, listPartners, lockOrganisation, lockOrganisations } from '#server/store/organisations.ts'

/** A referral, and what hangs on one. */
const SHARED_TYPES: readonly string[] = ['referral', 'opening', 'question', 'referral_card']

export const isShared = ({ type }: Change): boolean => SHARED_TYPES.includes(type)

/** Whoever reads these reads the change: its record, and of a new record the referral it is about. */
export const hangsOn = (change: Change): Dot[] => {
  if (change.record !== nameOf(change)) return [change.record]
  const referral = Dot.safeParse(change.fields['referral'])
  return referral.success ? [referral.data] : []
}

export type Sharing = {
  /** Whether the author's organisation is one of those that read the record. A new record is noted with its readers. */
  readonly isHeard: (change: Change) => boolean
  /** Puts what was taken into the order of every other organisation that reads it. */
  readonly passOn: (taken: readonly Change[]) => Promise<void>
}

export const openSharing = async (query: Query, organisation: string, changes: readonly Change[]): Promise<Sharing> => {
  const named = changes.filter(isShared)
  if (named.length === 0) return { isHeard: () => false, passOn: () => Promise.resolve() }
  const readers = await readersOf(query, new Set(named.flatMap(recordsIn)))
  const partners = await listPartners(query)
  const fresh = new Set<string>()

  const readersOfChange = (change: Change): readonly string[] => {
    const { record, type, fields } = change
    const known = readers.get(record)
    if (known !== undefined || record !== nameOf(change) || !isShared(change)) return known ?? []
    const found =
      type === 'referral'
        ? partners
            .filter(({ id, provider }) => provider === fields['provider'] && id !== organisation)
            .map(({ id }) => id)
        : readers.get(String(fields['referral']))
    const all = type === 'referral' && found?.length ? [organisation, ...found] : (found ?? [])
    if (!all.includes(organisation)) return []
    readers.set(record, all)
    fresh.add(record)
    return all
  }

  return {
    isHeard: (change) => readersOfChange(change).includes(organisation),
    passOn: async (taken) => {
      const addressed = taken.map((change) => ({ change, to: readersOfChange(change) }))
      for (const record of fresh) {
        for (const reader of readers.get(record) ?? []) {
          await query(`insert into reader (record, organisation) values (?, ?) on conflict do nothing`, [
            record,
            reader
          ])
        }
      }
      for (const { change, to } of addressed) {
        if (!to.includes(organisation)) continue
        for (const other of to) if (other !== organisation) await appendShared(query, other, change)
      }
    }
  }
}

const appendShared = async (query: Query, organisation: string, { author, counter }: Change): Promise<void> => {
  const seq = (await lockOrganisation(query, organisation)).lastSeq + 1
  await query(`insert into shared (organisation, seq, device, counter) values (?, ?, ?, ?)`, [
    organisation,
    seq,
    author,
    counter
  ])
  await advanceChanges(query, organisation, seq)
}

/** Of a group of parcels, before any is taken: whoever passes something on writes in several orders, always locked in one. */
export const lockForSharing = async (query: Query, parcels: readonly ReadParcel[]): Promise<void> => {
  const isAnyShared = parcels.some(
    ({ content }) => 'rows' in content && content.rows.some(({ change }) => change !== undefined && isShared(change))
  )
  if (isAnyShared || isForLedger(parcels)) await lockOrganisations(query)
}

const recordsIn = ({ record, fields }: Change): string[] => [
  record,
  ...(typeof fields['referral'] === 'string' ? [fields['referral']] : [])
]

const RECORDS_AT_ONCE = 500

const readersOf = async (query: Query, records: ReadonlySet<string>): Promise<Map<string, readonly string[]>> => {
  const readers = new Map<string, readonly string[]>()
  const all = [...records]
  for (let at = 0; at < all.length; at += RECORDS_AT_ONCE) {
    const some = all.slice(at, at + RECORDS_AT_ONCE)
    const rows = await query(
      `select record, organisation from reader where record in (${some.map(() => '?').join(', ')})`,
      some
    )
    for (const row of rows) {
      const record = String(row['record'])
      readers.set(record, [...(readers.get(record) ?? []), String(row['organisation'])])
    }
  }
  return readers
}
