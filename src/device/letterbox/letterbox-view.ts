// Where records stand, as screens are told; before anything was read, nothing waits.
import type { ProblemCode } from '#protocol/problem.ts'
import type { AsideReason } from '#protocol/receipt.ts'

/**
 * `here`: saved on this phone. `sending`: handed out, no receipt yet. `team`: a receipt was verified, `at` server time.
 * `needs_you`: set aside by the server or refused for itself; it is kept and a person has to look.
 */
export type Standing =
  | { readonly state: 'here' }
  | { readonly state: 'sending' }
  | { readonly state: 'team'; readonly at?: number }
  | { readonly state: 'needs_you'; readonly why: AsideReason | ProblemCode }

export type LetterboxView = {
  /** Of one of this phone's own changes. */
  readonly standingOf: (counter: number) => Standing
  readonly waitingChanges: number
  readonly waitingBytes: number
  /** Server time of the last verified word from the team, milliseconds since 1970 UTC. */
  readonly lastContact?: number
  /** Server time at which all that the team's server had was last here, milliseconds since 1970 UTC. */
  readonly caughtUpAt?: number
  /** Something of this phone was set aside, or refused for itself. */
  readonly hasAside: boolean
  readonly revoked: boolean
}

export const EMPTY_VIEW: LetterboxView = {
  standingOf: () => ({ state: 'here' }),
  waitingChanges: 0,
  waitingBytes: 0,
  hasAside: false,
  revoked: false
}
