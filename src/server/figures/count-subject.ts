// What is counted of a period, from all the records an organisation has: by the domain's own counting, as a lead's phone does.
import type { SharedFields } from '#domain/code.ts'
import type { DataSubject } from '#domain/exports/data-sheet.ts'
import type { Detail } from '#domain/exports/detail.ts'
import { createItemsCount } from '#domain/exports/items-count.ts'
import { type Offered, type OfferRefusal, offerOf } from '#domain/exports/offer.ts'
import { createPeopleCount, type Subject } from '#domain/exports/people-count.ts'
import { formAnswers, type FormAnswers, offerForms } from '#domain/exports/referral-forms.ts'
import { offerReferrals, REFERRAL_DETAIL } from '#domain/exports/referral-steps.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import type { Result } from '#domain/result.ts'
import { type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { type FunnelStep, referralFunnel } from '#domain/review/referral-funnel.ts'
import { countOnce } from '#domain/same-people/count-once.ts'
import { joinedGroups, pairsIn } from '#domain/same-people/pairs.ts'
import type { Change } from '#protocol/change.ts'
import { compareMoments } from '#protocol/clock.ts'
import { eachRecord, type Read } from '#server/figures/each-record.ts'

export type Asked = {
  readonly subject: DataSubject
  readonly period: Period
  readonly detail: Detail
  /** Organisations of the directory by their id. */
  readonly agencies?: ReadonlyMap<string, string>
}

/** `offer`: where it is worked out what may be told; left out, here and now. */
export type Offer = (
  ...given: Parameters<typeof offerOf>
) => Result<Offered, OfferRefusal> | Promise<Result<Offered, OfferRefusal>>

/** Resolves when all is read; what it resolves to works out how it may be told, which needs the records no more. */
export const countSubject = async (
  read: Read,
  { subject, period, detail, agencies }: Asked,
  offer: Offer = offerOf
): Promise<() => ReturnType<Offer>> => {
  if (subject === 'referrals') {
    const steps = await countReferrals(read, period)
    return () => offerReferrals(steps, period)
  }
  if (subject === 'forms') {
    const answers = await answersOf(read, period, agencies)
    return () => offerForms(answers, period)
  }
  const counted = subject === 'items' ? await countItems(read, period) : await countPeople(read, subject, period)
  const asked = { subject, period, detail: detailFor(subject, detail) }
  return () => offer(counted, asked)
}

/** Only arrivals are told by country, and referrals in one way only. */
export const detailFor = (subject: DataSubject, detail: Detail): Detail => {
  if (subject === 'referrals' || subject === 'forms') return REFERRAL_DETAIL
  return subject === 'arrivals' ? detail : { ...detail, country: 'none' }
}

/** Arrivals that somebody joined as the same people are kept until all of them have been seen; every other is counted at once. */
const countPeople = async (read: Read, subject: Subject, period: Period) => {
  const said: FieldRecord[] = []
  await eachRecord(read, ['sameness'], (record) => said.push(record))
  const joined = new Set(joinedGroups(pairsIn(said)).flatMap((group) => [...group]))
  const people = createPeopleCount(subject, period)
  const together: FieldRecord[] = []
  await eachRecord(read, ['arrival'], (record) => {
    if (joined.has(record.id)) together.push(record)
    else for (const arrival of datedRecords([record])) people.add(arrival)
  })
  for (const arrival of countOnce(datedRecords(together), said)) people.add(arrival)
  return people.counted()
}

const countItems = async (read: Read, period: Period) => {
  const items = createItemsCount(period)
  await eachRecord(read, ['handout'], (record) => {
    for (const handout of datedRecords([record])) items.add(handout)
  })
  return items.counted()
}

const countReferrals = async (read: Read, period: Period): Promise<readonly FunnelStep[]> => {
  const openings: DatedRecord[] = []
  await eachRecord(read, ['opening'], (record) => openings.push(...datedRecords([record])))
  const openingsByReferral = Map.groupBy(openings, ({ fields }) => String(fields['referral']))
  let funnel = referralFunnel([], { openings: [], notesOf: () => [] })
  await eachRecord(read, ['referral'], (record, changes) => {
    for (const referral of datedRecords([record]).filter(({ met }) => isIn(period, met))) {
      const one = referralFunnel([referral], {
        openings: openingsByReferral.get(referral.id) ?? [],
        notesOf: () => notesOf(changes)
      })
      funnel = funnel.map(({ step, referrals }, at) => ({ step, referrals: referrals + (one[at]?.referrals ?? 0) }))
    }
  })
  return funnel
}

/** Of the arrivals those alone are held that somebody was referred from. */
const answersOf = async (read: Read, period: Period, agencies: Asked['agencies']): Promise<FormAnswers[]> => {
  const made: DatedRecord[] = []
  await eachRecord(read, ['referral'], (record) => {
    made.push(...datedRecords([record]).filter(({ met }) => isIn(period, met)))
  })
  const wanted = new Set(made.map(({ fields }) => fields['arrival']))
  const arrivals = new Map<string, SharedFields>()
  await eachRecord(read, ['arrival'], ({ id, fields }) => {
    if (wanted.has(id)) arrivals.set(id, fields)
  })
  return formAnswers(made, { arrivalOf: (id) => arrivals.get(id), agencyOf: (id) => agencies?.get(id) })
}

const notesOf = (changes: readonly Change[]) =>
  changes
    .toSorted((a, b) => compareMoments(a.clock, b.clock))
    .map(({ fields, clock, author }) => ({ fields, at: clock.at, author }))
