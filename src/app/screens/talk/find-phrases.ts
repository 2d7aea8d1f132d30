// Cards found by any word of theirs, in any spelling; texts are folded when the first letter is typed.
import { foldText, hasEveryWord } from '#domain/fold-text.ts'
import type { PhraseId } from '#domain/talk/phrases.ts'

type Searched = { readonly id: PhraseId; readonly texts: readonly string[] }

export const findPhrases = (phrases: readonly Searched[]) => {
  let folded: readonly { id: PhraseId; text: string }[] | undefined
  return (query: string): PhraseId[] => {
    folded ??= phrases.map(({ id, texts }) => ({ id, text: foldText(texts.join(' ')) }))
    const words = foldText(query)
    return folded.filter(({ text }) => hasEveryWord(text, words)).map(({ id }) => id)
  }
}
