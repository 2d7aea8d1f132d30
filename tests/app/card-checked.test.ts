// On which cards it stands that nobody has checked the words.
import { describe, expect, it } from 'vitest'
import { isCardChecked } from '#app/screens/card/card-checked.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory, type ServiceRow } from '#domain/directory/search.ts'

const directory = createDirectory(BELGRADE)
const at = Date.parse('2026-11-30T09:00:00Z')
const rows = directory.servicesFor({ at })

const readersHaveAll = () => true
const readersLack = (lacking: string) => (_language: string, keys: readonly string[]) => !keys.includes(lacking)

describe('A card', () => {
  it('is not checked in any language but English, as long as it says words of the directory', () => {
    const languages = INTERFACE_LANGUAGES.filter((language) =>
      rows.some((row) => isCardChecked({ row, need: 'food_hot', language }, readersHaveAll))
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(languages).toEqual(['en'])
  })

  describe('that says nothing of the directory in the language', () => {
    const [some] = rows
    const inEnglish =
      some &&
      ({
        ...some,
        service: { ...some.service, name: { en: 'Showers' } },
        provider: undefined,
        places: []
      } satisfies ServiceRow)
    const isChecked = (areChecked: Parameters<typeof isCardChecked>[1]) =>
      inEnglish && isCardChecked({ row: inEnglish, need: 'food_hot', language: 'fa' }, areChecked)

    it('is checked when all its words are', () => {
      expect(isChecked(readersHaveAll)).toBe(true)
    })

    it.each(['card:show', 'services:opening.until', 'services:everyDayAndNight', 'codes:needs.food_hot'])(
      'is not while %s is not',
      (lacking) => {
        expect(isChecked(readersLack(lacking))).toBe(false)
      }
    )
  })
})
