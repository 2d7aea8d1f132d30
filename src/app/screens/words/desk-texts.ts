// Every text of one language as the desk lists it: what the app brings, what was corrected since, and what is checked.
import { useEffect, useMemo, useState } from 'react'
import { CHECKED_WORDS } from 'virtual:checked-words'
import { loadPack } from '#app/language/bundles.ts'
import { wordsIn } from '#app/language/lay-over.ts'
import { useLibrary, usePhone } from '#app/phone/use-phone.ts'
import type { DeskLanguage } from '#app/screens/words/desk-language.ts'
import { type DeskText, type Spoken, textsOfDesk } from '#domain/corrections.ts'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'
import { keysFor, type Words } from '#domain/texts.ts'

/** Undefined until the words are here; `missing` when they cannot be had. */
export const useDeskTexts = (language: DeskLanguage): readonly DeskText[] | 'missing' | undefined => {
  const { wordings } = useLibrary()
  const spoken = useSpoken(language)
  const loaded = useLoadedWords(language)
  return useMemo(() => {
    if (loaded === undefined || loaded === 'missing') return loaded
    const { english, shipped } = loaded
    const { checked = [], outdated = [] } = CHECKED_WORDS[language] ?? {}
    const keys = keysFor(language, english)
    const marks = { checked: new Set(checked), outdated: new Set(outdated) }
    return textsOfDesk({ language, keys, english, shipped, wordings, spoken, ...marks })
  }, [loaded, language, wordings, spoken])
}

const NONE: ReadonlyMap<string, Spoken> = new Map()

const useSpoken = (language: DeskLanguage): ReadonlyMap<string, Spoken> => {
  const { corrections } = usePhone()
  const { recordings } = useLibrary()
  const [spoken, setSpoken] = useState(NONE)
  useEffect(() => {
    let isGone = false
    const find = async () => {
      const found = recordings.size === 0 ? NONE : await (await corrections()).findSpoken(language)
      if (!isGone) setSpoken(found)
    }
    void find()
    return () => {
      isGone = true
    }
  }, [corrections, recordings, language])
  return spoken
}

type Loaded = { english: Words; shipped: Words }

const useLoadedWords = (language: DeskLanguage): Loaded | 'missing' | undefined => {
  const [found, setFound] = useState<{ language: DeskLanguage; loaded: Loaded | 'missing' }>()
  useEffect(() => {
    let isGone = false
    const show = (loaded: Loaded | 'missing') => {
      if (!isGone) setFound({ language, loaded })
    }
    Promise.all([loadPack('en'), loadPack(language)]).then(
      ([en, own]) => show({ english: wordsIn(en.messages), shipped: wordsIn(own.messages) }),
      () => show('missing')
    )
    return () => {
      isGone = true
    }
  }, [language])
  return found?.language === language ? found.loaded : undefined
}

/** By any word of the English, of the text or of its key. */
export const findTexts = (texts: readonly DeskText[], query: string): readonly DeskText[] => {
  const words = foldText(query)
  if (words === '') return texts
  return texts.filter(({ key, english, text = '' }) => hasEveryWord(foldText(`${english} ${text} ${key}`), words))
}
