// The codes a choice question offers, in the order they are offered.
import type { Choice, ChoiceSource } from '#domain/form/form.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import {
  ARRIVED_WHEN,
  ENTRY_ROUTES,
  QUICK_SERVICES,
  SLEEPING_PLACES,
  URGENT_FLAGS,
  YES_NO_UNSURE
} from '#domain/codes/field-codes.ts'
import { SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'

/** Said of a language or a country nobody knows: an answer like any other. */
export const NOT_KNOWN = 'unknown'

const LISTS = {
  languages: [...SPOKEN_LANGUAGES, NOT_KNOWN],
  countries: COUNTRIES,
  urgent: URGENT_FLAGS,
  routes: ENTRY_ROUTES,
  yesNoUnsure: YES_NO_UNSURE,
  arrivedWhen: ARRIVED_WHEN,
  sleeping: SLEEPING_PLACES,
  needs: NEED_CODES,
  quickServices: QUICK_SERVICES
} satisfies Record<Extract<ChoiceSource, { list: string }>['list'], readonly string[]>

export const codesOf = (source: ChoiceSource): readonly string[] =>
  'list' in source ? LISTS[source.list] : source.own.map(({ code }: Choice) => code)
