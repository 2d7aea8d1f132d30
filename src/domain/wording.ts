// What a translator makes: a text in place of the one the app brings, or a phrase said aloud. Both travel as data, so that
// they reach phones without a release; the words of the interface are public.
import * as z from 'zod/mini'
import { PLANNED_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'

/** English is the original, and Serbian Cyrillic is made from Latin letter by letter. */
export const CORRECTED_LANGUAGES = PLANNED_LANGUAGES.filter((language) => language !== 'en' && language !== 'sr-Cyrl')

export type CorrectedLanguage = (typeof CORRECTED_LANGUAGES)[number]

/** Whose corrections a language shows. */
export const writtenAs = (language: PlannedLanguage): PlannedLanguage => (language === 'sr-Cyrl' ? 'sr-Latn' : language)

export const WORDING_LETTERS = 600
/** As base64url: about 120 kB. */
export const SOUND_LETTERS = 160_000
export const SOUND_SECONDS = 15

const Text = z.string().check(z.minLength(1), z.maxLength(WORDING_LETTERS))
const Language = z.enum(CORRECTED_LANGUAGES)
/** When it was made, by the phone's clock: tells one version from another, and orders nothing. */
const MadeAt = z.int().check(z.nonnegative())
export const versions = {
  at: MadeAt,
  /** `at` of the version its author had before them. Left out when there was none. */
  over: z.optional(MadeAt)
}

export const Wording = z.object({
  kind: z.literal('wording'),
  /** `wordingId` of the two below. */
  id: z.string(),
  language: Language,
  /** `screen:part.key`. */
  key: z.string().check(z.regex(/^[a-z][a-z-]{0,30}:[A-Za-z0-9_.-]{1,60}$/)),
  text: Text,
  /** The English it was written for: where that has changed, the text is laid aside. */
  english: Text,
  isChecked: z.boolean(),
  ...versions
})
export type Wording = z.infer<typeof Wording>

export const Recording = z.object({
  kind: z.literal('recording'),
  /** `recordingId` of the two below. */
  id: z.string(),
  language: Language,
  /** A phrase card. */
  card: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)),
  mime: z.string().check(z.regex(/^audio\/(webm|mp4|ogg)(;\s?codecs=[\w.,-]{1,30})?$/)),
  /** Base64url. */
  sound: z.string().check(z.maxLength(SOUND_LETTERS), z.regex(/^[A-Za-z0-9_-]+$/)),
  /** What was read aloud, and its English then. Left out by phones of before. */
  english: z.optional(Text),
  text: z.optional(Text),
  ...versions
})
export type Recording = z.infer<typeof Recording>

export const wordingId = (language: string, key: string): string => `wording ${language}/${key}`
export const recordingId = (language: PlannedLanguage, card: string): string =>
  `recording ${writtenAs(language)}/${card}`
