// The board as the person sees it: the picture they point at stands alone and large, and is asked about by yes, no and I do
// not know. So a finger that slipped says nothing, and the worker can ask about one picture.
import { useState } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { BoardTiles, PICTURES } from '#app/screens/talk/board-tiles.tsx'
import { PlainAnswers } from '#app/screens/talk/plain-answers.tsx'
import styles from '#app/screens/talk/talk.module.css'
import type { Theirs } from '#app/screens/talk/their-language.ts'
import tiles from '#app/screens/talk/tiles.module.css'
import { Icon } from '#app/ui/icon.tsx'
import { BOARD_ANSWERS, type BoardAnswers } from '#domain/talk/answers.ts'
import type { BoardNeed } from '#domain/talk/board.ts'

type ShownBoardProps = {
  theirs: Theirs
  answers: BoardAnswers
  onAnswer: (need: BoardNeed, answer: string | undefined) => void
}

export const ShownBoard = ({ theirs, answers, onAnswer }: ShownBoardProps) => {
  const t = useWords('talk')
  const { language } = useLanguage()
  const [asked, setAsked] = useState<BoardNeed>()
  if (asked === undefined) {
    return <BoardTiles theirs={theirs} isChosen={(need) => answers[need] === 'yes'} onTap={setAsked} />
  }
  return (
    <>
      <div className={tiles.asked}>
        <Icon name={PICTURES[asked]} size="picture" />
        <p className={styles.large} {...theirs.attributes}>
          {theirs.tile(asked)}
        </p>
        {theirs.id !== language && <p className={styles.small}>{t(`board.tiles.${asked}`)}</p>}
      </div>
      <PlainAnswers
        of={BOARD_ANSWERS}
        theirs={theirs}
        answer={[answers[asked] ?? '']}
        onAnswer={([answer]) => {
          onAnswer(asked, answer)
          setAsked(undefined)
        }}
      />
    </>
  )
}
