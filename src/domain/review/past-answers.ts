// How providers have answered so far: of the referrals they gave an answer to, how many they took.
import type { FieldRecord } from '#domain/records/record.ts'
import { type ReferralState, stateOfReferral } from '#domain/records/referral.ts'
import { findCode } from '#domain/review/dated-record.ts'

export type PastAnswers = { readonly yes: number; readonly all: number }

const TAKEN: readonly ReferralState[] = [
  'accepted',
  'appointment',
  'accompanied',
  'started',
  'done',
  'closed',
  'did_not_come'
]

/** By the provider's id. One that has not answered yet is not among them. */
export const pastAnswers = (records: readonly FieldRecord[]): ReadonlyMap<string, PastAnswers> => {
  const answers = new Map<string, PastAnswers>()
  for (const { type, fields } of records) {
    const provider = findCode(fields, 'provider')
    const state = stateOfReferral(fields)
    const isTaken = TAKEN.includes(state)
    if (type !== 'referral' || provider === undefined || !(isTaken || state === 'declined')) continue
    const { yes, all } = answers.get(provider) ?? { yes: 0, all: 0 }
    answers.set(provider, { yes: yes + Number(isTaken), all: all + 1 })
  }
  return answers
}

/** From 0 to 1; a half where nothing is known, so that one refusal weighs little and many weigh much. */
export const willingness = (answers: PastAnswers | undefined): number =>
  answers === undefined ? 0.5 : (answers.yes + 1) / (answers.all + 2)
