// What to do at once, and in which order, when somebody is in danger: one table. The child's rule rests on the Instruction
// of 12 April 2018 on unaccompanied children; the others are agreed practice. Indicators are observed and never asked for.
// An alert's code leaves the phone, so it says no more than what has to be done.
import { dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { isChildAlone } from '#domain/child-alone.ts'
import type { SharedFields, SharedValue } from '#domain/code.ts'
import type { Need } from '#domain/codes/needs.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { countField } from '#domain/records/arrival.ts'
import type { PhraseId } from '#domain/talk/phrases.ts'
import { urgentFlagsOf } from '#domain/review/needs-a-look.ts'

/** Whom to call: an emergency number, the guardianship authority, or whoever meets a need at that hour. */
export type Call = '194' | '192' | 'guardianship' | { readonly need: Need }

export type Alert = {
  /** Words in `locales/<language>/act.json`, under `steps`. */
  readonly steps: readonly string[]
  readonly call: readonly Call[]
  /** Cards of Talk that say it to the person. */
  readonly say: readonly PhraseId[]
  /** What ends it, beside `NOT_SO`; words under `closed`. */
  readonly closedBy: readonly [string, ...string[]]
  /** Hours until it should be done; 0 is now. `today`: before midnight in Belgrade. */
  readonly due: number | 'today'
  /** No screen names the concern: whoever stands by may read it. */
  readonly isPrivate?: true
  /** For a child the guardianship authority is called too, and nobody declines. */
  readonly protectsChildren?: true
}

export const ALERTS = {
  child_alone: {
    steps: ['stay_child', 'call_csw', 'guardian_first', 'tell_lead'],
    call: ['guardianship'],
    say: ['not_in_trouble', 'stay_with_you', 'social_worker'],
    closedBy: ['csw_informed'],
    due: 0
  },
  doctor_now: {
    steps: ['call_194', 'stay', 'colleague_street'],
    call: ['194'],
    say: ['ambulance_coming'],
    closedBy: ['doctor_came', 'taken_to_doctor', 'person_declined'],
    due: 0
  },
  unsafe_near: {
    steps: ['move_away', 'code_word', 'call_192'],
    call: ['192'],
    say: [],
    closedBy: ['lead_told'],
    due: 0,
    isPrivate: true
  },
  unsafe: {
    steps: ['no_questions', 'specialist_today', 'adult_decides', 'child_csw'],
    call: [{ need: 'tip_support' }],
    say: ['talk_in_private'],
    closedBy: ['specialist_told', 'person_declined', 'csw_informed'],
    due: 24,
    isPrivate: true,
    protectsChildren: true
  },
  confidential: {
    steps: ['no_questions', 'offer_doctor', 'trained_woman', 'adult_decides'],
    call: [{ need: 'gbv_support' }],
    say: ['woman_or_man'],
    closedBy: ['specialist_told', 'person_declined', 'csw_informed'],
    due: 3,
    isPrivate: true,
    protectsChildren: true
  },
  not_alone: {
    steps: ['stay', 'call_194', 'tell_lead'],
    call: ['194', { need: 'mental_health' }],
    say: ['find_speaker'],
    closedBy: ['doctor_came', 'taken_to_doctor', 'specialist_told'],
    due: 0,
    isPrivate: true
  },
  removal: {
    steps: ['say_asylum', 'no_argument', 'call_legal'],
    call: [{ need: 'legal_aid' }],
    say: [],
    closedBy: ['asylum_witnessed'],
    due: 0
  },
  certificate: {
    steps: ['note_certificate', 'tell_deadline', 'give_transport'],
    call: [],
    say: ['see_date', 'hours_72'],
    closedBy: ['deadline_told'],
    due: 0
  },
  sleeping_out: {
    steps: ['find_shelter', 'tell_lead'],
    call: [{ need: 'accommodation' }],
    say: ['place_tonight'],
    closedBy: ['shelter_found', 'no_room', 'person_declined'],
    due: 'today'
  },
  team_unsafe: {
    steps: ['leave', 'hide_phone', 'tell_lead'],
    call: ['192'],
    say: [],
    closedBy: ['team_safe'],
    due: 0
  }
} as const satisfies Record<string, Alert>

export type AlertCode = keyof typeof ALERTS
export const ALERT_CODES = Object.keys(ALERTS) as AlertCode[]

export type AlertStep = (typeof ALERTS)[AlertCode]['steps'][number]

/** It was never so, or was noted by mistake: an honest end, which starts no clock. */
export const NOT_SO = 'not_so'

export type AlertClosing = (typeof ALERTS)[AlertCode]['closedBy'][number] | typeof NOT_SO

/** Ends that are the lead's to say, whoever the people are: that a child is not alone. */
export const LEADS_ENDS: Partial<Record<AlertCode, readonly AlertClosing[]>> = { child_alone: [NOT_SO] }

export const alertOf = (code: AlertCode): Alert => ALERTS[code]

/** One row, as it holds for some people. */
export type AlertRow = Omit<Alert, 'closedBy'> & { readonly closedBy: readonly AlertClosing[] }

type ForWhom = {
  /** All of these people. */
  readonly arrivals: readonly SharedFields[]
  /** Who reads it is the lead. */
  readonly isLead: boolean
}

/**
 * The row for these people. Adults decide; for children the duty to protect comes first, so nobody declines for them and the
 * guardianship authority is called too; for a child without a parent nobody declines anything. That a child is not alone is the lead's to say.
 *
 * The server holds `LEADS_ENDS` too, by the table of `protocol/access.ts`: said by any other phone it is set aside. All else here
 * depends on who was met, which the server does not ask for as it judges one change of a case, so only the screen holds it: that
 * the lead alone lets a doctor be refused for a child, and nobody for a child without a parent; that nobody declines for a child
 * in danger; and where `csw_informed` is an end.
 */
export const alertFor = (code: AlertCode, { arrivals, isLead }: ForWhom): AlertRow => {
  const row = alertOf(code)
  const closings: readonly AlertClosing[] = [...ALERTS[code].closedBy, NOT_SO]
  const isToProtect = row.protectsChildren === true && arrivals.some(hasChildren)
  const isForChildAlone = arrivals.some(isChildAlone)
  const isEnd = (closing: AlertClosing): boolean => {
    switch (closing) {
      case 'csw_informed':
        return isToProtect || row.protectsChildren !== true
      case 'person_declined':
        return !isToProtect && !isForChildAlone && (code !== 'doctor_now' || mayRefuseDoctor(arrivals, isLead))
      default:
        return true
    }
  }
  return {
    ...row,
    ...(isToProtect && {
      steps: [...new Set([...row.steps, 'child_csw'])].filter(
        (step) => step !== 'adult_decides' || arrivals.some(hasAdults)
      ),
      call: ['guardianship', ...row.call]
    }),
    closedBy: closings.filter((closing) => isEnd(closing) && (isLead || !LEADS_ENDS[code]?.includes(closing)))
  }
}

/** In a family a parent may have said no for a child: only the lead lets it rest. */
const mayRefuseDoctor = (arrivals: readonly SharedFields[], isLead: boolean): boolean =>
  !arrivals.some(hasChildren) || (isLead && arrivals.some(hasAdults))

const hasChildren = (arrival: SharedFields): boolean =>
  isChildAlone(arrival) || ['boys', 'girls'].some((name) => countField(arrival, name) > 0)

const hasAdults = (arrival: SharedFields): boolean => ['men', 'women'].some((name) => countField(arrival, name) > 0)

/** Of a case: what has not been done yet, in the order of the table. */
export const openAlerts = (fields: SharedFields): AlertCode[] =>
  ALERT_CODES.filter((code) => fields[`alert_${code}`] === 'open')

/** What an arrival asks for. Somebody at risk gets the quiet list; a worker who sees more chooses another. */
export const alertsOfArrival = (fields: SharedFields): AlertCode[] => {
  const flags = urgentFlagsOf(fields)
  const isFrail = ['babies', 'pregnant', 'older', 'disabled'].some((name) => countField(fields, name) > 0)
  const holds: Partial<Record<AlertCode, boolean>> = {
    child_alone: flags.includes('child_alone'),
    doctor_now: flags.includes('sick_or_hurt'),
    unsafe: flags.includes('at_risk'),
    sleeping_out: fields['sleeping'] === 'rough' && (isFrail || flags.includes('sick_or_hurt'))
  }
  return ALERT_CODES.filter((code) => holds[code] === true)
}

/**
 * The answer without which an arrival would not ask for it: the first by which all that it takes had been said. `inOrder`: its
 * fields in the order in which they were answered. Undefined where it is not asked for.
 */
export const raisedBy = (inOrder: readonly (readonly [string, SharedValue])[], alert: AlertCode): string | undefined =>
  inOrder.find((_, at) => alertsOfArrival(Object.fromEntries(inOrder.slice(0, at + 1))).includes(alert))?.[0]

/** Of several arrivals of the same people: what any of them asks for. */
export const alertsOfPeople = (arrivals: readonly SharedFields[]): AlertCode[] => {
  const asked = new Set(arrivals.flatMap(alertsOfArrival))
  return ALERT_CODES.filter((code) => asked.has(code))
}

/**
 * How long somebody in danger for whom nobody began a case is on the board, and how long after they were met a danger that is
 * noted, or brought by joining them with others, opens a closed case again. After that they stay in every list and review.
 */
export const DAYS_WITHOUT_CASE = 7

/** Minutes after which the lead is told again, while nobody has done it. */
export const TOLD_AGAIN_AFTER = [15, 30, 60] as const

/** By when it should be done, in milliseconds since 1970 UTC; `raisedAt` when that is at once. */
export const alertDueAt = (code: AlertCode, raisedAt: number): number => {
  const { due } = alertOf(code)
  return due === 'today' ? startOfHour(`${dayPlus(dayAt(raisedAt), 1)}T00`) : raisedAt + due * 3_600_000
}

/** When that is, in milliseconds since 1970 UTC. */
export const toldAgainAt = (code: AlertCode, raisedAt: number): number[] =>
  TOLD_AGAIN_AFTER.map((minutes) => alertDueAt(code, raisedAt) + minutes * 60_000)

/** The last of those minutes that has passed since it was due, 0 before the first. */
export const toldAgain = (code: AlertCode, raisedAt: number, now: number): 0 | (typeof TOLD_AGAIN_AFTER)[number] => {
  const waited = now - alertDueAt(code, raisedAt)
  return TOLD_AGAIN_AFTER.findLast((minutes) => waited >= minutes * 60_000) ?? 0
}
