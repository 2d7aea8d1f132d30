// What a lead sees when an entry is opened to be changed: what a worker reported of it stands there until somebody answers it.
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, test, vi } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { EditEntry } from '#app/screens/directory/edit-entry.tsx'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory } from '#domain/directory/search.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

const at = Date.parse('2026-11-30T09:00:00Z')
const [reported, other] = BELGRADE.filter((entry) => entry.kind === 'service')
if (reported === undefined || other === undefined) throw new Error('Two services are needed')
const directory = createDirectory(BELGRADE, [{ service: reported.id, found: 'closed', at: at - 86_400_000 }])

vi.mock('virtual:checked-words', () => ({ CHECKED_WORDS: {} }))
vi.mock('#app/directory/use-directory.ts', () => ({ useDirectory: () => directory }))
vi.mock('#app/form/use-draft.ts', () => ({ useDraft: ({ fresh }: { fresh: object }) => ({ value: fresh }) }))
vi.mock('#app/phone/use-phone.ts', () => ({
  useClock: () => () => at,
  useDesk: () => ({ identity: { role: 'lead' } }),
  useLibrary: () => ({ entries: BELGRADE, own: new Map() }),
  usePhone: () => ({}),
  usePhoneView: () => ({})
}))
vi.mock('#app/shell/page.tsx', () => ({ Page: ({ children }: { children: unknown }) => children }))

const opened = async (id: string): Promise<string> => {
  const control = await interfaceIn('en')
  return renderToStaticMarkup(
    <MemoryRouter initialEntries={[`/directory/service/${id}`]}>
      <LanguageProvider control={control}>
        <Routes>
          <Route path="/directory/:kind/:id" element={<EditEntry />} />
        </Routes>
      </LanguageProvider>
    </MemoryRouter>
  )
}

test('what was reported of a service is told to whoever changes it, and of another service nothing', async () => {
  const said = (await interfaceIn('en')).words.t('directory:found.closed')
  expect(said).not.toContain('found.closed')
  expect(await opened(reported.id)).toContain(said)
  expect(await opened(other.id)).not.toContain(said)
})
