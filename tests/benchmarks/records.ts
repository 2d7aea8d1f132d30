// The same made-up records for everybody: arrivals whose totals are published ones, anonymised as the app does it, and
// after every eighth a referral. The same seed makes the same records.
import { type AnonymousFields, anonymiseArrival, anonymiseReferral } from '#domain/anonymise.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { type MadeUpArrival, makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { createSeededRandom, type Random } from '#domain/seeded-random.ts'
import { type Change, createChange, nameOf } from '#protocol/change.ts'
import { nextMoment } from '#protocol/clock.ts'
import { dotOf } from '#protocol/ids.ts'

export type Draft = { readonly type: 'arrival' | 'referral'; readonly fields: AnonymousFields; readonly at: number }

/** Made up, like everything of it. */
const PHONE = '0b1e2n3c4h5z'
const SERVICES = BELGRADE.flatMap((item) => (item.kind === 'service' ? [item] : []))

export const createDrafts = (count: number, seed: number): Draft[] => {
  const random = createSeededRandom(seed)
  const arrivals = PUBLISHED_MONTHS.flatMap((month) => makeUpMonth(month, random).arrivals)
  const drafts = arrivals.slice(0, count).flatMap((arrival, at): Draft[] => {
    const { answers, circumstances } = arrival
    const fields = anonymiseArrival(NEW_ARRIVAL, answers, circumstances)
    const logged = { type: 'arrival' as const, fields, at: circumstances.at }
    return at % 8 === 7 ? [logged, refer(arrival, at, random)] : [logged]
  })
  if (drafts.length < count) throw new Error(`The published months hold fewer than ${count} records`)
  return drafts.slice(0, count)
}

const refer = ({ circumstances }: MadeUpArrival, at: number, random: Random): Draft => {
  const service = pick(SERVICES, random)
  const fields = anonymiseReferral(
    {
      arrival: dotOf(PHONE, at + Math.floor(at / 8) + 1),
      provider: service.providerId,
      service: service.id,
      needs: [pick(['legal_aid', 'accommodation', 'hygiene'] as const, random)],
      due: pick(['now', 'soon', 'weeks'] as const, random),
      consent: pick(['worker', 'interpreter'] as const, random),
      told: ['people', 'language'],
      state: 'made'
    },
    circumstances
  )
  return { type: 'referral', fields, at: circumstances.at + 60_000 }
}

const pick = <Value>(values: readonly Value[], random: Random): Value => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

/** The drafts as changes of one phone, for the limit. */
export const draftsToChanges = (drafts: readonly Draft[]): Change[] => {
  let clock = { at: 0, tick: 0 }
  return drafts.map(({ type, fields, at }, index) => {
    clock = nextMoment(clock, at)
    return createChange({ type, fields }, { author: PHONE, counter: index + 1, clock })
  })
}

/** The drafts as the flat documents other libraries keep. */
export const draftsToDocuments = (drafts: readonly Draft[]): ({ id: string } & Record<string, unknown>)[] =>
  draftsToChanges(drafts).map((change) => ({
    id: nameOf(change),
    type: change.type,
    at: change.clock.at,
    ...change.fields
  }))

/** What must arrive, whoever carried it: type and fields of every record, in an order of their own. */
export const contentOf = (records: readonly { readonly type: string; readonly fields: object }[]): string[] =>
  records.map(({ type, fields }) => JSON.stringify([type, Object.entries(fields).sort(byName)])).sort()

export const documentToRecord = (document: object): { type: string; fields: object } => {
  const { type, ...rest } = document as { type: string } & Record<string, unknown>
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !NOT_FIELDS.includes(name)))
  return { type, fields }
}

const NOT_FIELDS = ['id', '_id', '_rev', 'at', '_deleted', '_meta', '_attachments']

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
