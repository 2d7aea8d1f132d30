// The topics in the language of the person opposite.
import { useMemo } from 'react'
import { useLanguage, useTheirWords, useWords } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { topicOf, type TopicId } from '#domain/talk/topics.ts'

/** Undefined until a language other than that of the screen is chosen for the person. */
export const useTheirTopics = (): TopicsRead | undefined => {
  const { theirs } = useLanguage()
  const t = useTheirWords('options')
  return useMemo(() => theirs && t && topicsIn(theirs, t), [theirs, t])
}

/** Where none is chosen, those of the screen: they may have pointed at just that one. */
export const useReaderTopics = (): TopicsRead => {
  const { language } = useLanguage()
  const t = useWords('options')
  return useTheirTopics() ?? topicsIn(language, t)
}

type TopicsRead = ReturnType<typeof topicsIn>

const topicsIn = (id: InterfaceLanguage, t: NonNullable<ReturnType<typeof useTheirWords<'options'>>>) => ({
  id,
  attributes: { lang: id, dir: directionOf(id) },
  title: (topic: TopicId) => t(`topics.${topic}.title`),
  points: (topic: TopicId) =>
    Array.from({ length: topicOf(topic).points }, (_, at) =>
      t(`topics.${topic}.points.${at + 1}` as 'topics.child.points.1')
    ),
  notAdvice: t('notAdvice')
})

/** Every text of a topic that the person reads. */
export const keysShown = (id: TopicId): string[] => [
  `options:topics.${id}.title`,
  ...Array.from({ length: topicOf(id).points }, (_, at) => `options:topics.${id}.points.${at + 1}`),
  'options:notAdvice'
]
