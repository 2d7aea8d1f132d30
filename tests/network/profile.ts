// What a network can do to a request and its answer.
import type { Line } from '#tests/network/line.ts'

/**
 * `break`: the connection ends after so many bytes of the request or of the answer, with a reset or quietly.
 * `swallow`: nothing more is ever heard, whether or not the request still goes through.
 * `say`: somebody else answers; the request does not go through.
 * `repeat`: the same request reaches the server twice.
 * `alter`: one bit arrives turned over.
 * `recall`: an earlier answer from the same address is given again.
 * `hang_up`: the answer is whole; the kept connection is reset the moment it is used again.
 */
export type Fault =
  | { readonly does: 'break'; readonly in: 'request' | 'answer'; readonly after: number; readonly by: 'reset' | 'end' }
  | { readonly does: 'swallow'; readonly goesThrough: boolean }
  | { readonly does: 'say'; readonly answer: string }
  | { readonly does: 'repeat' }
  | { readonly does: 'alter'; readonly in: 'request' | 'answer' }
  | { readonly does: 'recall' }
  | { readonly does: 'hang_up' }

export type Profile = {
  readonly up?: Line
  readonly down?: Line
  readonly fault?: Fault
  /** The first so many requests are struck; without it every one while the profile lasts. */
  readonly times?: number
  /** The whole link comes and goes; each time it goes, every connection is reset. */
  readonly flaps?: { readonly upMs: number; readonly downMs: number }
  /** When the profile ends, struck connections stay as they are and the phone has to give up by itself. */
  readonly endsSilently?: true
}

export const CLEAR: Profile = {}
