// The names people may be typed by: those on the screen, and those of the languages that people themselves speak.
import { createFormat, type Format } from '#app/language/format.ts'
import type { Labels } from '#app/language/labels.ts'
import type { NamedField } from '#app/screens/people/people-index.ts'
import { INTERFACE_LANGUAGES, isLanguage, LANGUAGES } from '#domain/codes/languages.ts'

/** `zoneLabel`: of namespace `codes`. */
export const createNames = (labels: Labels, zoneLabel: (zone: string) => string) => {
  const formats: readonly Format[] = INTERFACE_LANGUAGES.map(createFormat)
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
