// One card in a list: the worker's words, and under them the person's, as far as anybody who looks on may read them.
import { useWords } from '#app/language/language-context.tsx'
import { useTheirs } from '#app/screens/talk/their-language.ts'
import { Row } from '#app/ui/list.tsx'
import { phraseOf, type PhraseId } from '#domain/talk/phrases.ts'

export const PhraseRow = ({ id }: { id: PhraseId }) => {
  const t = useWords('phrases')
  const theirs = useTheirs()
  const { isPrivate } = phraseOf(id)
  return (
    <Row
      href={`/talk/cards/${id}`}
      icon={isPrivate ? 'lock' : 'speech'}
      title={t(`cards.${id}`)}
      {...(theirs &&
        !isPrivate && {
          detail: (
            <span {...theirs.attributes}>
              <bdi>{theirs.t(`cards.${id}`)}</bdi>
            </span>
          )
        })}
    />
  )
}
