// What a language must say: every key English has, no other, and each plural in all the forms its grammar needs.
// `locales/<language>/index.ts` is held against it by the compiler.
import type { PLURAL_FORMS, PlannedLanguage } from '#domain/codes/languages.ts'
import type { messages } from '#locales/en/index.ts'

export type English = typeof messages
export type Screen = keyof English

type PluralForms = { [Language in PlannedLanguage]: (typeof PLURAL_FORMS)[Language][number] }
type AnyForm = PluralForms['ar']
type StemOf<Key> = Key extends `${infer Stem}_${AnyForm}` ? Stem : never
type PluralStem<Words> = StemOf<keyof Words>
type PlainKey<Words> = Exclude<keyof Words, `${PluralStem<Words>}_${AnyForm}`>

type Translated<Words, Form extends string> = {
  readonly [Key in PlainKey<Words>]: Words[Key] extends string ? string : Translated<Words[Key], Form>
} & { readonly [Key in `${PluralStem<Words>}_${Form}`]: string }

type NothingElse<Given, Wanted> = {
  readonly [Key in keyof Given]: Key extends keyof Wanted
    ? Given[Key] extends string
      ? string
      : NothingElse<Given[Key], Wanted[Key]>
    : never
}

export type Translation<Language extends PlannedLanguage> = Translated<English, PluralForms[Language]>

/** Use: `messages satisfies Complete<'ar', typeof messages>`. A key too few, or one too many, does not compile. */
export type Complete<Language extends PlannedLanguage, Given> = Translation<Language> &
  NothingElse<Given, Translation<Language>>

/** Messages as the machinery carries them, whatever the language. */
export type Messages = Readonly<Record<Screen, object>>
