// The short lists of a case: what came of a need, how it ended, what to come back for, and which day the law counts from.

/** `open`: nothing has come of it yet. */
export const NEED_OUTCOMES = ['open', 'unavailable', 'declined', 'referred', 'elsewhere', 'given'] as const
export type NeedOutcome = (typeof NEED_OUTCOMES)[number]

export const CASE_OUTCOMES = ['helped', 'handed_over', 'declined', 'left', 'lost', 'other'] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

export const FOLLOW_UPS = ['see_again', 'call_partner', 'go_along', 'bring', 'ask_lead'] as const
export type FollowUp = (typeof FOLLOW_UPS)[number]

/** How two groups belong together. */
export const BONDS = ['separated', 'reunited', 'together'] as const
export type Bond = (typeof BONDS)[number]

/**
 * What happened, so that a deadline runs or ends, in the order of the law. `certificate`: the registration certificate was issued.
 * `reported`: they came to the centre that it names. `granted`: refuge or subsidiary protection, which are the same to a clock.
 * `appealed`: in whichever of the three procedures, since people are in one at a time. `court`: after the appeal was refused.
 * `challenged`: the decision to be held.
 */
export const LEGAL_EVENTS = [
  'certificate',
  'reported',
  'lodged',
  'lodged_accelerated',
  'lodged_border',
  'granted',
  'refused',
  'refused_accelerated',
  'refused_border',
  'appealed',
  'appeal_refused',
  'court',
  'held',
  'challenged',
  'released',
  'csw_informed'
] as const
export type LegalEvent = (typeof LEGAL_EVENTS)[number]
