// How much of a language its readers have checked, as the phone says it: before the release, or at the translator's desk since.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import type { Phone, PhoneView } from '#app/phone/phone.ts'
import { PhoneContext } from '#app/phone/use-phone.ts'
import { useCheckedCounts } from '#app/screens/phone/checked-counts.ts'
import { EMPTY_LIBRARY } from '#device/library/library.ts'
import { type Wording, wordingId } from '#domain/wording.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

/** Where a screen is drawn without a browser, React asks for what stands there by another way: it is the same. */
vi.mock('react', async (importOriginal) => {
  const react = await importOriginal<typeof import('react')>()
  return {
    ...react,
    useSyncExternalStore: <Value,>(subscribe: (changed: () => void) => () => void, read: () => Value) =>
      react.useSyncExternalStore(subscribe, read, read)
  }
})

vi.mock('virtual:checked-words', () => {
  const before = { checked: ['common:actions.save', 'common:actions.back'], outdated: [], all: 10 }
  return { CHECKED_WORDS: { ar: before, 'sr-Cyrl': before } }
})

const aWording = (key: string, english: string, rest: Partial<Wording> = {}): Wording => {
  const language = rest.language ?? 'ar'
  const text = language === 'ar' ? 'كلمة' : 'reč'
  return {
    kind: 'wording',
    id: wordingId(language, key),
    language,
    key,
    english,
    text,
    isChecked: true,
    at: 1,
    ...rest
  }
}

const said = async (wordings: readonly Wording[]): Promise<string> => {
  const control = await interfaceIn('en')
  const view = { phase: 'open', library: { ...EMPTY_LIBRARY, wordings } } as unknown as PhoneView
  const phone = { view: () => view, subscribe: () => () => undefined } as unknown as Phone
  const Counts = () => useCheckedCounts().map(({ language, checked, all }) => `${language} ${checked}/${all} `)
  return renderToStaticMarkup(
    <LanguageProvider control={control}>
      <PhoneContext value={phone}>
        <Counts />
      </PhoneContext>
    </LanguageProvider>
  )
}

test('Without corrections it is what was checked before the release', async () => {
  expect(await said([])).toBe('ar 2/10 sr-Cyrl 2/10 ')
})

test('What a reader checked since counts, also in a language nobody has opened on this phone', async () => {
  expect(await said([aWording('common:actions.cancel', 'Cancel')])).toBe('ar 3/10 sr-Cyrl 2/10 ')
  expect(await said([aWording('common:actions.save', 'Save')])).toBe('ar 2/10 sr-Cyrl 2/10 ')
})

test('Serbian is corrected once for both scripts', async () => {
  const inLatin = aWording('common:actions.cancel', 'Cancel', { language: 'sr-Latn' })
  expect(await said([inLatin])).toBe('ar 2/10 sr-Cyrl 3/10 ')
})

test('What was changed since and not checked counts no more, and what is of another English by now never did', async () => {
  expect(await said([aWording('common:actions.save', 'Save', { isChecked: false })])).toBe('ar 1/10 sr-Cyrl 2/10 ')
  expect(await said([aWording('common:actions.cancel', 'Leave')])).toBe('ar 2/10 sr-Cyrl 2/10 ')
})
