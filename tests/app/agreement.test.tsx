// What a person is asked to agree to, as the worker says it aloud.
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { Agreement } from '#app/screens/refer/agreement.tsx'
import { interfaceIn } from '#tests/app/interface-in.ts'

vi.mock('virtual:checked-words', () => ({ CHECKED_WORDS: {} }))

const saidOf = async (asked: Omit<Parameters<typeof Agreement>[0], 'organisation'>) => {
  const control = await interfaceIn('en')
  return renderToStaticMarkup(
    <MemoryRouter>
      <LanguageProvider control={control}>
        <Agreement {...asked} organisation={{ en: 'Kitchen' }} />
      </LanguageProvider>
    </MemoryRouter>
  )
}

test('An organisation that reads here sees how soon it is, and nobody is promised that it is told nothing', async () => {
  const nothingTicked = await saidOf({ told: [], passedOn: [], isRead: true })
  expect(nothingTicked).toContain('We will tell them only this: How soon.')
  expect(nothingTicked).not.toContain('nothing about you')
  expect(await saidOf({ told: ['needs'], passedOn: ['name'], isRead: true })).toContain(
    'only this: What they need, How soon, Name to call.'
  )
})

test('One that is called is told only what is ticked', async () => {
  expect(await saidOf({ told: [], passedOn: [], isRead: false })).toContain('We tell them nothing about you.')
  expect(await saidOf({ told: ['needs'], passedOn: [], isRead: false })).toContain('only this: What they need.')
})
