import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { ImportPreview } from '#app/screens/directory/import-preview.tsx'
import type { ImportRow } from '#domain/hsds/import-plan.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

test('rows of a large file that are not drawn at once are said, and can be seen before they are taken in', async () => {
  const control = await interfaceIn('en')
  const drawn = (number: number) => {
    const rows = Array.from({ length: number }, (_, at): ImportRow => {
      const flaws = [{ field: 'name', why: 'missing' }] as const
      return { kind: 'place', name: `Place ${at + 1}`, row: at + 1, outcome: 'refused', flaws }
    })
    return renderToStaticMarkup(
      <LanguageProvider control={control}>
        <ImportPreview plan={{ rows, entries: [], others: [] }} isTheirs={false} />
      </LanguageProvider>
    )
  }
  expect(drawn(450).match(/<li/g)).toHaveLength(200)
  expect(drawn(450)).toMatch(/<button[^>]*>.*Show 200 more of 250/)
  expect(drawn(200)).not.toContain('more of')
})
