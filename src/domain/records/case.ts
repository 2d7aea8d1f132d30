// What grows from an arrival when follow-up is needed: whose it is, where it stands, what came of each need, what must be
// done at once, and since when the law counts. One field a need, an alert and an event, so that two workers who note
// different things never stand against each other.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code, type SharedFields } from '#domain/code.ts'
import {
  CASE_OUTCOMES,
  type CaseOutcome,
  LEGAL_EVENTS,
  type LegalEvent,
  NEED_OUTCOMES,
  type NeedOutcome
} from '#domain/codes/case-codes.ts'
import { type Need, NEED_CODES } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { ALERT_CODES, ALERTS, type AlertCode, alertsOfArrival, NOT_SO, openAlerts } from '#domain/immediate-actions.ts'
import { type NotAStep, takeLegal } from '#domain/records/life-cycle.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { codesIn } from '#domain/review/dated-record.ts'

/** Which steps are legal from where. The compiler completes the table. Reopening is a step like any other. */
const STEPS = {
  open: ['waiting', 'closed'],
  waiting: ['open', 'closed'],
  closed: ['open']
} as const satisfies Record<string, readonly string[]>

export type CaseState = keyof typeof STEPS
export const CASE_STATES = Object.keys(STEPS) as [CaseState, ...CaseState[]]

/** Nobody has it, or has it any more. */
export const NOBODY = 'nobody'

/** The phone that has it, as a change names its author. */
export const PhoneOrNobody = z.string().check(z.regex(/^(nobody|[0-9a-hjkmnp-tv-z]{12})$/))

/** In place of an hour that was noted by mistake and taken back. */
export const TAKEN_BACK = 'taken_back'

const fieldsOf = <Name extends string, Schema extends z.ZodMiniType>(
  family: string,
  names: readonly Name[],
  schemaOf: (name: Name) => Schema
): Record<string, Schema> => Object.fromEntries(names.map((name) => [`${family}_${name}`, schemaOf(name)]))

export const CaseFields = z.object({
  arrival: Code,
  met: ShiftHour,
  zone: z.enum(ZONES),
  state: z.enum(CASE_STATES),
  stepAt: ShiftHour,
  outcome: z.enum(CASE_OUTCOMES),
  owner: PhoneOrNobody,
  ...fieldsOf('need', NEED_CODES, () => z.enum(NEED_OUTCOMES)),
  ...fieldsOf('alert', ALERT_CODES, (alert) => z.enum(['open', ...ALERTS[alert].closedBy, NOT_SO])),
  ...fieldsOf('since', LEGAL_EVENTS, () => z.union([ShiftHour, z.literal(TAKEN_BACK)]))
})

/** What one change of a case may say beside a step and an hour of the law. */
export type CaseNote = {
  readonly [Field in `need_${Need}`]?: NeedOutcome
} & {
  readonly [Code in AlertCode as `alert_${Code}`]?: 'open' | (typeof ALERTS)[Code]['closedBy'][number] | typeof NOT_SO
} & {
  readonly state?: CaseState
  readonly owner?: string
}

/** What an arrival asks for, as a case begins. */
export const begunBy = (arrival: SharedFields): CaseNote => ({
  ...Object.fromEntries(
    NEED_CODES.filter((need) => codesIn(arrival, 'needs').includes(need)).map((need) => [`need_${need}`, 'open'])
  ),
  ...Object.fromEntries(alertsOfArrival(arrival).map((alert) => [`alert_${alert}`, 'open']))
})

/** What an arrival asks for that a case has never heard of: noted on the arrival after the case began. */
export const unheardAlerts = (kase: SharedFields, arrival: SharedFields): AlertCode[] =>
  alertsOfArrival(arrival).filter((alert) => kase[`alert_${alert}`] === undefined)

export const nextCaseSteps = (state: CaseState): readonly CaseState[] => STEPS[state]

/**
 * A state that this phone does not know is read as open, so that somebody looks at it. So is a case that was closed while
 * somebody else noted a danger: nobody is closed away by two changes that crossed, or by cases that became one.
 */
export const stateOfCase = (fields: SharedFields): CaseState => {
  const state = CASE_STATES.find((known) => known === fields['state']) ?? 'open'
  return state === 'closed' && openAlerts(fields).length > 0 ? 'open' : state
}

/** Nobody has to be asked about them any more: they are done with, or somebody has them and has done what was due at once. */
export const isCaredFor = (fields: SharedFields): boolean =>
  stateOfCase(fields) === 'closed' || ((fields['owner'] ?? NOBODY) !== NOBODY && openAlerts(fields).length === 0)

export type CaseStepRefusal =
  | NotAStep<CaseState>
  | { readonly why: 'outcome_missing' }
  /** What must be done at once has not been done. */
  | { readonly why: 'alert_open'; readonly alerts: readonly AlertCode[] }

/** What is to be set, or why not: the table names the legal steps, and nobody in danger is closed away. */
export const takeCaseStep = (
  fields: SharedFields,
  to: CaseState,
  outcome?: CaseOutcome
): Result<{ state: CaseState; outcome?: CaseOutcome }, CaseStepRefusal> => {
  const step = takeLegal(to, nextCaseSteps(stateOfCase(fields)))
  if (!step.ok) return step
  if (to !== 'closed') return accept({ state: to })
  const alerts = openAlerts(fields)
  if (alerts.length > 0) return refuse({ why: 'alert_open', alerts })
  return outcome === undefined ? refuse({ why: 'outcome_missing' }) : accept({ state: to, outcome })
}

/** When it happened; undefined too where it was noted by mistake and taken back. */
export const hourOfEvent = (fields: SharedFields, event: LegalEvent): ShiftHour | undefined => {
  const said = ShiftHour.safeParse(fields[`since_${event}`])
  return said.success ? said.data : undefined
}

/** Of one family, such as every need with its outcome, in the order of `names`. */
export const familyIn = <Name extends string>(
  fields: SharedFields,
  family: 'need' | 'alert' | 'since',
  names: readonly Name[]
): { readonly name: Name; readonly value: string }[] =>
  names.flatMap((name) => {
    const value = fields[`${family}_${name}`]
    return typeof value === 'string' ? [{ name, value }] : []
  })
