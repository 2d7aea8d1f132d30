// Why a record needs a person, as that person has to know it: several of the wire's reasons ask for the same thing.
import type { AsideReason } from '#protocol/receipt.ts'
import type { ProblemCode } from '#protocol/problem.ts'

/** Names a sentence among the words of this screen. */
export type Reason =
  'twoAnswers' | 'newer' | 'unreadable' | 'badValue' | 'twin' | 'tooLarge' | 'notAllowed' | 'triedAgain'

export const REASON_OF = {
  unknown_version: 'newer',
  unknown_type: 'newer',
  unknown_form: 'newer',
  unknown_field: 'newer',
  unsupported: 'newer',
  unreadable: 'unreadable',
  altered: 'unreadable',
  bad_request: 'unreadable',
  bad_value: 'badValue',
  twin: 'twin',
  too_large: 'tooLarge',
  unknown_device: 'notAllowed',
  revoked: 'notAllowed',
  not_allowed: 'notAllowed',
  not_theirs: 'notAllowed',
  not_found: 'triedAgain',
  invite_unknown: 'triedAgain',
  invite_expired: 'triedAgain',
  invite_used: 'triedAgain',
  busy: 'triedAgain',
  fault: 'triedAgain'
} as const satisfies Record<AsideReason | ProblemCode, Reason>
