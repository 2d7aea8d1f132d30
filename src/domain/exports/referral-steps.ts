// How far the referrals of a period came, as it may be told: each once, at the furthest step it reached. Few of one step might be
// known again like few people, so the numbers stand under the same rules.
import { meanRisk, RISK_LIMIT } from '#domain/disclosure/risk.ts'
import { suppress } from '#domain/disclosure/suppress.ts'
import { CITY, type Detail } from '#domain/exports/detail.ts'
import type { Offered, OfferRefusal } from '#domain/exports/offer.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { FunnelStep } from '#domain/review/referral-funnel.ts'
import type { Period } from '#domain/review/period.ts'

/** The whole period and city: finer, the numbers are too small to be told anywhere. */
export const REFERRAL_DETAIL: Detail = { time: 'period', place: 'city', country: 'none' }

/** `funnel`: from the first step to the last, each with all that reached it. */
export const offerReferrals = (funnel: readonly FunnelStep[], { from, to }: Period): Result<Offered, OfferRefusal> => {
  const furthest = funnel.map(({ referrals }, at) => referrals - (funnel[at + 1]?.referrals ?? 0))
  const table = { rows: [furthest], hasColumnSums: false }
  const risk = meanRisk(table)
  if (risk >= RISK_LIMIT) return refuse({ risk, remedies: [] })
  const [told = []] = suppress(table).told
  const all = funnel[0]?.referrals ?? 0
  const steps = all === 0 ? [] : funnel
  const rows = steps.map(({ step }, at) => ({
    from,
    to,
    zone: CITY,
    code: step,
    people: [],
    total: told[at],
    alone: undefined
  }))
  const notTold = all - rows.reduce((sum, { total }) => sum + (total ?? 0), 0)
  return accept({ detail: REFERRAL_DETAIL, rows, sums: [], risk, people: all, notTold })
}
