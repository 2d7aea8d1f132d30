// What the history of a case says of one change, and how it says when.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, test } from 'vitest'
import { loadPack } from '#app/language/bundles.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { createInterfaceLanguage } from '#app/language/interface-language.ts'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { fieldsTold } from '#app/screens/case/fields-told.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

it('What ended an alert is told once, and the hour of the law alone where it was noted alone', () => {
  const since = { since_csw_informed: '2026-11-28T14' }
  expect(fieldsTold({ alert_child_alone: 'csw_informed', ...since })).toEqual([['alert_child_alone', 'csw_informed']])
  expect(fieldsTold(since)).toEqual([['since_csw_informed', '2026-11-28T14']])
  // Of a newer phone: told by its own name.
  expect(fieldsTold({ since_pardoned: '2026-11-28T00' })).toEqual([['since_pardoned', '2026-11-28T00']])
  expect(fieldsTold({ state: 'closed', outcome: 'helped', stepAt: '2026-11-28T14' })).toEqual([
    ['state', 'closed'],
    ['outcome', 'helped']
  ])
})

const When = () => {
  const { ofHour, at, lately } = useDayAndTime()
  const moment = Date.parse('2018-07-03T19:42:00Z')
  return [ofHour('2018-07-03T21'), at(moment), lately(moment, moment), lately(moment, moment + 86_400_000)].join('|')
}

const whenIn = async (language: InterfaceLanguage) => {
  const control = await createInterfaceLanguage({
    loadPack,
    loadLetters: async () => undefined,
    storage: { getItem: () => language, setItem: () => undefined, removeItem: () => undefined },
    root: { lang: '', dir: '' },
    phoneLanguages: [],
    onForeign: (text) => expect(text).toBe('')
  })
  return renderToStaticMarkup(
    <LanguageProvider control={control}>
      <When />
    </LanguageProvider>
  )
}

test('A day and a time are joined as the language joins them', async () => {
  expect(await whenIn('en')).toBe('3 Jul 2018, 21:00|3 Jul 2018, 21:42|21:42|3 Jul 2018, 21:42')
  expect(await whenIn('sr-Cyrl')).toContain(', 21:42')
  for (const language of ['ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb'] as const) {
    const said = await whenIn(language)
    expect(said).not.toContain(', ')
    expect(said.match(/، 21:/g)).toHaveLength(3)
  }
  expect(await whenIn('ti')).toContain('፣ 21:42')
})
