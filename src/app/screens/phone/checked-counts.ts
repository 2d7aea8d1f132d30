// How many texts of each language a reader has checked: before the release, or at the translator's desk since.
import { useMemo } from 'react'
import { CHECKED_WORDS } from 'virtual:checked-words'
import { useLanguage } from '#app/language/language-context.tsx'
import { wordsIn } from '#app/language/lay-over.ts'
import type { Messages } from '#app/language/messages.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import { isInterfaceLanguage, type PlannedLanguage } from '#domain/codes/languages.ts'
import { standingWords } from '#domain/corrections.ts'
import { keysFor, type Words } from '#domain/texts.ts'
import type { Wording } from '#domain/wording.ts'

export type CheckedCount = { readonly language: string; readonly checked: number; readonly all: number }

export const useCheckedCounts = (): readonly CheckedCount[] => {
  const { words } = useLanguage()
  const { wordings } = useLibrary()
  return useMemo(() => {
    const english = wordsIn((words.getDataByLanguage('en') ?? {}) as unknown as Messages)
    return Object.entries(CHECKED_WORDS).map(([language, { checked, all }]) => ({
      language,
      checked: isInterfaceLanguage(language) ? countChecked({ language, english, wordings, checked }) : checked.length,
      all
    }))
  }, [words, wordings])
}

type CheckedParts = {
  readonly language: PlannedLanguage
  readonly english: Words
  readonly wordings: readonly Wording[]
  /** Keys of what was checked before the release. */
  readonly checked: readonly string[]
}

/** A correction stands in place of the text: what was checked of that one is checked no more, unless it is of this one too. */
const countChecked = ({ language, english, wordings, checked }: CheckedParts): number => {
  const standing = standingWords(language, english, wordings)
  const keys = keysFor(language, english)
  const untouched = checked.filter((key) => !standing.has(key))
  const corrected = [...standing.values()].filter((wording) => wording.isChecked && keys.has(wording.key))
  return untouched.length + corrected.length
}
