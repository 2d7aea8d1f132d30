// Going along with people, to the police to register or anywhere else: where it stands, as one table. What somebody has to
// have seen, such as that asylum was asked for, is noted by whoever goes along. No name, and nothing the police write down.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code, type SharedFields } from '#domain/code.ts'
import type { LegalEvent } from '#domain/codes/case-codes.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { PhoneOrNobody } from '#domain/records/case.ts'
import { type NotAStep, stepsFor, type Steps, takeLegal } from '#domain/records/life-cycle.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** Each is a need, so that its words are those of the need. */
export const DESTINATIONS = [
  'reg_accompany',
  'medical',
  'accommodation',
  'legal_aid',
  'child_protection',
  'other'
] as const
export type Destination = (typeof DESTINATIONS)[number]

/** Why the people were turned away. `guardian`: a child alone has none yet; `unsaid`: no reason was given. */
export const REFUSALS = ['hours', 'interpreter', 'guardian', 'registered', 'mandate', 'unsaid', 'other'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Whoever goes along has seen it with their own eyes; the rest of the team hears of it. */
export type Goer = 'witness' | 'team'

const WITNESS = ['witness'] as const
const TEAM = ['witness', 'team'] as const

/** Law on Asylum and Temporary Protection, Art. 35: the intention, then the certificate. Who was refused may ask again. */
const TO_REGISTER = {
  set_out: { intention: WITNESS, refused: WITNESS, ended: TEAM },
  intention: { waiting: TEAM, certificate: WITNESS, refused: WITNESS, ended: TEAM },
  waiting: { certificate: WITNESS, refused: WITNESS, ended: TEAM },
  refused: { intention: WITNESS, ended: TEAM },
  certificate: { transport: TEAM, arrived: TEAM, ended: TEAM },
  transport: { arrived: TEAM, ended: TEAM },
  arrived: {},
  ended: {}
} as const satisfies Record<string, Steps<string, Goer>>

export type AccompanimentState = keyof typeof TO_REGISTER
export const ACCOMPANIMENT_STATES = Object.keys(TO_REGISTER) as [AccompanimentState, ...AccompanimentState[]]

type Table = Readonly<Record<AccompanimentState, Steps<AccompanimentState, Goer>>>

const ELSEWHERE: Table = {
  set_out: { transport: TEAM, waiting: TEAM, arrived: TEAM, refused: WITNESS, ended: TEAM },
  transport: { waiting: TEAM, arrived: TEAM, refused: WITNESS, ended: TEAM },
  waiting: { arrived: TEAM, refused: WITNESS, ended: TEAM },
  refused: { waiting: TEAM, arrived: TEAM, ended: TEAM },
  intention: {},
  certificate: {},
  arrived: {},
  ended: {}
}

export const AccompanimentFields = z.object({
  case: Code,
  to: z.enum(DESTINATIONS),
  owner: PhoneOrNobody,
  state: z.enum(ACCOMPANIMENT_STATES),
  stepAt: ShiftHour,
  met: ShiftHour,
  zone: z.enum(ZONES),
  /** Where asylum was asked for: a place of the directory, or a zone where the directory has none. */
  place: z.optional(Code),
  reason: z.optional(z.enum(REFUSALS)),
  /** On the certificate: a service of the directory. */
  centre: z.optional(Code)
})

/** What a step cannot be without. The certificate names a centre, and its time is not the phone's to guess. */
const NEEDED = { intention: 'place', refused: 'reason', certificate: 'centre' } as const

export const neededFor = (to: AccompanimentState): 'place' | 'reason' | 'centre' | undefined =>
  to === 'intention' || to === 'refused' || to === 'certificate' ? NEEDED[to] : undefined

export type AccompanimentStep = {
  readonly to: AccompanimentState
  readonly place?: string
  readonly reason?: Refusal
  readonly centre?: string
}

export type AccompanimentStepTaken = Omit<AccompanimentStep, 'to'> & { readonly state: AccompanimentState }

export type AccompanimentRefusal =
  NotAStep<AccompanimentState> | { readonly why: 'missing'; readonly what: 'place' | 'reason' | 'centre' }

/** A state that this phone does not know is read as the first, so that somebody looks at it. */
export const stateOfAccompaniment = (fields: SharedFields): AccompanimentState =>
  ACCOMPANIMENT_STATES.find((state) => state === fields['state']) ?? 'set_out'

export const destinationOf = (fields: SharedFields): Destination =>
  DESTINATIONS.find((destination) => destination === fields['to']) ?? 'other'

export const nextAccompanimentSteps = (fields: SharedFields, by?: Goer): readonly AccompanimentState[] => {
  const table: Table = destinationOf(fields) === 'reg_accompany' ? TO_REGISTER : ELSEWHERE
  return stepsFor(table[stateOfAccompaniment(fields)], by)
}

/** What is to be set, or why not: the legal steps are named, and so is what is missing. */
export const takeAccompanimentStep = (
  fields: SharedFields,
  { to, ...said }: AccompanimentStep,
  by: Goer
): Result<AccompanimentStepTaken, AccompanimentRefusal> => {
  const step = takeLegal(to, nextAccompanimentSteps(fields, by))
  if (!step.ok) return step
  const needed = neededFor(to)
  if (needed === undefined) return accept({ state: to })
  const value = said[needed]
  return value === undefined ? refuse({ why: 'missing', what: needed }) : accept({ state: to, [needed]: value })
}

/** The police have given out the certificate: nothing leads there but that step. */
export const hasCertificate = (fields: SharedFields): boolean =>
  ['certificate', 'transport', 'arrived'].includes(stateOfAccompaniment(fields)) &&
  destinationOf(fields) === 'reg_accompany'

/** What happened by the law with such a step: the certificate starts a clock of the case, and coming to its centre ends it. */
export const eventOfStep = (fields: SharedFields, to: AccompanimentState): LegalEvent | undefined => {
  if (destinationOf(fields) !== 'reg_accompany') return undefined
  return to === 'certificate' ? 'certificate' : to === 'arrived' ? 'reported' : undefined
}

/** Somebody is still under way with them. */
export const isUnderWay = (fields: SharedFields): boolean => nextAccompanimentSteps(fields).length > 0
