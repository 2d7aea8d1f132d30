// What the person opposite reads: their words, with the attributes the words need.
import { useLanguage, useTheirWords } from '#app/language/language-context.tsx'
import { directionOf, LANGUAGES } from '#domain/codes/languages.ts'
import type { BoardNeed } from '#domain/talk/board.ts'

/** Undefined until a language is chosen for the person. */
export const useTheirs = () => {
  const { theirs } = useLanguage()
  const phrases = useTheirWords('phrases')
  const talk = useTheirWords('talk')
  if (theirs === undefined || phrases === undefined || talk === undefined) return undefined
  return {
    id: theirs,
    name: LANGUAGES[theirs].endonym,
    attributes: { lang: theirs, dir: directionOf(theirs) },
    /** The words of the cards and their answers. */
    t: phrases,
    tile: (need: BoardNeed) => talk(`board.tiles.${need}`)
  }
}

export type Theirs = NonNullable<ReturnType<typeof useTheirs>>
