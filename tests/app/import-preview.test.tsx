import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { ImportPreview } from '#app/screens/directory/import-preview.tsx'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { ImportRow } from '#domain/hsds/import-plan.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

test('what would be written over is seen without a tap, what is new or the same is folded away', async () => {
  const control = await interfaceIn('en')
  const entry = BELGRADE.find((one) => one.kind === 'place')
  if (entry === undefined) throw new Error('No place')
  const row = { kind: 'place', row: 1, entry, notes: [] } as const
  const changes = [{ field: 'lastChecked', before: '2026-11-16', after: '2026-11-20' }]
  const rows: ImportRow[] = [
    { ...row, name: 'House over there', outcome: 'changed', changes, over: undefined },
    { ...row, name: 'House that is new', outcome: 'new' },
    { ...row, name: 'House as it was', outcome: 'same' }
  ]
  const drawn = renderToStaticMarkup(
    <LanguageProvider control={control}>
      <ImportPreview plan={{ rows, entries: [], others: [] }} isTheirs={false} />
    </LanguageProvider>
  )
  expect(drawn).toContain('House over there')
  expect(drawn).toContain('2026-11-16')
  expect(drawn).not.toContain('House that is new')
  expect(drawn).not.toContain('House as it was')
})

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
