// Whether two arrivals may be the same people, and why: a question for a worker, never an answer.
import type { DatedRecord } from '#domain/review/dated-record.ts'
import { peopleInArrival } from '#domain/records/arrival.ts'
import {
  country,
  hours,
  journey,
  language,
  people,
  phones,
  place,
  type Rule,
  type Verdict
} from '#domain/same-people/rules.ts'

/** What speaks for it, in the order it is said. */
const RULES = { people, hours, place, language, country, journey } as const satisfies Record<string, Rule>

export type Reason = keyof typeof RULES
const REASONS = Object.keys(RULES) as Reason[]

export type LookAlike = { readonly reason: Reason; readonly isNearly: boolean }[]

/** The reasons, or undefined where nobody should be asked. */
export const lookAlike = (one: DatedRecord, other: DatedRecord): LookAlike | undefined => {
  if (phones(one, other) === 'differs' || hours(one, other) === 'differs') return undefined
  const verdicts = REASONS.map((reason) => ({ reason, verdict: RULES[reason](one, other) }))
  const of = (reason: Reason): Verdict => verdicts.find((each) => each.reason === reason)?.verdict ?? 'unsaid'
  const isDifferent = verdicts.some(({ verdict }) => verdict === 'differs')
  const isOriginKnown = of('language') === 'agrees' || of('country') === 'agrees'
  if (isDifferent || !isOriginKnown || (isCommon(one) && !isSureOfCommon(of))) return undefined
  return verdicts
    .filter(({ verdict }) => verdict === 'agrees' || verdict === 'nearly')
    .map(({ reason, verdict }) => ({ reason, isNearly: verdict === 'nearly' }))
}

/** Of every two arrivals one is so small that others like it are met the same hour. */
const COMMON_SIZE = 2

const isCommon = ({ fields }: DatedRecord): boolean => peopleInArrival(fields) <= COMMON_SIZE

const isSureOfCommon = (of: (reason: Reason) => Verdict): boolean =>
  of('people') === 'agrees' && of('language') === 'agrees' && of('country') === 'agrees' && of('journey') === 'agrees'
