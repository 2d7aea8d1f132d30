// A card as the person sees it: their words, and ways to answer without a word. The worker's words stand small below.
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { BodyMap } from '#app/screens/talk/body-map.tsx'
import { LanguageGrid } from '#app/screens/talk/language-grid.tsx'
import { NumberPad } from '#app/screens/talk/number-pad.tsx'
import { PlainAnswers } from '#app/screens/talk/plain-answers.tsx'
import { SizeChart } from '#app/screens/talk/size-chart.tsx'
import styles from '#app/screens/talk/talk.module.css'
import tiles from '#app/screens/talk/tiles.module.css'
import type { Theirs } from '#app/screens/talk/their-language.ts'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { PlaySound } from '#app/sound/play-sound.tsx'
import { Facing } from '#app/ui/facing.tsx'
import type { SpokenLanguage } from '#domain/records/interpretation.ts'
import { UNSAID_ANSWERS, WOMAN_OR_MAN, YES_NO_ANSWERS } from '#domain/talk/answers.ts'
import { type AnswerWay, phraseOf, type PhraseId } from '#domain/talk/phrases.ts'

type ShownCardProps = {
  id: PhraseId
  theirs: Theirs
  isOpen: boolean
  isChecked: boolean
  answer: readonly string[]
  onAnswer: (answer: readonly string[]) => void
  /** On the card that asks for the language. */
  onPoint: (language: SpokenLanguage) => void
  onClose: () => void
}

export const ShownCard = ({ isOpen, isChecked, onClose, ...card }: ShownCardProps) => {
  const t = useWords('talk')
  const p = useWords('phrases')
  const { language } = useLanguage()
  const { id, theirs } = card
  return (
    <Facing
      label={p(`cards.${id}`)}
      isOpen={isOpen}
      onClose={onClose}
      turnLabel={t('turn')}
      holdLabel={t('holdToGoBack')}
    >
      <p className={styles.large} {...theirs.attributes}>
        {theirs.t(`cards.${id}`)}
      </p>
      <PlaySound language={theirs.id} card={id} text={theirs.t(`cards.${id}`)} />
      <Answers {...card} />
      {theirs.id !== language && <p className={styles.small}>{p(`cards.${id}`)}</p>}
      <Unchecked isChecked={isChecked} />
    </Facing>
  )
}

const POINTED = { number: NumberPad, body: BodyMap, size: SizeChart }

const isUnsaid = (code: string) => UNSAID_ANSWERS.some((unsaid) => unsaid === code)

type AnswersProps = Omit<ShownCardProps, 'isOpen' | 'isChecked' | 'onClose'>

const Answers = ({ id, theirs, answer, onAnswer, onPoint }: AnswersProps): ReactNode => {
  const way: AnswerWay | undefined = phraseOf(id).answer
  switch (way) {
    case 'yes_no':
      return <PlainAnswers of={YES_NO_ANSWERS} theirs={theirs} answer={answer} onAnswer={onAnswer} />
    case 'woman_or_man':
      return <PlainAnswers of={WOMAN_OR_MAN} theirs={theirs} answer={answer} onAnswer={onAnswer} />
    case 'number':
    case 'body':
    case 'size': {
      const Way = POINTED[way]
      return (
        <>
          <div className={tiles.unsaid}>
            <PlainAnswers of={UNSAID_ANSWERS} theirs={theirs} answer={answer} onAnswer={onAnswer} />
          </div>
          <Way theirs={theirs} answer={answer.filter((code) => !isUnsaid(code))} onAnswer={onAnswer} />
        </>
      )
    }
    case 'languages':
      return <LanguageGrid onPoint={onPoint} />
    case undefined:
      return null
  }
}
