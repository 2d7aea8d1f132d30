// An interpreter said to stand by, for one language and for as long as one talk takes: the next person may come without one.
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

const STAYS_MINUTES = 30

/** `at`: milliseconds since 1970 UTC. */
export type StandingBy = { readonly language: InterfaceLanguage; readonly at: number }

/** A clock that was put back ends it too. */
export const standsBy = (said: StandingBy | undefined, language: InterfaceLanguage | undefined, now: number): boolean =>
  said !== undefined && said.language === language && now >= said.at && now - said.at < STAYS_MINUTES * 60_000
