// Serbian in its two scripts.
import { expect, test } from 'vitest'
import { cyrillicToLatin, latinToCyrillic } from '#domain/serbian-script.ts'

test('writes a Latin sentence in Cyrillic, letter pairs included', () => {
  expect(latinToCyrillic('Ljubazni čovek, njegova žena i džep đaka.')).toBe('Љубазни човек, његова жена и џеп ђака.')
  expect(latinToCyrillic('LJUDI, Ljudi, ljudi; DŽEP, Džep; Njiva, NJIVA')).toBe(
    'ЉУДИ, Људи, људи; ЏЕП, Џеп; Њива, ЊИВА'
  )
})

test('keeps two sounds apart where a word only looks as if it had a letter pair', () => {
  expect(latinToCyrillic('nadživeti, Injekcija, KONJUNKTURA, odžaliti, Tanjug, konjugacija, predželudac')).toBe(
    'надживети, Инјекција, КОНЈУНКТУРА, оджалити, Танјуг, конјугација, преджелудац'
  )
  expect(latinToCyrillic('odžak, nadžak, konj, injem')).toBe('оџак, наџак, коњ, ињем')
})

test('leaves links, addresses, placeholders, tags, entities and codes as they are', () => {
  expect(latinToCyrillic('Pišite na tim@kirs.gov.rs ili https://www.azilsrbija.rs/pomoc?a=b, sajt ideje.rs.')).toBe(
    'Пишите на tim@kirs.gov.rs или https://www.azilsrbija.rs/pomoc?a=b, сајт ideje.rs.'
  )
  expect(latinToCyrillic('Još {{count}} ljudi <strong>čeka</strong>, <1>vidi</1>&nbsp;$t(common.list) na A6')).toBe(
    'Још {{count}} људи <strong>чека</strong>, <1>види</1>&nbsp;$t(common.list) на A6'
  )
})

test('keeps names and abbreviations that Serbian writes in Latin, and bends only their endings', () => {
  expect(latinToCyrillic('PDF-a, QR kod, WC, NRC-ov tim, UNHCR-u, WhatsApp, Wi-Fi, Praxis, Save the Children')).toBe(
    'PDF-а, QR код, WC, NRC-ов тим, UNHCR-у, WhatsApp, Wi-Fi, Praxis, Save the Children'
  )
  expect(latinToCyrillic('I mi. KIRS, SOS, kućni broj 128d')).toBe('И ми. КИРС, СОС, кућни број 128д')
})

test('takes letters that are typed as a letter and its accent', () => {
  expect(latinToCyrillic('c\u030cetiri c\u0301erke, ǆep')).toBe('четири ћерке, џеп')
})

test('comes back to the same Latin text', () => {
  const text =
    'Njegoševa ulica, LJUBAV, Ljig, Džon, nadživeti i injekcija. Idi u centar Obrenovac, Nemanjina 128d, do 20:00!'
  expect(cyrillicToLatin(latinToCyrillic(text))).toBe(text)
})

test('chooses LJ or Lj by the letters beside it', () => {
  expect(cyrillicToLatin('ЉУБАВ Љубав КЉ Љ. Џеп')).toBe('LJUBAV Ljubav KLJ Lj. Džep')
})
