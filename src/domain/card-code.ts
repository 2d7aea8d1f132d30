// The code on every card: seven characters by chance and one that checks them, so that a letter read wrongly is said at once.
import { foldText } from '#domain/fold-text.ts'
import { drawCharacters } from '#domain/random-code.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** No vowel, so that no word comes about; nothing that is taken for another, read aloud or off wet paper. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'
export const CARD_CODE_LENGTH = 8

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

export type CodeRefusal = { why: 'length' | 'check' } | { why: 'letters'; letter: string }

/** `random` gives as many random bytes as it is asked for. */
export const createCardCode = (random: (count: number) => Uint8Array): string => {
  const drawn = drawCharacters(ALPHABET, CARD_CODE_LENGTH - 1, random)
  return drawn + checkOf(drawn)
}

/** Small letters, spaces, dashes, digits of any script and letters that look the same are taken as they are meant. */
export const readCardCode = (typed: string): Result<string, CodeRefusal> => {
  const characters = Array.from(typed.normalize('NFKC').toUpperCase(), asOnCard).filter((one) => one !== '')
  const stranger = characters.find((one) => !ALPHABET.includes(one))
  if (stranger !== undefined) return refuse({ why: 'letters', letter: stranger })
  if (characters.length !== CARD_CODE_LENGTH) return refuse({ why: 'length' })
  const code = characters.join('')
  return checkOf(code.slice(0, -1)) === code.at(-1) ? accept(code) : refuse({ why: 'check' })
}

/** "K7QM 4TXG", as it is read aloud. */
export const codeInGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

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
