// Makes texts comparable for a search: what people type and what is written differ in script, accents, case and digits.

/** Accents of Latin and Cyrillic, vowel signs and hamza of Arabic script; the vowel signs of Indic scripts stay. */
const MARK = /[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/
/** Joiners, direction marks, soft hyphens and the Arabic stretch are for the eye only. */
const INVISIBLE = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu
/** Serbian and English are folded to these: ten thousand notes are read with no look at what Unicode says of a letter. */
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/g
const NOT_ASCII = /[^\p{ASCII}]/gu

const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic: Serbian, then Russian and Ukrainian letters as their speakers would spell them.
    'а=a б=b в=v г=g д=d ђ=d е=e ж=z з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ф=f х=h ц=c',
    'ч=c џ=dz ш=s щ=sc ы=i э=e ю=ju я=ja ъ= ь= є=je і=i ґ=g',
    // Latin letters that are no base letter with an accent.
    'đ=d ð=d ı=i ł=l ø=o ß=ss æ=ae œ=oe',
    // Arabic script: one letter has other shapes in Arabic, Persian, Pashto, Urdu and Kurdish.
    'ي=ی ى=ی ې=ی ۍ=ی ێ=ی ے=ی ك=ک ڪ=ک ګ=گ ٱ=ا ة=ه ە=ه ہ=ه ھ=ه ۆ=و ۇ=و ں=ن ء='
  ]
    .flatMap((line) => line.split(' '))
    .map((pair) => pair.split('=') as [string, string])
)

/**
 * Lower-case words with one space between. Equal for Cyrillic and Latin Serbian (đ, dj and d are one), with and without
 * diacritics, for the variants of yeh, kaf, alef, heh and hamza, and for the digits of every script.
 */
export const foldText = (text: string): string => {
  const folded = text.normalize('NFKD').toLowerCase().replace(NOT_ASCII, foldCharacter).replaceAll('dj', 'd')
  return folded.replace(folded.search(NOT_ASCII) < 0 ? BETWEEN_ASCII_WORDS : BETWEEN_WORDS, ' ').trim()
}

/** Both already folded. Every word of the query is somewhere in the text; an empty query is in every text. */
export const hasEveryWord = (foldedText: string, foldedQuery: string): boolean =>
  foldedQuery.split(' ').every((word) => foldedText.includes(word))

/** Of each character once: a text has thousands, a language a hundred. */
const foldedByCharacter = new Map<string, string>()

const foldCharacter = (character: string): string => {
  const known = foldedByCharacter.get(character)
  if (known !== undefined) return known
  const isForTheEye = MARK.test(character) || INVISIBLE.test(character)
  const folded = /\p{Nd}/u.test(character) ? digitToAscii(character) : (LETTERS.get(character) ?? character)
  foldedByCharacter.set(character, isForTheEye ? '' : folded)
  return isForTheEye ? '' : folded
}

/** Unicode keeps the ten digits of a script in one run, zero first: a digit is worth as many as stand before it. */
const digitToAscii = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
