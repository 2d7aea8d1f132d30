// Changing the language of the screen, with the real words and the real machinery; only the window is a stand-in.
import { describe, expect, it } from 'vitest'
import { loadMessages } from '#app/language/bundles.ts'
import { createInterfaceLanguage, type InterfaceLanguageParts } from '#app/language/interface-language.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

describe('the language of the screen', () => {
  it('is, at first, the one the phone speaks', async () => {
    const cases = [
      [['de-DE', 'fa-IR'], 'fa'],
      [['ar-SY', 'en'], 'ar'],
      [['sr-RS'], 'sr-Latn'],
      [['sr-Cyrl-RS'], 'sr-Cyrl'],
      [['ti'], 'en']
    ] as const
    for (const [phoneLanguages, expected] of cases) {
      const { control } = await open({ phoneLanguages })
      expect(control.current()).toBe(expected)
    }
  })

  it('turns the page round with the words', async () => {
    const { control, root } = await open({})
    expect([root.lang, root.dir, control.words.t('actions.save')]).toEqual(['en', 'ltr', 'Save'])
    await control.choose('ar')
    expect([root.lang, root.dir, control.words.t('actions.save')]).toEqual(['ar', 'rtl', 'حفظ'])
    await control.choose('sr-Cyrl')
    expect([root.lang, root.dir, control.words.t('actions.save')]).toEqual(['sr-Cyrl', 'ltr', 'Сачувај'])
  })

  it('counts as its grammar does', async () => {
    const { control } = await open({})
    const men = (count: number) => control.words.t('people.men', { count })
    expect([1, 2].map(men)).toEqual(['1 man', '2 men'])
    await control.choose('sr-Latn')
    expect([1, 3, 5, 21].map(men)).toEqual(['1 muškarac', '3 muškarca', '5 muškaraca', '21 muškarac'])
    await control.choose('ar')
    expect([0, 1, 2, 3, 11, 100].map(men)).toEqual(['لا رجال', 'رجل واحد', 'رجلان', '3 رجال', '11 رجلًا', '100 رجل'])
  })

  it('is remembered, the last three of them and nothing else', async () => {
    const kept = new Map<string, string>()
    const { control } = await open({ kept })
    for (const language of ['ar', 'fa', 'sr-Latn', 'ar'] as const) await control.choose(language)
    expect([...kept.values()]).toEqual(['ar sr-Latn fa'])
    const again = await open({ kept, phoneLanguages: ['en'] })
    expect(again.control.current()).toBe('ar')
    expect(again.control.recent()).toEqual(['ar', 'sr-Latn', 'fa'])
  })

  it('is the one chosen last, when the words of an earlier choice arrive late', async () => {
    const late = Promise.withResolvers<void>()
    const { control, root } = await open({ before: (language) => (language === 'ar' ? late.promise : undefined) })
    const first = control.choose('ar')
    await control.choose('fa')
    late.resolve()
    await first
    expect([control.current(), root.lang, control.words.language]).toEqual(['fa', 'fa', 'fa'])
  })
})

type Circumstances = {
  phoneLanguages?: readonly string[]
  kept?: Map<string, string>
  before?: (language: InterfaceLanguage) => Promise<void> | undefined
}

const open = async ({ phoneLanguages = ['en'], kept = new Map(), before }: Circumstances) => {
  const root = { lang: '', dir: '' }
  const parts: InterfaceLanguageParts = {
    loadMessages: async (language) => {
      await before?.(language)
      return loadMessages(language)
    },
    loadLetters: () => Promise.resolve(),
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    root,
    phoneLanguages
  }
  return { control: await createInterfaceLanguage(parts), root }
}
