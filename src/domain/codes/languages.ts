// Languages people speak, and those the interface speaks. The direction comes from the script, in this table:
// `Intl` calls Hazaragi, Balochi and the Arabic dialects left-to-right although their script is Arabic.

import { OFFERED_LANGUAGES } from '#domain/codes/offered-languages.ts'

export const SCRIPTS = ['Latn', 'Cyrl', 'Arab', 'Beng', 'Ethi', 'Deva', 'Guru', 'Taml', 'Sinh', 'Mymr'] as const
export type Script = (typeof SCRIPTS)[number]
export type Direction = 'ltr' | 'rtl'

type LanguageRow = { readonly endonym: string; readonly english: string; readonly script: Script }

/** Keys are our own ids (BCP 47 where one fits); `endonym` is the name its speakers read. */
export const LANGUAGES = {
  ar: { endonym: 'العربية', english: 'Arabic', script: 'Arab' },
  fa: { endonym: 'فارسی', english: 'Farsi', script: 'Arab' },
  'fa-AF': { endonym: 'دری', english: 'Dari', script: 'Arab' },
  ps: { endonym: 'پښتو', english: 'Pashto', script: 'Arab' },
  ur: { endonym: 'اردو', english: 'Urdu', script: 'Arab' },
  ckb: { endonym: 'کوردیی ناوەندی', english: 'Kurdish Sorani', script: 'Arab' },
  'ku-Latn': { endonym: 'Kurmancî', english: 'Kurdish Kurmanji', script: 'Latn' },
  'ku-Arab-IQ': { endonym: 'بادینی', english: 'Kurdish Badini', script: 'Arab' },
  tr: { endonym: 'Türkçe', english: 'Turkish', script: 'Latn' },
  en: { endonym: 'English', english: 'English', script: 'Latn' },
  fr: { endonym: 'Français', english: 'French', script: 'Latn' },
  'pa-Arab-PK': { endonym: 'پنجابی', english: 'Punjabi (Pakistan)', script: 'Arab' },
  'pa-Guru': { endonym: 'ਪੰਜਾਬੀ', english: 'Punjabi (India)', script: 'Guru' },
  bn: { endonym: 'বাংলা', english: 'Bengali', script: 'Beng' },
  so: { endonym: 'Soomaali', english: 'Somali', script: 'Latn' },
  ti: { endonym: 'ትግርኛ', english: 'Tigrinya', script: 'Ethi' },
  am: { endonym: 'አማርኛ', english: 'Amharic', script: 'Ethi' },
  haz: { endonym: 'هزارگی', english: 'Hazaragi', script: 'Arab' },
  bal: { endonym: 'بلوچی', english: 'Balochi', script: 'Arab' },
  ary: { endonym: 'الدارجة', english: 'Moroccan Arabic', script: 'Arab' },
  es: { endonym: 'Español', english: 'Spanish', script: 'Latn' },
  hi: { endonym: 'हिन्दी', english: 'Hindi', script: 'Deva' },
  ne: { endonym: 'नेपाली', english: 'Nepali', script: 'Deva' },
  ta: { endonym: 'தமிழ்', english: 'Tamil', script: 'Taml' },
  si: { endonym: 'සිංහල', english: 'Sinhala', script: 'Sinh' },
  my: { endonym: 'မြန်မာ', english: 'Burmese', script: 'Mymr' },
  ru: { endonym: 'Русский', english: 'Russian', script: 'Cyrl' },
  uk: { endonym: 'Українська', english: 'Ukrainian', script: 'Cyrl' },
  rn: { endonym: 'Ikirundi', english: 'Kirundi', script: 'Latn' },
  sw: { endonym: 'Kiswahili', english: 'Swahili', script: 'Latn' },
  ln: { endonym: 'Lingála', english: 'Lingala', script: 'Latn' },
  'sr-Latn': { endonym: 'Srpski', english: 'Serbian (Latin)', script: 'Latn' },
  'sr-Cyrl': { endonym: 'Српски', english: 'Serbian (Cyrillic)', script: 'Cyrl' }
} as const satisfies Record<string, LanguageRow>

/** How Urdu can be written; what its readers call it. */
export const URDU_LETTERS = ['naskh', 'nastaliq'] as const
export type UrduLetters = (typeof URDU_LETTERS)[number]
export const URDU_LETTERS_NAMES: Readonly<Record<UrduLetters, string>> = { naskh: 'نسخ', nastaliq: 'نستعلیق' }

export type LanguageId = keyof typeof LANGUAGES
export const LANGUAGE_IDS = Object.keys(LANGUAGES) as LanguageId[]

/**
 * Languages the interface is to speak, each with the plural forms of its grammar (CLDR; Chromium knows them all).
 * It speaks those of `offered-languages.ts`: a language comes there when its last word is translated.
 */
export const PLURAL_FORMS = {
  en: ['one', 'other'],
  'sr-Latn': ['one', 'few', 'other'],
  'sr-Cyrl': ['one', 'few', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  fa: ['one', 'other'],
  'fa-AF': ['one', 'other'],
  ps: ['one', 'other'],
  ur: ['one', 'other'],
  ckb: ['one', 'other'],
  'ku-Latn': ['one', 'other'],
  tr: ['one', 'other'],
  fr: ['one', 'many', 'other'],
  bn: ['one', 'other'],
  so: ['one', 'other'],
  ti: ['one', 'other'],
  es: ['one', 'many', 'other']
} as const satisfies Partial<Record<LanguageId, readonly Intl.LDMLPluralRule[]>>

export type PlannedLanguage = keyof typeof PLURAL_FORMS
export const PLANNED_LANGUAGES = Object.keys(PLURAL_FORMS) as PlannedLanguage[]

/** The name its readers know, so short that it fits a button of the header. */
export const SHORT_NAMES = {
  en: 'En',
  'sr-Latn': 'Sr',
  'sr-Cyrl': 'Ср',
  ar: 'عربي',
  fa: 'فارسی',
  'fa-AF': 'دری',
  ps: 'پښتو',
  ur: 'اردو',
  ckb: 'کوردی',
  'ku-Latn': 'Ku',
  tr: 'Tr',
  fr: 'Fr',
  bn: 'বাং',
  so: 'So',
  ti: 'ትግ',
  es: 'Es'
} as const satisfies Record<PlannedLanguage, string>

/** Languages the interface is complete in. */
export const INTERFACE_LANGUAGES = OFFERED_LANGUAGES satisfies readonly PlannedLanguage[]
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]

/** What a person may be recorded as speaking: Serbian is one language in two scripts, so one of the two stands for it. */
export const SPOKEN_LANGUAGES = LANGUAGE_IDS.filter((id) => id !== 'sr-Cyrl')

export const directionOf = (language: LanguageId): Direction => (LANGUAGES[language].script === 'Arab' ? 'rtl' : 'ltr')

export const isLanguage = (id: string): id is LanguageId => Object.hasOwn(LANGUAGES, id)

export const isInterfaceLanguage = (id: string): id is InterfaceLanguage =>
  (INTERFACE_LANGUAGES as readonly string[]).includes(id)
