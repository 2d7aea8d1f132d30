// The card a person keeps so that help is not given twice: seven characters by chance and one that checks them, printed before
// anybody has it. It says nothing of the person; what the team keeps is its hash.
import * as z from 'zod/mini'
import { Day, dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { CARD_DAYS } from '#domain/card.ts'
import { foldText } from '#domain/fold-text.ts'
import { drawCharacters } from '#domain/random-code.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** No vowel, so that no word comes about; nothing that is taken for another, read aloud or off wet paper. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'
export const PERSON_CODE_LENGTH = 8

/** Letters of a Serbian keyboard that look like ours. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  В: 'B',
  С: 'C',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  Ј: 'J'
}

/** What stands for a card in a record: see `hashOfCode`. */
export const CardHash = z.string().check(z.regex(/^[0-9a-f]{32}$/))
export type CardHash = z.infer<typeof CardHash>

export type CodeRefusal = { why: 'length' | 'check' } | { why: 'letters'; letter: string }

export const createPersonCode = (random: (count: number) => Uint8Array): string => {
  const drawn = drawCharacters(ALPHABET, PERSON_CODE_LENGTH - 1, random)
  return drawn + checkOf(drawn)
}

/** Small letters, spaces, dashes, digits of any script and letters that look the same are taken as they are meant. */
export const readPersonCode = (typed: string): Result<string, CodeRefusal> => {
  const characters = Array.from(typed.normalize('NFKC').toUpperCase(), asOnCard).filter((one) => one !== '')
  const stranger = characters.find((one) => !ALPHABET.includes(one))
  if (stranger !== undefined) return refuse({ why: 'letters', letter: stranger })
  if (characters.length !== PERSON_CODE_LENGTH) return refuse({ why: 'length' })
  const code = characters.join('')
  return checkOf(code.slice(0, -1)) === code.at(-1) ? accept(code) : refuse({ why: 'check' })
}

export const lastDayOfCard = (at: number): Day => dayPlus(dayAt(at), CARD_DAYS)

/** The text of the square code. Short, so that its points are big; nothing in it leads anywhere. */
export const personCardText = (code: string, until: Day): string => `${code}-${until.replaceAll('-', '')}`

/** Undefined for the square code of anything else. */
export const readPersonCard = (text: string): { code: string; until: Day } | undefined => {
  const [, typed = '', year, month, day] = /^([^-]+)-(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ?? []
  const code = readPersonCode(typed)
  const until = Day.safeParse(`${year}-${month}-${day}`)
  return code.ok && until.success ? { code: code.value, until: until.data } : undefined
}

const asOnCard = (one: string): string => {
  if (/[\s\p{Pd}]/u.test(one)) return ''
  return /\p{Nd}/u.test(one) ? foldText(one) : (LOOKS_LIKE[one] ?? one)
}

/**
 * Every second character counts twice. As 27 has no divisor 2, any one character read wrongly is found, and so are any two
 * neighbours that changed places.
 */
const checkOf = (characters: string): string => {
  const sum = Array.from(characters).reduce((all, one, at) => all + ALPHABET.indexOf(one) * (1 + (at % 2)), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ''
}
