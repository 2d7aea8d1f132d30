// The first sentence of every report of the teams: how many came, who they are, how many children are alone.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import type { NewlyArrived } from '#domain/review/newly-arrived.ts'

export const useReportSentence = (): ((arrived: NewlyArrived) => string) => {
  const t = useWords('review')
  const { list } = useFormat()
  return ({ people, byKind, children }) => {
    if (people === 0) return t('sentence.nobody')
    const kinds = byKind.filter((row) => row.people > 0).map(({ code, people: count }) => t(`kinds.${code}`, { count }))
    return t('sentence.whole', {
      people: t('sentence.people', { count: people }),
      kinds: list(kinds),
      alone: t('sentence.alone', { count: children.alone })
    })
  }
}
