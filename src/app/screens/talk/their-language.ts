// What the person opposite reads: their words, with the attributes the words need.
import { useLanguage, useTheirWords, useWords } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import type { BoardNeed } from '#domain/talk/board.ts'

/** Undefined until a language is chosen for the person. */
export const useTheirs = (): Theirs | undefined => {
  const { theirs } = useLanguage()
  const phrases = useTheirWords('phrases')
  const talk = useTheirWords('talk')
  return theirs && phrases && talk && readerOf(theirs, phrases, talk)
}

/** Where none is chosen, it is that of the screen: they may have pointed at just that one. */
export const useReader = (): Theirs => {
  const { language } = useLanguage()
  const phrases = useWords('phrases')
  const talk = useWords('talk')
  return useTheirs() ?? readerOf(language, phrases, talk)
}

/** The language of the person, which may be that of the screen; undefined until one is chosen for them. */
export const useTheirLanguage = (): InterfaceLanguage | undefined => {
  const { theirs, isShared, language } = useLanguage()
  return theirs ?? (isShared ? language : undefined)
}

export type Theirs = ReturnType<typeof readerOf>

type Words<Name extends 'phrases' | 'talk'> = NonNullable<ReturnType<typeof useTheirWords<Name>>>

const readerOf = (id: InterfaceLanguage, phrases: Words<'phrases'>, talk: Words<'talk'>) => ({
  id,
  name: LANGUAGES[id].endonym,
  attributes: { lang: id, dir: directionOf(id) },
  /** The words of the cards and their answers. */
  t: phrases,
  tile: (need: BoardNeed) => talk(`board.tiles.${need}`)
})
