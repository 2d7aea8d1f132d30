// Whether two arrivals may be the same people, and why: a question for a worker, never an answer.
import type { DatedRecord } from '#domain/review/dated-record.ts'
import { peopleInArrival } from '#domain/records/arrival.ts'
import type { CardsByArrival } from '#domain/same-people/cards.ts'
import {
  card,
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

type Answer = keyof typeof RULES
const ANSWERS = Object.keys(RULES) as Answer[]

export type Reason = 'card' | Answer

export type LookAlike = { readonly reason: Reason; readonly isNearly: boolean }[]

/**
 * The reasons, or undefined where nobody should be asked. The same card is asked about whatever else was noted: of a group that
 * comes back a week later, or was counted otherwise, little else is alike.
 */
export const lookAlike = (
  one: DatedRecord,
  other: DatedRecord,
  cards: CardsByArrival = NO_CARDS
): LookAlike | undefined => {
  const isCardShared = card(cards, [one, other]) === 'agrees'
  if (!isCardShared && areDifferent(one, other)) return undefined
  const verdicts = ANSWERS.map((reason) => ({ reason, verdict: RULES[reason](one, other) }))
  const alike = verdicts
    .filter(({ verdict }) => verdict === 'agrees' || verdict === 'nearly')
    .map(({ reason, verdict }) => ({ reason, isNearly: verdict === 'nearly' }))
  if (isCardShared) return [{ reason: 'card', isNearly: false }, ...alike]
  const of = (reason: Answer): Verdict => verdicts.find((each) => each.reason === reason)?.verdict ?? 'unsaid'
  const isOriginKnown = of('language') === 'agrees' || of('country') === 'agrees'
  if (!isOriginKnown || (isCommon(one) && !isSureOfCommon(of))) return undefined
  return alike
}

/** Asked of every two that met within hours of each other, which are millions in a busy month: what tells most apart first, the clock last. */
const areDifferent = (one: DatedRecord, other: DatedRecord): boolean =>
  [phones, people, country, language, place, journey, hours].some((rule) => rule(one, other) === 'differs')

const NO_CARDS: CardsByArrival = new Map()

/** Of every two arrivals one is so small that others like it are met the same hour. */
const COMMON_SIZE = 2

const isCommon = ({ fields }: DatedRecord): boolean => peopleInArrival(fields) <= COMMON_SIZE

const isSureOfCommon = (of: (reason: Answer) => Verdict): boolean =>
  of('people') === 'agrees' && of('language') === 'agrees' && of('country') === 'agrees' && of('journey') === 'agrees'
