// The names people may be typed by: those on the screen, and those of the languages that people themselves speak.
import type { Format } from '#app/language/format.ts'
import type { Labels } from '#app/language/labels.ts'
import type { NamedField } from '#app/screens/people/people-index.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage, isLanguage, LANGUAGES } from '#domain/codes/languages.ts'

type NameParts = {
  labels: Labels
  /** Of namespace `codes`. */
  zoneLabel: (zone: string) => string
  formatOf: (language: InterfaceLanguage) => Format
}

export const createNames = ({ labels, zoneLabel, formatOf }: NameParts) => {
  const formats = INTERFACE_LANGUAGES.map((language) => formatOf(language))
  const names: Record<NamedField, (code: string) => readonly string[]> = {
    zone: (code) => [zoneLabel(code)],
    language: (code) => [
      labels.code('languages', code),
      ...(isLanguage(code) ? [LANGUAGES[code].endonym, LANGUAGES[code].english] : [])
    ],
    country: (code) => [
      labels.country(code),
      ...(/^[A-Z]{2}$/.test(code) ? formats.map(({ country }) => country(code)) : [])
    ]
  }
  return (field: NamedField, code: string): readonly string[] => names[field](code)
}
