// What stands on a card that somebody takes along, in each of its languages.
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { CardSheet } from '#app/screens/card/card-sheet.tsx'
import { createCard, tellsByName } from '#domain/card.ts'
import { DISCLOSED_ONLY } from '#domain/codes/needs.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory, type ServiceRow } from '#domain/directory/search.ts'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

const at = Date.parse('2026-11-30T09:00:00Z')
const rows = createDirectory(BELGRADE).servicesFor({ at })
const LANGUAGES = ['fa', 'sr-Latn', 'en'] as const

const withNumber = (number: string): ServiceRow => {
  const row = rows.find(({ service }) => service.phones.some((phone) => phone.number === number))
  if (row === undefined) throw new Error(`Nobody has the number ${number}`)
  return row
}

const cardFor = async (row: ServiceRow) => {
  const control = await interfaceIn('en')
  await Promise.all(LANGUAGES.map(control.fetchWords))
  const need = row.service.needs[0] ?? 'other'
  const card = createCard({ service: row.service.id, need, at }, (count) => new Uint8Array(count).fill(7))
  return renderToStaticMarkup(
    <MemoryRouter>
      <LanguageProvider control={control}>
        <CardSheet {...{ row, card, at }} link={undefined} languages={LANGUAGES} isChecked={() => true} ref={null} />
      </LanguageProvider>
    </MemoryRouter>
  )
}

const namesOf = ({ service, provider, places }: ServiceRow): string[] =>
  [service, ...(provider ? [provider] : []), ...places].flatMap(({ name }) =>
    LANGUAGES.flatMap((language) => name[language] ?? [])
  )

test('A card for a service of what people confide names neither it nor who gives it, only how to reach them', async () => {
  const confided = rows.filter(tellsByName)
  expect(confided.length).toBeGreaterThanOrEqual(4)
  for (const row of confided) {
    const card = await cardFor(row)
    expect(namesOf(row).filter((name) => card.includes(name))).toEqual([])
    for (const { number } of numbersOf(row.service, row.provider)) expect(card).toContain(number)
    expect(card).toContain('Show this card there.')
  }
})

test('The police are for all else too: their card says whose number it is', async () => {
  const police = withNumber('192')
  expect(police.service.needs.some((need) => DISCLOSED_ONLY.includes(need))).toBe(true)
  expect(await cardFor(police)).toContain(police.service.name.en)
})

test('A number that nobody has dialled lately says in each language when it was last checked, a fresh one does not', async () => {
  const { service, provider, ...rest } = withNumber('116 111')
  const old: ServiceRow = { service, provider, ...rest }
  expect(await cardFor(old)).toContain('Last checked: 17 May 2023')
  expect((await cardFor(old)).match(/2023/g)).toHaveLength(LANGUAGES.length)
  const dialled = { ...service, toVerify: false, lastChecked: '2026-11-29' }
  const fresh: ServiceRow = { ...rest, service: dialled, provider: undefined, freshness: 'fresh' }
  expect(await cardFor(fresh)).not.toContain('Last checked')
  const doubtful = { ...dialled, caution: { en: 'Call first.' } }
  expect(await cardFor({ ...fresh, service: doubtful })).toContain('Last checked')
})
