// Which letters of which font the app carries. Endonyms in further scripts are left to the phone's own fonts.

export type FontFace = {
  readonly name: string
  /** Module path of the whole font; `wght` is its only axis. */
  readonly file: string
  /** Arabic letters are drawn small for their size: 8 % more makes both scripts look alike on one line. Ethiopic: 4 %. */
  readonly sizePercent: number
  /** First and last code point of each stretch, both included. */
  readonly ranges: readonly (readonly [number, number])[]
}

const NOTO = '@fontsource-variable/noto-sans/files/noto-sans'

/** Letters beyond Latin-1 of Serbian, Turkish, Kurmanji, French and Bosnian names. */
const LATIN_EXTENDED = 'čćžšđČĆŽŠĐğşĞŞİŸ'
const SERBIAN_CYRILLIC = 'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ'
/** Ukrainian and Russian, for the endonyms in the list of languages. */
const OTHER_CYRILLIC = 'йьїєыэюяёъщЙЬЇЄЫЭЮЯЁЪЩ'

const each = (letters: string): (readonly [number, number])[] => {
  const points = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b)
  return points.map((point) => [point, point] as const)
}

export const FONT_FACES: readonly FontFace[] = [
  {
    name: 'latin',
    file: `${NOTO}-latin-wght-normal.woff2`,
    sizePercent: 100,
    // Basic Latin, Latin-1, and the marks our words use: dashes, quotes, dots, euro, minus.
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x131, 0x131],
      // œ of French.
      [0x152, 0x153],
      [0x2013, 0x2014],
      [0x2018, 0x201a],
      [0x201c, 0x201e],
      [0x2022, 0x2022],
      [0x2026, 0x2026],
      [0x20ac, 0x20ac],
      [0x2212, 0x2212]
    ]
  },
  {
    name: 'latin-extended',
    file: `${NOTO}-latin-ext-wght-normal.woff2`,
    sizePercent: 100,
    ranges: each(LATIN_EXTENDED)
  },
  {
    name: 'cyrillic',
    file: `${NOTO}-cyrillic-wght-normal.woff2`,
    sizePercent: 100,
    ranges: each(SERBIAN_CYRILLIC + OTHER_CYRILLIC)
  },
  {
    name: 'arabic',
    file: '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
    sizePercent: 108,
    // The Arabic block holds every letter of Arabic, Farsi, Dari, Pashto, Urdu and Sorani; the rest is joining marks.
    ranges: [
      [0x600, 0x6ff],
      [0x200c, 0x200f]
    ]
  },
  {
    name: 'bengali',
    file: '@fontsource-variable/noto-sans-bengali/files/noto-sans-bengali-bengali-wght-normal.woff2',
    sizePercent: 100,
    // The end of a sentence stands in the Devanagari block.
    ranges: [
      [0x964, 0x965],
      [0x980, 0x9ff]
    ]
  },
  {
    name: 'ethiopic',
    file: '@fontsource-variable/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2',
    sizePercent: 104,
    ranges: [[0x1200, 0x137f]]
  }
]

/** The app writes in normal and bold; thinner and blacker letters are cut away. */
export const WEIGHTS = { min: 400, max: 700 }

export const lettersOf = (face: FontFace): string =>
  face.ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((point) => String.fromCodePoint(point))
    .join('')

export const unicodeRangeOf = (face: FontFace): string =>
  face.ranges.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${last.toString(16)}`)).join(', ')

const hex = (point: number): string => `U+${point.toString(16)}`
