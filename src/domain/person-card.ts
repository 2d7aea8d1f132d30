// The card a person keeps so that help is not given twice, printed before anybody has it. It says nothing of the person; what
// the team keeps is its hash.
import * as z from 'zod/mini'
import { Day, dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { readCardCode } from '#domain/card-code.ts'
import { CARD_DAYS } from '#domain/card.ts'

/** What stands for a card in a record: see `hashesOfCode`. */
export const CardHash = z.string().check(z.regex(/^[0-9a-f]{32}$/))
export type CardHash = z.infer<typeof CardHash>

/** The first is what is written. By any of them a record is found that an earlier phone wrote. */
export type CardHashes = readonly [CardHash, ...CardHash[]]

export const lastDayOfCard = (at: number): Day => dayPlus(dayAt(at), CARD_DAYS)

/** The text of the square code. Short, so that its points are big; nothing in it leads anywhere. */
export const personCardText = (code: string, until: Day): string => `${code}-${until.replaceAll('-', '')}`

/** Undefined for the square code of anything else. */
export const readPersonCard = (text: string): { code: string; until: Day } | undefined => {
  const [, typed = '', year, month, day] = /^([^-]+)-(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ?? []
  const code = readCardCode(typed)
  const until = Day.safeParse(`${year}-${month}-${day}`)
  return code.ok && until.success ? { code: code.value, until: until.data } : undefined
}
