// Changing the language of the screen, with the real words and the real machinery; only the window is a stand-in.
import { describe, expect, it } from 'vitest'
import { type LanguagePack, loadPack } from '#app/language/bundles.ts'
import { createInterfaceLanguage, type InterfaceLanguageParts } from '#app/language/interface-language.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Wording } from '#domain/wording.ts'

describe('the language of the screen', () => {
  it('is, at first, the one the phone speaks', async () => {
    const cases = [
      [['de-DE', 'fa-IR'], 'fa'],
      [['ar-SY', 'en'], 'ar'],
      [['sr-RS'], 'sr-Latn'],
      [['sr-Cyrl-RS'], 'sr-Cyrl'],
      [['de'], 'en']
    ] as const
    for (const [phoneLanguages, expected] of cases) {
      const { control } = await open({ phoneLanguages })
      expect(control.state().mine).toBe(expected)
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
    expect(again.control.state().mine).toBe('ar')
    expect(again.control.state().recent).toEqual(['ar', 'sr-Latn', 'fa'])
  })

  it('has the letters of the last three and of theirs here before they are wanted', async () => {
    const kept = new Map<string, string>()
    const { control } = await open({ kept })
    for (const language of ['ar', 'bn', 'ti'] as const) await control.choose(language)
    await control.chooseTheirs('sr-Cyrl')
    const again = await open({ kept })
    expect(again.control.state().recent).toEqual(['ti', 'sr-Cyrl', 'bn'])
    await expect.poll(() => again.letters).toEqual(expect.arrayContaining(['sr-Cyrl', 'bn']))
    expect(again.letters).not.toContain('ar')
  })

  it('is the one chosen last, when the words of an earlier choice arrive late', async () => {
    const late = Promise.withResolvers<void>()
    const { control, root } = await open({ before: (language) => (language === 'ar' ? late.promise : undefined) })
    const first = control.choose('ar')
    await control.choose('fa')
    late.resolve()
    await first
    expect([control.state().mine, root.lang, control.words.language]).toEqual(['fa', 'fa', 'fa'])
  })
})

describe('words that translators corrected', () => {
  const wording = (differently: Partial<Wording> = {}): Wording => ({
    kind: 'wording',
    id: 'wording ar/common:actions.save',
    language: 'ar',
    key: 'common:actions.save',
    text: 'خزّن',
    english: 'Save',
    isChecked: true,
    at: 1,
    ...differently
  })

  it('are on the screen at once and after a switch, one by one, and gone when they are taken back', async () => {
    const { control } = await open({ phoneLanguages: ['ar'] })
    await control.fetchWords('en')
    expect(control.words.t('actions.save')).toBe('حفظ')
    await control.correct([wording()])
    expect([control.words.t('actions.save'), control.words.t('actions.cancel')]).toEqual(['خزّن', 'إلغاء'])
    expect(control.standingFor('ar', 'common:actions.save')?.isChecked).toBe(true)
    await control.choose('en')
    await control.choose('ar')
    expect(control.words.t('actions.save')).toBe('خزّن')
    await control.correct([])
    expect([control.words.t('actions.save'), control.standingFor('ar', 'common:actions.save')]).toEqual([
      'حفظ',
      undefined
    ])
  })

  it('are laid over a language that is fetched later', async () => {
    const { control } = await open({})
    await control.correct([wording()])
    await control.choose('ar')
    expect(control.words.t('actions.save')).toBe('خزّن')
  })

  it('leave a text alone whose English is another by now', async () => {
    const { control } = await open({ phoneLanguages: ['ar'] })
    await control.fetchWords('en')
    await control.correct([wording({ english: 'Keep' })])
    expect(control.words.t('actions.save')).toBe('حفظ')
  })
})

describe('the language of the person opposite', () => {
  it('changes place with mine in one tap, and back', async () => {
    const { control, root } = await open({})
    await control.chooseTheirs('ar')
    expect([root.lang, control.state().theirs]).toEqual(['en', 'ar'])
    await control.flip()
    expect([root.lang, root.dir, control.state().theirs]).toEqual(['ar', 'rtl', 'en'])
    await control.flip()
    expect([root.lang, root.dir, control.state().theirs]).toEqual(['en', 'ltr', 'ar'])
  })

  it('is never the same as mine: who takes it gives theirs in return', async () => {
    const { control } = await open({})
    await control.chooseTheirs('fa')
    await control.choose('fa')
    expect(control.state()).toMatchObject({ mine: 'fa', theirs: 'en' })
  })

  it('is nobody’s any more once the next person points at the language of the screen', async () => {
    const kept = new Map<string, string>()
    const { control } = await open({ kept })
    await control.chooseTheirs('ps')
    expect(await control.chooseTheirs('en')).toMatchObject({ ok: true })
    expect(control.state()).toMatchObject({ mine: 'en', theirs: undefined })
    expect((await open({ kept })).control.state()).toMatchObject({ mine: 'en', theirs: undefined })
  })

  it('can be that of the screen, which is not the same as none, also after the next start', async () => {
    const kept = new Map<string, string>()
    const { control } = await open({ kept })
    expect(control.state().isShared).toBe(false)
    await control.chooseTheirs('en')
    expect(control.state()).toMatchObject({ theirs: undefined, isShared: true })
    expect((await open({ kept })).control.state().isShared).toBe(true)
    await control.chooseTheirs(undefined)
    expect(control.state().isShared).toBe(false)
    expect((await open({ kept })).control.state().isShared).toBe(false)
    await control.chooseTheirs('en')
    await control.chooseTheirs('ps')
    expect(control.state()).toMatchObject({ theirs: 'ps', isShared: false })
  })

  it('stays theirs when the screen takes another', async () => {
    const { control } = await open({})
    await control.chooseTheirs('en')
    await control.choose('en')
    expect(control.state().isShared).toBe(true)
    await control.choose('sr-Latn')
    expect(control.state()).toMatchObject({ mine: 'sr-Latn', theirs: 'en', isShared: false })
  })

  it('is remembered with mine until it is put away', async () => {
    const kept = new Map<string, string>()
    const { control } = await open({ kept })
    await control.choose('sr-Latn')
    await control.chooseTheirs('ar')
    const again = await open({ kept })
    await expect.poll(again.control.state).toMatchObject({ mine: 'sr-Latn', theirs: 'ar' })
    await control.chooseTheirs(undefined)
    expect((await open({ kept })).control.state()).toMatchObject({ mine: 'sr-Latn', theirs: undefined })
  })

  it('is the one chosen last, when the words of an earlier choice arrive late', async () => {
    const late = Promise.withResolvers<void>()
    const { control } = await open({ before: (language) => (language === 'ur' ? late.promise : undefined) })
    const first = control.chooseTheirs('ur')
    await control.chooseTheirs('ar')
    late.resolve()
    await first
    expect(control.state().theirs).toBe('ar')
  })

  it('of the time before is none until its words are here, and whoever draws it is told', async () => {
    const late = Promise.withResolvers<void>()
    const kept = new Map([['susret.their-language', 'ps']])
    const { control } = await open({ kept, before: (language) => (language === 'ps' ? late.promise : undefined) })
    const seen: (string | undefined)[] = []
    control.subscribe(() => seen.push(control.state().theirs))
    expect(control.state().theirs).toBeUndefined()
    await control.choose('sr-Latn')
    late.resolve()
    await expect.poll(() => seen).toEqual([undefined, 'ps'])
    expect(kept.get('susret.their-language')).toBe('ps')
  })

  it('of the time before is named when its words cannot be had, and asked for again the next time', async () => {
    const kept = new Map([['susret.their-language', 'ps']])
    const lacking = async (language: InterfaceLanguage) => {
      if (language === 'ps') throw new TypeError('Failed to fetch')
    }
    const { control } = await open({ kept, before: lacking })
    await expect.poll(control.state).toMatchObject({ theirs: undefined, missing: 'ps' })
    await control.choose('sr-Latn')
    const again = await open({ kept })
    await expect.poll(again.control.state).toMatchObject({ theirs: 'ps', missing: undefined })
  })
})

describe('a language whose words cannot be had', () => {
  const lacking = (...languages: InterfaceLanguage[]) => ({
    before: async (language: InterfaceLanguage) => {
      if (languages.includes(language)) throw new TypeError('Failed to fetch')
    }
  })

  it('leaves the one before as it was, and is named', async () => {
    const { control, root } = await open(lacking('fa'))
    await control.choose('ar')
    const choice = await control.choose('fa')
    expect(choice).toEqual({ ok: false, refusal: { kind: 'not-here', language: 'fa' } })
    expect([root.lang, root.dir, control.words.t('actions.save')]).toEqual(['ar', 'rtl', 'حفظ'])
    expect(control.state()).toMatchObject({ mine: 'ar', recent: ['ar'], missing: 'fa' })
    await control.choose('sr-Latn')
    expect(control.state().missing).toBeUndefined()
  })

  it('is not kept as theirs, nor flipped to', async () => {
    const { control, root } = await open(lacking('fa'))
    await control.chooseTheirs('fa')
    expect(control.state()).toMatchObject({ theirs: undefined, missing: 'fa' })
    const kept = new Map([['susret.their-language', 'fa']])
    const later = await open({ kept, ...lacking('fa') })
    await later.control.flip()
    expect([root.lang, later.root.lang]).toEqual(['en', 'en'])
    await expect.poll(later.control.state).toMatchObject({ mine: 'en', theirs: undefined, missing: 'fa' })
  })

  it('gives way at the start to the next one used, and at last to English', async () => {
    const kept = new Map([['susret.languages', 'fa ar']])
    const { control, root } = await open({ kept, ...lacking('fa') })
    expect([root.lang, root.dir, control.words.t('actions.save')]).toEqual(['ar', 'rtl', 'حفظ'])
    expect(control.state().missing).toBe('fa')
    expect(kept.get('susret.languages')).toBe('fa ar')
    expect((await open({ kept, ...lacking('fa', 'ar') })).root.lang).toBe('en')
  })
})

describe('a text that a language lacks', () => {
  const withoutSave = (pack: LanguagePack): LanguagePack => {
    const { actions, people, ...common } = pack.messages.common as Record<string, Record<string, string>>
    const [{ save: _, ...otherActions }, { men_other: __, ...otherPeople }] = [{ ...actions }, { ...people }]
    return {
      ...pack,
      messages: { ...pack.messages, common: { ...common, actions: otherActions, people: otherPeople } }
    }
  }

  it('is said in English and known as English, and all others in the language', async () => {
    const english: string[] = []
    const { control } = await open({
      change: (language, pack) => (language === 'fa' ? withoutSave(pack) : pack),
      onForeign: (text) => english.push(text)
    })
    await control.choose('fa')
    expect(english).toEqual([])
    expect(control.words.t('actions.save')).toBe('Save')
    expect(control.words.t('people.men', { count: 3 })).toBe('3 men')
    expect(control.words.t('actions.back')).toBe('برگشت')
    expect(english).toEqual(['Save', '3 men'])
    await control.choose('en')
    control.words.t('actions.save')
    expect(english).toHaveLength(2)
  })
})

type Circumstances = {
  phoneLanguages?: readonly string[]
  kept?: Map<string, string>
  before?: (language: InterfaceLanguage) => Promise<void> | undefined
  change?: (language: InterfaceLanguage, pack: LanguagePack) => LanguagePack
  onForeign?: (text: string) => void
}

const open = async (circumstances: Circumstances) => {
  const { phoneLanguages = ['en'], kept = new Map(), before, change = (_, pack) => pack } = circumstances
  const root = { lang: '', dir: '' }
  const letters: InterfaceLanguage[] = []
  const parts: InterfaceLanguageParts = {
    loadPack: async (language) => {
      await before?.(language)
      return change(language, await loadPack(language))
    },
    loadLetters: async (language) => void letters.push(language),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key)
    },
    root,
    phoneLanguages,
    onForeign: circumstances.onForeign ?? (() => undefined)
  }
  return { control: await createInterfaceLanguage(parts), root, letters }
}
