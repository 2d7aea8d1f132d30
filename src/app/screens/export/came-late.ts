// Whether what leaves of a month is another one now than when the month settled: something it is made of came later, was corrected
// later, or was taken out. Whoever has a file or a report from before and one from after could work out single people from the
// difference.
import type { SavedFile } from '#app/exports/make-file.ts'
import type { Desk } from '#device/desk.ts'
import type { StoredChange } from '#device/stored-change.ts'
import { dayAt, type Month } from '#domain/belgrade-time.ts'
import { type DataSubject, subjectsOf } from '#domain/exports/data-sheet.ts'
import { lastDayInTime } from '#domain/exports/settled.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import { SLEEPERS } from '#domain/records/dawn-count.ts'
import type { RecordType } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type Leaving = SavedFile | 'report'

/** Which kinds of record, and which of their fields; one that ends in `_` is all that begin so. */
type MadeOf = Partial<Record<RecordType, readonly string[]>>

const PLACE = ['met', 'zone']
const WHO = [...PLACE, ...PEOPLE, 'childrenAlone', 'alone']
/** On any day after somebody may say that two are the same people. */
const SAME = ['one', 'other', 'answer']

const OF_SUBJECT: Readonly<Record<DataSubject, MadeOf>> = {
  arrivals: { arrival: [...WHO, 'country'], sameness: SAME },
  activities: { arrival: [...WHO, 'given'], sameness: SAME },
  needs: { arrival: [...WHO, 'needs'], sameness: SAME },
  items: { handout: [...PLACE, 'item', 'count', 'end', 'card', 'arrival'] },
  referrals: { referral: ['met', 'state'], opening: ['referral'] },
  forms: { referral: ['met', 'arrival', 'provider', 'due', 'needs', 'consent'], arrival: PEOPLE }
}

/** Of the month are the groups that took a step with the police in it, whenever they were met. */
const OF_REGISTRATIONS: MadeOf = {
  case: ['arrival', 'zone', 'since_'],
  accompaniment: ['case', 'zone', 'to', 'state', 'stepAt']
}

const OF_REPORT: MadeOf = {
  arrival: [...WHO, 'country', 'language', 'route', 'sleeping', 'needs', 'given'],
  sameness: SAME,
  tally: [...PLACE, 'class', 'count'],
  dawn_count: [...PLACE, ...SLEEPERS],
  handout: [...PLACE, 'item', 'size', 'count', 'end'],
  referral: [...PLACE, 'state', 'stepAt', 'due', 'appointment'],
  interpretation: [...PLACE, 'language', 'outcome'],
  case: [...PLACE, 'need_']
}

type Held = Pick<Desk, 'records' | 'removedRecords' | 'historyOf'>

export const cameLate = (desk: Held, month: Month, leaving: Leaving): boolean => {
  const inTime = lastDayInTime(month)
  return partsOf(leaving).some((madeOf) =>
    recordsOf(desk, month, madeOf).some(({ id, type }) =>
      desk.historyOf(id).some((stored) => dayAt(knownAt(stored)) > inTime && saysAny(stored, madeOf[type] ?? []))
    )
  )
}

const partsOf = (leaving: Leaving): readonly MadeOf[] => {
  if (leaving === 'report') return [OF_REPORT, OF_REGISTRATIONS]
  return leaving === 'zones' ? [OF_SUBJECT.arrivals] : subjectsOf(leaving).map((subject) => OF_SUBJECT[subject])
}

const saysAny = ({ change }: StoredChange, names: readonly string[]): boolean =>
  Object.keys(change.fields).some((field) => field === 'removed' || isAmong(names, field))

const isAmong = (names: readonly string[], field: string): boolean =>
  names.some((name) => (name.endsWith('_') ? field.startsWith(name) : field === name))

/** Of the month, those that were taken out too. */
const recordsOf = (desk: Held, month: Month, madeOf: MadeOf): readonly MergedRecord[] => {
  const all = (type: RecordType) =>
    madeOf[type] === undefined
      ? []
      : [...desk.records().filter((record) => record.type === type), ...desk.removedRecords(type)]
  if (madeOf === OF_REGISTRATIONS) return goingsOf(desk, month, [...all('case'), ...all('accompaniment')])
  const isOfMonth = ({ fields }: MergedRecord) => findCode(fields, 'met')?.startsWith(month) === true
  const sameAs = samePeopleIn(desk.records())
  const referrals = all('referral').filter(isOfMonth)
  const [made, referred] = [new Set(referrals.map(({ id }) => id)), idsIn(referrals, 'arrival')]
  const met = new Set<string>(
    all('arrival')
      .filter(isOfMonth)
      .flatMap(({ id }) => [...sameAs(id)])
  )
  const isPart: Partial<Record<RecordType, (record: MergedRecord) => boolean>> = {
    // A form says of an arrival only what is said of whoever is referred.
    arrival: ({ id }) => (madeOf === OF_SUBJECT.forms ? referred : met).has(id),
    sameness: ({ fields }) => ['one', 'other'].some((name) => met.has(findCode(fields, name) ?? '')),
    opening: ({ fields }) => made.has(findCode(fields, 'referral') ?? '')
  }
  return (Object.keys(madeOf) as RecordType[]).flatMap((type) => all(type).filter(isPart[type] ?? isOfMonth))
}

/** Cases with an hour of the month, or of which somebody went along in it, and all else that is known of the same people. */
const goingsOf = (desk: Held, month: Month, records: readonly MergedRecord[]): readonly MergedRecord[] => {
  const hadStep = ({ id, type }: MergedRecord) =>
    desk
      .historyOf(id)
      .some(({ change }) =>
        Object.entries(change.fields).some(
          ([field, value]) => isAmong([type === 'case' ? 'since_' : 'stepAt'], field) && String(value).startsWith(month)
        )
      )
  const sameAs = samePeopleIn(desk.records())
  const peopleOf = ({ fields }: MergedRecord) => sameAs(findCode(fields, 'arrival') ?? '')
  const isCase = ({ type }: MergedRecord) => type === 'case'
  const cases = records.filter(isCase)
  const goings = records.filter((record) => !isCase(record))
  const gone = idsIn(goings.filter(hadStep), 'case')
  const people = new Set(
    cases.filter((kase) => gone.has(kase.id) || hadStep(kase)).flatMap((kase) => [...peopleOf(kase)])
  )
  const theirs = cases.filter((kase) => [...peopleOf(kase)].some((id) => people.has(id)))
  const ids = new Set<string>(theirs.map(({ id }) => id))
  return [...theirs, ...goings.filter(({ fields }) => ids.has(findCode(fields, 'case') ?? ''))]
}

const idsIn = (records: readonly MergedRecord[], field: string): ReadonlySet<string> =>
  new Set(records.flatMap(({ fields }) => findCode(fields, field) ?? []))

/** Of what others wrote, when the server heard of it; what was written here was known here at once. */
const knownAt = ({ change, heardAt, aside }: StoredChange): number => heardAt ?? aside?.savedAt ?? change.clock.at
