// In which language the words of an entry turn out to be said.
import { expect, test } from 'vitest'
import { saidIn } from '#app/directory/said.tsx'

const station = { en: 'Old bus station', 'sr-Latn': 'Stara autobuska stanica', fa: 'ایستگاه قدیم' }

test('words are said in the language of the screen where they exist', () => {
  expect(saidIn(station, 'fa')).toEqual({ text: station.fa, lang: 'fa' })
  expect(saidIn(station, 'sr-Cyrl')).toEqual({ text: 'Стара аутобуска станица', lang: 'sr-Cyrl' })
})

test('else a name is said in Serbian, as it stands on the door, and all else in English', () => {
  expect(saidIn(station, 'ps', true)).toEqual({ text: station['sr-Latn'], lang: 'sr-Latn' })
  expect(saidIn(station, 'ps')).toEqual({ text: station.en, lang: 'en' })
  expect(saidIn({ en: 'Old bus station' }, 'ps', true)).toEqual({ text: station.en, lang: 'en' })
})
