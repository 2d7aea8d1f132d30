// Serbian is written in two scripts. Words are typed once, in Latin, and the Cyrillic is made from them.

const KEPT_WORDS: ReadonlySet<string> = new Set([
  ...'Bluetooth Chrome Google Safari'.split(' '),
  ...'UNHCR NRC CORE IOM ICRC MSF DRC RMF JRS CIM APC AIC BCHR CRPC IDEAS IAN AVRR'.split(' '),
  ...'PDF QR CSV GeoJSON JSON HTML HSDS HXL URL USB ID WC OK KB MB GB II III IV VI VII'.split(' ')
])
const KEPT_NAMES = ['Real Medicine Foundation', 'Save the Children', 'Collective Aid', 'Wi-Fi']

/** Written in Latin in a Cyrillic text too: names, abbreviations, formats. A word with q, w, x or y needs no place here. */
export const KEPT_IN_LATIN: readonly string[] = [...KEPT_NAMES, ...KEPT_WORDS]

/** Words in which a pair of letters is two sounds and so two Cyrillic letters: the seam lies at the bar. */
const SEAMS = [
  ...'nad|živ nad|žnj nad|žet nad|žanj od|žal od|živ od|žvak od|žvrk pod|žanr pod|žarg pod|žeć'.split(' '),
  ...'pod|žig pod|žup pred|žel pred|žet pred|živ'.split(' '),
  ...'an|jon in|jekci in|jekt in|jicir kon|jekt kon|jug kon|junk tan|jug van|jezič'.split(' ')
]

/** Cyrillic of each Latin letter and letter pair, lower case. */
const CYRILLIC = {
  lj: 'љ',
  nj: 'њ',
  dž: 'џ',
  a: 'а',
  b: 'б',
  v: 'в',
  g: 'г',
  d: 'д',
  đ: 'ђ',
  e: 'е',
  ž: 'ж',
  z: 'з',
  i: 'и',
  j: 'ј',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  ć: 'ћ',
  u: 'у',
  f: 'ф',
  h: 'х',
  c: 'ц',
  č: 'ч',
  š: 'ш'
} as const satisfies Record<string, string>

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin])
)

/** Never a Serbian word: links, addresses, placeholders, tags and entities, codes like A6 or B12. */
const NOT_WORDS = [
  String.raw`\{\{.*?\}\}|\{[^{}]*\}`,
  String.raw`\$t\(.*?\)`,
  String.raw`</?[\w.-]+(?:\s[^<>]*)?/?>`,
  String.raw`&#?\w+;`,
  String.raw`\w+://\S+`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`(?:[\w-]+\.)+(?:rs|org|com|net|int|eu|info|app)\b(?:/\S*)?`,
  String.raw`\b[A-Z]{1,3}\d+\b`
]

/** Letters that Serbian lacks; a word with one of them stays as it is. */
const FOREIGN = /[^abvgdđežzijklmnoprstćufhcčš]/
const SEAM = '|'
const PIECE = new RegExp([...NOT_WORDS, ...KEPT_NAMES, String.raw`(?<word>\p{L}+)`].join('|'), 'gu')
const PAIR_OR_LETTER = /lj|nj|dž|./giu

/** Leaves untouched what is not Serbian: see `KEPT_IN_LATIN`, links, `{{placeholders}}`, tags, words with q, w, x or y. */
export const latinToCyrillic = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u01c4-\u01cc]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(PIECE, (piece, ...rest) => {
      const { word } = rest.at(-1) as { word?: string }
      const isKept = word === undefined || KEPT_WORDS.has(word) || FOREIGN.test(word.toLowerCase())
      return isKept ? piece : wordToCyrillic(word)
    })

/** Latin text in between stays as it is. */
export const cyrillicToLatin = (text: string): string =>
  text.replace(/\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const latin = LATIN[letter.toLowerCase()]
    if (latin === undefined) return letter
    if (letter === letter.toLowerCase()) return latin
    return isAmongCapitals(text, at) ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
  })

const wordToCyrillic = (word: string): string =>
  withSeams(word)
    .replace(PAIR_OR_LETTER, (letters) => {
      const cyrillic = CYRILLIC[letters.toLowerCase() as keyof typeof CYRILLIC] ?? letters
      return letters.charAt(0) === letters.charAt(0).toLowerCase() ? cyrillic : cyrillic.toUpperCase()
    })
    .replaceAll(SEAM, '')

const withSeams = (word: string): string =>
  SEAMS.reduce((seamed, stem) => {
    const at = seamed.toLowerCase().indexOf(stem.replace(SEAM, ''))
    if (at < 0) return seamed
    const cut = at + stem.indexOf(SEAM)
    return seamed.slice(0, cut) + SEAM + seamed.slice(cut)
  }, word)

/** Tells LJ from Lj: the neighbour letter decides, the next one before the previous. */
const isAmongCapitals = (text: string, at: number): boolean => {
  const isLetter = (letter: string | undefined): letter is string => letter !== undefined && /\p{L}/u.test(letter)
  const neighbour = [text[at + 1], text[at - 1]].find(isLetter)
  return neighbour !== undefined && neighbour === neighbour.toUpperCase()
}
