// One card: the person's words large, the worker's small, the way to show them and to see what was answered.
import { useState } from 'react'
import { useParams } from 'react-router'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { answerWords } from '#app/screens/talk/answer-words.ts'
import { CareFirst, useCare } from '#app/screens/talk/care-first.tsx'
import { NoCards } from '#app/screens/talk/no-cards.tsx'
import { PointHere } from '#app/screens/talk/point-here.tsx'
import { usePointing } from '#app/screens/talk/pointing.ts'
import { ShownCard } from '#app/screens/talk/shown-card.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { useReader, useTheirs } from '#app/screens/talk/their-language.ts'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { Page } from '#app/shell/page.tsx'
import { PlaySound } from '#app/sound/play-sound.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { isPhrase, noteOf, phraseOf, phrasesIn, type PhraseId } from '#domain/talk/phrases.ts'

export const PhraseCard = () => {
  const t = useWords('talk')
  const { id = '' } = useParams()
  if (isPhrase(id)) return <Card key={id} id={id} />
  return (
    <Page title={t('title')} back="/talk">
      <p>{t('common:trouble.notHere')}</p>
    </Page>
  )
}

const Card = ({ id }: { id: PhraseId }) => {
  const t = useWords('talk')
  const p = useWords('phrases')
  const { list } = useFormat()
  const theirs = useTheirs()
  const reader = useReader()
  const care = useCare(id)
  const { without, point } = usePointing()
  const [isShown, setShown] = useState(false)
  const [answer, setAnswer] = useState<readonly string[]>([])
  const phrase = phraseOf(id)
  const note = noteOf(id)
  const said = list(answerWords(p, phrase.answer, answer))
  /** To the next person, who must not find what the one before answered. */
  const turn = () => {
    setAnswer([])
    setShown(true)
  }
  const turnBack = () => {
    setShown(false)
    care.forgetPrivacy()
  }
  return (
    <Page
      title={t('title')}
      back="/talk"
      footer={
        care.isDone && (
          <Button variant="primary" icon="turn" isWide onClick={turn}>
            {t('show')}
          </Button>
        )
      }
    >
      <h2>{p(`groups.${phrase.group}`)}</h2>
      {theirs === undefined && <TheirLanguage />}
      <CareFirst care={care} language={t(`codes:languages.${reader.id}`)} />
      {theirs && care.isDone && (
        <div className={styles.card}>
          <p className={styles.large} {...theirs.attributes}>
            {theirs.t(`cards.${id}`)}
          </p>
          <Unchecked isChecked={care.isChecked} />
          <PlaySound language={theirs.id} card={id} text={theirs.t(`cards.${id}`)} />
        </div>
      )}
      <p className={styles.caption}>{p(`cards.${id}`)}</p>
      {note && <p className={styles.note}>{p(`notes.${note}`)}</p>}
      <LiveRegion>{said !== '' && t('answered', { answer: said })}</LiveRegion>
      {said !== '' && <p className={styles.answered}>{t('answered', { answer: said })}</p>}
      {without !== undefined && <NoCards key={without} language={without} />}
      {theirs && phrase.answer === 'languages' && <PointHere />}
      <Neighbours id={id} />
      <ShownCard
        id={id}
        theirs={reader}
        isOpen={isShown}
        isChecked={care.isChecked}
        answer={answer}
        onAnswer={setAnswer}
        onPoint={(language) => {
          turnBack()
          void point(language)
        }}
        onClose={turnBack}
      />
    </Page>
  )
}

const Neighbours = ({ id }: { id: PhraseId }) => {
  const t = useWords('talk')
  const group = phrasesIn(phraseOf(id).group)
  const at = group.indexOf(id)
  const [before, after] = [group[at - 1], group[at + 1]]
  return (
    <Actions>
      {before && (
        <ButtonLink icon="previous" href={`/talk/cards/${before}`}>
          {t('cardBefore')}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink icon="next" href={`/talk/cards/${after}`}>
          {t('cardAfter')}
        </ButtonLink>
      )}
    </Actions>
  )
}
