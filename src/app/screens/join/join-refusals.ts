// What each refusal means to the person who wants to join, and what helps.
import type { JoinRefusal } from '#device/vault/join.ts'

/** Names a title and an advice in the words of this screen. */
export type JoinTroubleKind =
  | 'noSignal'
  | 'busy'
  | 'inviteUnknown'
  | 'inviteExpired'
  | 'inviteUsed'
  | 'otherTeam'
  | 'alreadyJoined'
  | 'stillWaiting'
  | 'otherWords'
  | 'tooLittleMemory'
  | 'notUnderstood'
  | 'failed'

/** `again`: with the same link. `link`: only another link helps. `words`: other words. `open`: the phone is already in. */
export type JoinRemedy = 'again' | 'link' | 'words' | 'open'

/** `failed`: not a refusal but a fault on this phone. */
export const KIND_OF_REFUSAL = {
  no_answer: 'noSignal',
  busy: 'busy',
  fault: 'busy',
  invite_unknown: 'inviteUnknown',
  not_found: 'inviteUnknown',
  invite_expired: 'inviteExpired',
  invite_used: 'inviteUsed',
  other_server: 'otherTeam',
  already_joined: 'alreadyJoined',
  still_waiting: 'stillWaiting',
  other_words: 'otherWords',
  too_little_memory: 'tooLittleMemory',
  bad_request: 'notUnderstood',
  altered: 'notUnderstood',
  unknown_device: 'notUnderstood',
  revoked: 'notUnderstood',
  not_allowed: 'notUnderstood',
  too_large: 'notUnderstood',
  unsupported: 'notUnderstood',
  damaged: 'failed',
  failed: 'failed'
} as const satisfies Record<JoinRefusal | 'failed', JoinTroubleKind>

export const REMEDIES = {
  noSignal: 'again',
  busy: 'again',
  inviteUnknown: 'link',
  inviteExpired: 'link',
  inviteUsed: 'link',
  otherTeam: 'link',
  alreadyJoined: 'open',
  stillWaiting: 'again',
  otherWords: 'words',
  tooLittleMemory: 'again',
  notUnderstood: 'again',
  failed: 'again'
} as const satisfies Record<JoinTroubleKind, JoinRemedy>
