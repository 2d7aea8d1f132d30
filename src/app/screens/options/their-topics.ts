// The topics in the language of the person opposite.
import { useMemo } from 'react'
import { useLanguage, useTheirWords } from '#app/language/language-context.tsx'
import { directionOf } from '#domain/codes/languages.ts'
import { topicOf, type TopicId } from '#domain/talk/topics.ts'

export const useTheirTopics = () => {
  const { theirs } = useLanguage()
  const t = useTheirWords('options')
  return useMemo(
    () =>
      theirs === undefined || t === undefined
        ? undefined
        : {
            id: theirs,
            attributes: { lang: theirs, dir: directionOf(theirs) },
            title: (id: TopicId) => t(`topics.${id}.title`),
            points: (id: TopicId) =>
              Array.from({ length: topicOf(id).points }, (_, at) =>
                t(`topics.${id}.points.${at + 1}` as 'topics.child.points.1')
              ),
            notAdvice: t('notAdvice')
          },
    [theirs, t]
  )
}

/** Every text of a topic that the person reads. */
export const keysShown = (id: TopicId): string[] => [
  `options:topics.${id}.title`,
  ...Array.from({ length: topicOf(id).points }, (_, at) => `options:topics.${id}.points.${at + 1}`),
  'options:notAdvice'
]
