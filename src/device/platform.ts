// The one port to the world. Browser page, worker and service worker have the same adapter (`browser-platform.ts`);
// tests bring a clock and a network of their own.
import type { Bytes } from '#protocol/bytes.ts'

export type Platform = {
  /** Milliseconds since 1970 UTC, as this phone believes. */
  readonly now: () => number
  readonly random: (bytes: number) => Bytes
  readonly fetch: (path: string, init: Asking) => Promise<Response>
  /** Runs `work` when no other tab or worker of this phone holds `name`. */
  readonly alone: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>
  /** Tells the other tabs and workers of this phone; `hear` returns how to stop hearing. */
  readonly tell: (news: News) => void
  readonly hear: (listener: (news: News) => void) => () => void
}

/** `patienceMs`: given up when nothing comes for so long, counted anew from each piece of the answer. */
export type Asking = RequestInit & { readonly patienceMs?: number }

/**
 * `saved`: another tab has written records. `letterbox`: something was delivered or has come. `library`: new public facts.
 * `joined`: another tab has let this phone into a team, or opened it.
 * `upgrade_blocked`: the storage cannot be upgraded while an older window keeps its hold on it.
 */
export type News = 'saved' | 'letterbox' | 'library' | 'joined' | 'wiped' | 'upgrade_blocked'
