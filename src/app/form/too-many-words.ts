// More of some than there are people they could be, in words.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import type { TooMany } from '#domain/records/arrival.ts'

export const useTooManyWords = (): ((tooMany: TooMany) => string) => {
  const t = useWords('new-arrival')
  const labels = useLabels()
  const { count } = useFormat()
  return ({ question, number, all }) =>
    t('tooMany', { what: labels.label(question.label), number: count(number), all: count(all) })
}
