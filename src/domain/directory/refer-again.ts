// Which services to offer again: this phone referred somebody there in the last days, and the next person may need the same. Of
// the one before, only what was asked of the service is taken over: for what, how soon, and which answers were told.
import { isChildAlone } from '#domain/child-alone.ts'
import type { SharedFields } from '#domain/code.ts'
import { DISCLOSED_ONLY, type Need } from '#domain/codes/needs.ts'
import type { Directory, ServiceRow } from '#domain/directory/search.ts'
import { suggestServices } from '#domain/directory/suggestions.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import {
  BEST_INTEREST,
  type Due,
  isOpen,
  ReferralFields,
  stateOfReferral,
  type Tellable
} from '#domain/records/referral.ts'
import { codesIn, datedRecords, findCode } from '#domain/review/dated-record.ts'
import { stillStands } from '#domain/review/referrals-made.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'

export const AGAIN_DAYS = 7
export const MOST_AGAIN = 3

export type Again = {
  readonly row: ServiceRow
  /** What this person needs of what the service meets; where their record says none of it, what it was asked for last. */
  readonly needs: readonly Need[]
  /** Undefined where this person may need it sooner, or later, than the one before. */
  readonly due: Due | undefined
  readonly told: readonly Tellable[]
}

type Wanted = {
  /** Whose referrals count. */
  readonly phone: string
  readonly arrival: Pick<FieldRecord, 'id' | 'fields'>
  /** Of this person: what is needed as far as it is known, and what could be told. */
  readonly needs: readonly Need[]
  readonly tellable: readonly Tellable[]
  readonly directory: Directory
  /** Milliseconds since 1970 UTC. */
  readonly at: number
}

/**
 * The last service first. `records` newest first. Where it is about violence, trafficking or the protection of a child, of this
 * person or of the one before, there is no short way.
 */
export const againFor = (records: readonly FieldRecord[], wanted: Wanted): Again[] => {
  const { arrival, needs } = wanted
  if (isDelicate(arrival.fields) || needs.some(isProtected)) return []
  const asked = servicesAsked(records, arrival.id)
  return lastReferrals(records, wanted)
    .filter(({ service }) => !asked.has(service))
    .flatMap((last) => takenOver(last, wanted) ?? [])
    .slice(0, MOST_AGAIN)
}

/** Services that have a referral of these people still open. */
export const servicesAsked = (records: readonly FieldRecord[], arrivalId: string): ReadonlySet<string | undefined> => {
  const same = samePeopleIn(records)(arrivalId)
  return new Set(
    records
      .filter(({ type, fields }) => type === 'referral' && same.has(String(fields['arrival'])))
      .filter(({ fields }) => isOpen(stateOfReferral(fields)))
      .map(({ fields }) => findCode(fields, 'service'))
  )
}

/** To each service the newest made on this phone; none where that one was refused, taken back, or is nobody's example. */
const lastReferrals = (records: readonly FieldRecord[], { phone, at }: Wanted): ReferralFields[] => {
  const since = at - AGAIN_DAYS * DAY_MS
  const made = records.filter(({ type, author }) => type === 'referral' && author === phone)
  const recent = new Set(
    datedRecords(made)
      .filter(({ met }) => startOfHour(met) >= since)
      .map(({ id }) => id)
  )
  const newest = new Map<string | undefined, FieldRecord>()
  for (const referral of made.filter(({ id }) => recent.has(id))) {
    const service = findCode(referral.fields, 'service')
    if (!newest.has(service)) newest.set(service, referral)
  }
  return [...newest.values()]
    .filter(stillStands)
    .flatMap(({ fields }) => ReferralFields.safeParse(fields).data ?? [])
    .filter(({ needs, consent }) => consent !== BEST_INTEREST && !needs.some(isProtected))
}

const takenOver = (last: ReferralFields, { arrival, needs, tellable, directory, at }: Wanted): Again | undefined => {
  const service = directory.findService(last.service)
  if (service === undefined || service.needs.some(isProtected)) return undefined
  const met = (of: readonly Need[]) => of.filter((need) => service.needs.includes(need))
  const own = met(needs)
  const taken = own.length > 0 ? own : met(last.needs)
  const found = suggestServices(directory, { needs: taken, arrival: arrival.fields, at, namesIn: 'en' }).find(
    ({ row }) => row.service.id === service.id
  )
  // Where not all of them are served, it is full, or somebody found it otherwise, the long way says so.
  if (!found?.servesAll || found.room === 'short' || found.row.report) return undefined
  return {
    row: found.row,
    needs: taken,
    due: (last.due === 'now') === isUrgent(arrival.fields) ? last.due : undefined,
    told: last.told.filter((name) => tellable.includes(name))
  }
}

const isProtected = (need: Need): boolean => need === 'child_protection' || DISCLOSED_ONLY.includes(need)

const isDelicate = (arrival: SharedFields): boolean =>
  isChildAlone(arrival) || codesIn(arrival, 'urgent').includes('at_risk')

const isUrgent = (arrival: SharedFields): boolean => codesIn(arrival, 'urgent').length > 0

const DAY_MS = 86_400_000
