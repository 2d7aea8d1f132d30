// The languages of the screen, the worker's and the person's: changed in one tap, live, with nothing on the screen made
// anew. A language that cannot be fetched leaves the one before it as it was.
import type { i18n } from 'i18next'
import type { CorrectedWords } from '#app/language/corrected-words.ts'
import type { LanguagePack } from '#app/language/bundles.ts'
import { createFormat, type Format } from '#app/language/format.ts'
import {
  type LanguagesInUse,
  type LanguageStorage,
  readLanguages,
  withMine,
  withTheirs,
  writeLanguages
} from '#app/language/language-store.ts'
import type { Messages } from '#app/language/messages.ts'
import { createWords } from '#app/language/words.ts'
import { directionOf, type InterfaceLanguage, isInterfaceLanguage } from '#domain/codes/languages.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { Wording } from '#domain/wording.ts'

export type InterfaceLanguageParts = {
  loadPack: (language: InterfaceLanguage) => Promise<LanguagePack>
  /** Fetches the letters of a language, so that a switch shows no other font in between. */
  loadLetters: (language: InterfaceLanguage) => Promise<unknown>
  storage: LanguageStorage
  /** <html>. */
  root: { lang: string; dir: string }
  /** `navigator.languages`. */
  phoneLanguages: readonly string[]
  /** Told each text that is shown in another language than the screen's, and in which. */
  onForeign: (text: string, language: InterfaceLanguage) => void
}

export type LanguageState = LanguagesInUse & {
  /** The language asked for last, when its words could not be had. */
  missing: InterfaceLanguage | undefined
}

type Choice = Result<InterfaceLanguage | undefined, { kind: 'not-here'; language: InterfaceLanguage }>

export type InterfaceLanguageControl = {
  readonly words: i18n
  state: () => LanguageState
  /** Calls back when the state has changed; returns the way out. */
  subscribe: (changed: () => void) => () => void
  format: (language: InterfaceLanguage) => Format
  /** Resolves when the screen speaks the language. A later choice overtakes an earlier one that is still loading. */
  choose: (language: InterfaceLanguage) => Promise<Choice>
  chooseTheirs: (language: InterfaceLanguage | undefined) => Promise<Choice>
  /** Resolves when the words of a language are here, or cannot be had; the screen stays as it is. */
  fetchWords: (language: InterfaceLanguage) => Promise<Choice>
  /** Mine becomes theirs and theirs mine. */
  flip: () => Promise<Choice>
  /** Texts that translators corrected since the app was built: all of them, each time they change. */
  correct: (wordings: readonly Wording[]) => Promise<void>
  standingFor: CorrectedWords['standingFor']
  /** The missing language has been told of. */
  forgetMissing: () => void
  /** `text` is about to be shown in another language than the screen's. */
  noteForeign: (text: string, language: InterfaceLanguage) => void
}

/** Resolves when the first language is there, with the other recent ones and English loading behind it. */
export const createInterfaceLanguage = async (parts: InterfaceLanguageParts): Promise<InterfaceLanguageControl> => {
  const { loadPack, loadLetters, storage, root, phoneLanguages, onForeign } = parts
  const formats = new Map<InterfaceLanguage, Format>()
  const listeners = new Set<() => void>()
  let state: LanguageState = { ...readLanguages(storage, phoneLanguages), missing: undefined }
  /** As the screen may know it: the person's language is none until its words are here. */
  let shown: LanguageState = { ...state, theirs: undefined }
  let wanted = state.mine
  let wantedTheirs: InterfaceLanguage | undefined
  const words = await createWords({
    language: state.mine,
    count: (value, language) => formatOf(formats, isInterfaceLanguage(language) ? language : 'en').count(value),
    onEnglish: (text) => onForeign(text, 'en')
  })

  const shipped = new Map<InterfaceLanguage, Messages>()
  let corrected: CorrectedWords | undefined
  const correct = async (wordings: readonly Wording[]) => {
    if (wordings.length === 0 && corrected === undefined) return
    // Without its file the app speaks as it was brought.
    const layer = await import('#app/language/corrected-words.ts').catch(() => undefined)
    corrected ??= layer?.createCorrectedWords(words, shipped)
    corrected?.correct(wordings)
  }

  const load = async (language: InterfaceLanguage): Promise<Choice> => {
    if (formats.has(language)) return accept(language)
    try {
      const { messages, written } = await loadPack(language)
      for (const [screen, bundle] of Object.entries(messages)) words.addResourceBundle(language, screen, bundle)
      shipped.set(language, messages)
      corrected?.lay(language)
      formats.set(language, createFormat(language, written))
      return accept(language)
    } catch {
      // No signal and no file, or a file that is damaged: the two look alike from here, and to the person.
      return refuse({ kind: 'not-here', language })
    }
  }
  const become = (next: LanguageState) => {
    state = next
    const isHere = next.theirs !== undefined && formats.has(next.theirs)
    shown = { ...next, theirs: isHere ? next.theirs : undefined }
    for (const changed of listeners) changed()
  }
  const keep = (used: LanguagesInUse) => {
    writeLanguages(storage, used)
    become({ ...used, missing: undefined })
  }
  const show = (language: InterfaceLanguage) => {
    root.lang = language
    root.dir = directionOf(language)
  }
  const choose = async (language: InterfaceLanguage): Promise<Choice> => {
    wanted = language
    const [loaded] = await Promise.all([load(language), loadLetters(language)])
    if (wanted !== language) return loaded
    if (!loaded.ok) {
      wanted = state.mine
      become({ ...state, missing: language })
      return loaded
    }
    keep(withMine(state, language))
    show(language)
    await words.changeLanguage(language)
    return loaded
  }
  const chooseTheirs = async (language: InterfaceLanguage | undefined): Promise<Choice> => {
    wantedTheirs = language
    const [loaded] =
      language === undefined ? [accept(language)] : await Promise.all([load(language), loadLetters(language)])
    if (wantedTheirs !== language) return loaded
    if (loaded.ok) keep(withTheirs(state, language))
    else become({ ...state, missing: language })
    return loaded
  }
  /** For a language in use before: who draws it is told when it is here, or that it cannot be had. */
  const loadBehind = async (language: InterfaceLanguage) => {
    const loaded = await load(language)
    await loadLetters(language)
    if (state.theirs === language) become(loaded.ok ? state : { ...state, missing: state.missing ?? language })
  }

  const first = await loadFirst(load, [state.mine, ...state.recent, 'en'])
  if (first !== state.mine) {
    become({ ...withMine(state, first), missing: state.mine })
    wanted = first
    await words.changeLanguage(first)
  }
  show(first)
  for (const other of new Set([...state.recent, state.theirs ?? first])) if (other !== first) void loadBehind(other)
  if (first !== 'en') void load('en')
  return {
    words,
    state: () => shown,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    format: (language) => formatOf(formats, language),
    choose,
    chooseTheirs,
    fetchWords: load,
    flip: async () => (shown.theirs === undefined ? accept(state.mine) : choose(shown.theirs)),
    correct,
    standingFor: (language, key) => corrected?.standingFor(language, key),
    forgetMissing: () => become({ ...state, missing: undefined }),
    noteForeign: onForeign
  }
}

/** The first that can be had. Throws when there is none: then there is nothing to say, in no language. */
const loadFirst = async (
  load: (language: InterfaceLanguage) => Promise<Choice>,
  languages: readonly InterfaceLanguage[]
): Promise<InterfaceLanguage> => {
  for (const language of languages) if ((await load(language)).ok) return language
  throw new Error('The words of no language can be had')
}

/** Of a language that is not here, as well as the browser knows it. */
const formatOf = (formats: ReadonlyMap<InterfaceLanguage, Format>, language: InterfaceLanguage): Format =>
  formats.get(language) ?? createFormat(language)
