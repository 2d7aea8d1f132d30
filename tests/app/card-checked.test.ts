// On which cards it stands that nobody has checked the words.
import { describe, expect, it } from 'vitest'
import { isCardChecked } from '#app/screens/card/card-checked.ts'
import { tellsByName } from '#domain/card.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory, type ServiceRow } from '#domain/directory/search.ts'

const directory = createDirectory(BELGRADE)
const at = Date.parse('2026-11-30T09:00:00Z')
const all = directory.servicesFor({ at })
const rows = all.filter((row) => !tellsByName(row))

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

  it('that names nothing is checked when the few words on it are', () => {
    const nameless = all.filter(tellsByName)
    expect(nameless.length).toBeGreaterThanOrEqual(4)
    for (const row of nameless) {
      const isChecked = (areChecked: Parameters<typeof isCardChecked>[1]) =>
        isCardChecked({ row, need: 'gbv_support', language: 'fa' }, areChecked)
      expect([isChecked(readersHaveAll), isChecked(readersLack('codes:needs.gbv_support'))]).toEqual([true, true])
      expect(isChecked(readersLack('card:show'))).toBe(false)
    }
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
