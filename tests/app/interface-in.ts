// The language of a phone, for screens that are drawn without a browser. A word it lacks fails the test.
import { expect } from 'vitest'
import { loadPack } from '#app/language/bundles.ts'
import { createInterfaceLanguage } from '#app/language/interface-language.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

export const interfaceIn = (language: InterfaceLanguage) =>
  createInterfaceLanguage({
    loadPack,
    loadLetters: async () => undefined,
    storage: { getItem: () => language, setItem: () => undefined, removeItem: () => undefined },
    root: { lang: '', dir: '' },
    phoneLanguages: [],
    onForeign: (text) => expect(text).toBe('')
  })
