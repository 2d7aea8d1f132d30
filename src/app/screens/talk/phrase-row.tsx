// One card in a list: the worker's words, and under them the person's: neither those that nobody else may read, nor those
// that could harm and wait for an interpreter. Those nobody has checked are marked.
import { useWords } from '#app/language/language-context.tsx'
import { useCare } from '#app/screens/talk/care-first.tsx'
import { useTheirs } from '#app/screens/talk/their-language.ts'
import { UncheckedMark } from '#app/screens/talk/unchecked.tsx'
import { Row } from '#app/ui/list.tsx'
import { phraseOf, type PhraseId } from '#domain/talk/phrases.ts'

export const PhraseRow = ({ id }: { id: PhraseId }) => {
  const t = useWords('phrases')
  const theirs = useTheirs()
  const { isPrivate } = phraseOf(id)
  const { isDone, isChecked } = useCare(id)
  return (
    <Row
      href={`/talk/cards/${id}`}
      icon={isPrivate ? 'lock' : 'speech'}
      title={t(`cards.${id}`)}
      {...(theirs &&
        isDone && {
          detail: (
            <>
              <span {...theirs.attributes}>
                <bdi>{theirs.t(`cards.${id}`)}</bdi>
              </span>
              <UncheckedMark isChecked={isChecked} />
            </>
          )
        })}
    />
  )
}
