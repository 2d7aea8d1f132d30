// Written by `node src/app/build/offer-languages.ts`: the languages whose every word is there.
export const OFFERED_LANGUAGES = [
  'en',
  'sr-Latn',
  'sr-Cyrl',
  'ar',
  'fa',
  'fa-AF',
  'ps',
  'ur',
  'ckb',
  'ku-Latn',
  'tr',
  'fr',
  'bn',
  'so',
  'ti',
  'es'
] as const
