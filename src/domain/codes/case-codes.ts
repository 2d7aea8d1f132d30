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
 * What happened, so that a deadline runs or ends. `certificate`: the registration certificate was issued. `reported`: they came
 * to the centre that it names.
 */
export const LEGAL_EVENTS = [
  'certificate',
  'reported',
  'lodged',
  'lodged_accelerated',
  'lodged_border',
  'refused',
  'refused_accelerated',
  'refused_border',
  'appeal_refused',
  'held',
  'csw_informed'
] as const
export type LegalEvent = (typeof LEGAL_EVENTS)[number]
