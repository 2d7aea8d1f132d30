// Whether a reader has checked all that a card says in one language. The words of the directory cannot be checked yet, so
// where any of them is said in that language, it is not.
import { saidIn } from '#app/directory/said.tsx'
import { tellsByName } from '#domain/card.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

type CardSaid = { row: ServiceRow; need: Need; language: InterfaceLanguage }

/** English is the original. */
export const isCardChecked = (
  { row, need, language }: CardSaid,
  areChecked: (language: InterfaceLanguage, keys: readonly string[]) => boolean
): boolean =>
  language === 'en' ||
  (tellsByName(row)
    ? areChecked(language, WITHOUT_NAMES)
    : !saysDirectoryIn(row, language) && areChecked(language, keysOn(need)))

/** What stands in for the language, a name in Serbian or all else in English, is marked as that already. */
const saysDirectoryIn = ({ service, provider, places }: ServiceRow, language: InterfaceLanguage): boolean =>
  [service.name, provider?.name, ...places.flatMap(({ name, directions }) => [name, directions])].some(
    (words) => words !== undefined && saidIn(words, language).lang === language
  )

/** All that a card for a service of what people confide says. */
const WITHOUT_NAMES = ['card:until', 'card:show', 'card:code', 'services:checked']
const CARD = ['need', 'until', 'show', 'code']
const HOURS = ['checked', 'today', 'tomorrow', 'everyDayAndNight']
const OPENING = ['until', 'always', 'opens', 'closed', 'unknown', 'past']

const keysOn = (need: Need): string[] => [
  ...CARD.map((key) => `card:${key}`),
  ...HOURS.map((key) => `services:${key}`),
  ...OPENING.map((key) => `services:opening.${key}`),
  `codes:needs.${need}`
]
