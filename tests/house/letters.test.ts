// Every letter of every language is drawn by a font we carry: a phone without signal fetches none, and may have none.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { beforeAll, expect, it } from 'vitest'
import { FONT_FACES, lettersOf } from '#app/build/font-faces.ts'
import { plainText, readWords } from '#app/build/locale-words.ts'
import { pathOfTable } from '#app/build/make-format-tables.ts'
import { TABLED_LANGUAGES } from '#app/language/format-table.ts'
import { LANGUAGES, PLANNED_LANGUAGES, SHORT_NAMES } from '#domain/codes/languages.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { ROOT } from '#tests/house/scratch.ts'

const { resolve } = createRequire(import.meta.url)

/** Letters of each alphabet that words may come to need, whether they do today or not. */
const ALPHABETS: Record<(typeof PLANNED_LANGUAGES)[number], string> = {
  en: 'abcdefghijklmnopqrstuvwxyz’“”–',
  'sr-Latn': 'abcčćdđefghijklmnoprsštuvzž„“',
  'sr-Cyrl': 'абвгдђежзијклљмнњопрстћуфхцчџш„“',
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ،؛؟«»',
  fa: 'ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀٔ،؛؟«»\u200c',
  'fa-AF': 'ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀ،؛؟«»\u200c',
  ps: 'ءآئابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهۀيېیۍئ،؛؟',
  ur: 'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂیے۔،؛؟',
  ckb: 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهھەیێ،؛؟',
  'ku-Latn': 'abcçdeêfghiîjklmnopqrsştuûvwxyz',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyzâî',
  fr: 'aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz«»’\u00a0\u202f',
  bn: 'অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁািীুূৃেৈোৌ্।',
  so: 'abcdefghijklmnopqrstuvwxyz’',
  ti: 'ሀለሐመረሰሸቀቐበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐኣቓዃኺ።፣፤፥፦፡',
  es: 'aábcdeéfghiíjklmnñoópqrstuúüvwxyz¿¡«»'
}

let drawn: Set<number>

beforeAll(async () => {
  const faces = await Promise.all(
    FONT_FACES.map(async (face) =>
      codePointsOf(await subsetFont(await readFile(resolve(face.file)), lettersOf(face), { targetFormat: 'sfnt' }))
    )
  )
  drawn = new Set(faces.flat())
  // Breaks, joiners, marks of direction and the narrow space of French leave no ink.
  for (const unseen of ['\n', '\u200c', '\u200d', '\u200e', '\u200f', '\u202f']) drawn.add(unseen.codePointAt(0) ?? 0)
})

it.each(PLANNED_LANGUAGES)('%s', (language) => {
  const small = ALPHABETS[language]
  const texts = [
    small,
    LANGUAGES[language].script === 'Latn' || LANGUAGES[language].script === 'Cyrl'
      ? small.toLocaleUpperCase(language)
      : '',
    LANGUAGES[language].endonym,
    SHORT_NAMES[language],
    ...[...readWords(ROOT, language).values()].map(plainText)
  ]
  expect(undrawn(texts.join(''))).toEqual([])
})

it.each(TABLED_LANGUAGES)('the dates and countries of %s', (language) => {
  expect(undrawn(readFileSync(pathOfTable(language), 'utf8'))).toEqual([])
})

it('finds a letter that no font of ours draws', () => {
  expect(undrawn('Sağlık ਪੰ')).toEqual(['U+0a2a ਪ', 'U+0a70 ੰ'])
})

it('what the directory says', () => {
  expect(undrawn(JSON.stringify(BELGRADE))).toEqual([])
})

const undrawn = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))]
    .filter((letter) => !drawn.has(letter.codePointAt(0) ?? 0))
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')} ${letter}`)

/** The letters a font has a shape for, from its `cmap` (OpenType 1.9, format 4: all of ours are in the first plane). */
const codePointsOf = (font: Uint8Array): number[] => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + at * 16)
  const cmap = tables.map((at) => ({ tag: view.getUint32(at), from: view.getUint32(at + 8) })).find(isCmap)?.from ?? 0
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, at) => cmap + view.getUint32(cmap + 8 + at * 8)
  )
  const table = subtables.find((at) => view.getUint16(at) === 4)
  if (table === undefined) throw new Error('A font without a cmap of format 4')
  const segments = view.getUint16(table + 6) / 2
  return Array.from({ length: segments }, (_, at) => ({
    last: view.getUint16(table + 14 + at * 2),
    first: view.getUint16(table + 16 + (segments + at) * 2)
  }))
    .filter(({ first }) => first !== 0xffff)
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
}

const isCmap = ({ tag }: { tag: number }): boolean => tag === 0x636d6170
