// The languages of the translator's desk: those offered, but English, which is the original, and Serbian Cyrillic, which is
// made from Latin.
import { type InterfaceLanguage, INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { CORRECTED_LANGUAGES, type CorrectedLanguage, writtenAs } from '#domain/wording.ts'

export type DeskLanguage = CorrectedLanguage & InterfaceLanguage

const isOfDesk = (id: InterfaceLanguage): id is DeskLanguage => CORRECTED_LANGUAGES.some((one) => one === id)

export const DESK_LANGUAGES = INTERFACE_LANGUAGES.filter(isOfDesk)

/** The first of these that can be corrected. */
export const firstOfDesk = (languages: readonly (InterfaceLanguage | undefined)[]): DeskLanguage | undefined =>
  languages
    .flatMap((id) => (id === undefined ? [] : [writtenAs(id)]))
    .map((id) => DESK_LANGUAGES.find((offered) => offered === id))
    .find((id) => id !== undefined)
