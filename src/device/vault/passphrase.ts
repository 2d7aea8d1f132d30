// Passphrases a phone offers: five made-up words of two open syllables ("bako"), as easy to say and type in Belgrade as in
// Kabul, from an alphabet of 14 consonants and 5 vowels. 70² words, so five of them carry 61 bits.
const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel))
export const PASSPHRASE_WORDS = 5

/** The fewest characters a passphrase of one's own may have. */
export const PASSPHRASE_MINIMUM = 20

/** `random(n)` gives n random bytes. */
export const createPassphrase = (random: (bytes: number) => Uint8Array): string =>
  Array.from({ length: PASSPHRASE_WORDS }, () => drawSyllable(random) + drawSyllable(random)).join(' ')

/** Words that stand for a key, for two people to compare aloud. `hash` needs two bytes a word. */
export const wordsOf = (hash: Uint8Array, words = 4): string =>
  Array.from({ length: words }, (_, word) =>
    [hash[2 * word] ?? 0, hash[2 * word + 1] ?? 0].map((byte) => SYLLABLES[byte % SYLLABLES.length]).join('')
  ).join(' ')

/** Spaces, hyphens and capitals do not matter, so that a passphrase read out loud opens the phone. */
export const tidyPassphrase = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-_.,]+/g, ' ')
    .trim()

/** Bytes past the last whole multiple of 70 are drawn again, so that every syllable is as likely. */
const drawSyllable = (random: (bytes: number) => Uint8Array): string => {
  const whole = 256 - (256 % SYLLABLES.length)
  for (;;) {
    const [byte] = random(1)
    if (byte !== undefined && byte < whole) return SYLLABLES[byte % SYLLABLES.length] ?? ''
  }
}
