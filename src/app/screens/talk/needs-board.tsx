// The needs board: pictures a person can point at, each with both languages' words. Danger stands apart and says no more
// than "I am not safe"; violence and trafficking have no picture: they are heard, never asked.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAreChecked } from '#app/language/checked.ts'
import { useWords } from '#app/language/language-context.tsx'
import { BoardTiles, PICTURES } from '#app/screens/talk/board-tiles.tsx'
import { KEYS_OF_BOARD } from '#app/screens/talk/keys-read.ts'
import { ShownBoard } from '#app/screens/talk/shown-board.tsx'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { useReader, useTheirLanguage } from '#app/screens/talk/their-language.ts'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { keepSearch, NO_SEARCH } from '#app/screens/services/kept-search.ts'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Facing } from '#app/ui/facing.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { BoardAnswers } from '#domain/talk/answers.ts'
import { BOARD_NEEDS, type BoardNeed, needOfTile } from '#domain/talk/board.ts'

export const NeedsBoard = () => {
  const t = useWords('talk')
  const reader = useReader()
  const isChosen = useTheirLanguage() !== undefined
  const isChecked = useAreChecked()(reader.id, KEYS_OF_BOARD)
  const [isShown, setShown] = useState(false)
  const [answers, setAnswers] = useState<BoardAnswers>({})
  const isPointedAt = (need: BoardNeed) => answers[need] === 'yes'
  const answer = (need: BoardNeed, said: string | undefined) => setAnswers({ ...answers, [need]: said })
  const toggle = (need: BoardNeed) => answer(need, isPointedAt(need) ? undefined : 'yes')
  /** To the next person, who must not find what the one before pointed at. */
  const turn = () => {
    setAnswers({})
    setShown(true)
  }
  return (
    <Page
      title={t('title')}
      back="/talk"
      footer={
        <Button variant="primary" icon="turn" isWide onClick={turn}>
          {t('show')}
        </Button>
      }
    >
      <h2>{t('board.title')}</h2>
      {isChosen ? <Unchecked isChecked={isChecked} /> : <TheirLanguage />}
      <Pointed answers={answers} />
      <BoardTiles theirs={reader} isChosen={isPointedAt} onTap={toggle} />
      <Facing
        label={t('board.title')}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={t('turn')}
        holdLabel={t('holdToGoBack')}
      >
        <ShownBoard theirs={reader} answers={answers} onAnswer={answer} />
        <Unchecked isChecked={isChecked} />
      </Facing>
    </Page>
  )
}

/** For the worker: where each need can be met. Who does not know whether they are safe is taken aside like who is not. */
const Pointed = ({ answers }: { answers: BoardAnswers }) => {
  const t = useWords('talk')
  const p = useWords('phrases')
  const { desk } = usePhoneView()
  const navigate = useNavigate()
  const needs = BOARD_NEEDS.filter((need) => answers[need] === 'yes' || answers[need] === 'unknown')
  const places = needs.filter((need) => need !== 'not_safe')
  const find = (tile: BoardNeed) => {
    keepSearch({ ...NO_SEARCH, need: needOfTile(tile) }, desk)
    void navigate('/services')
  }
  if (needs.length === 0) return null
  return (
    <Section title={t('board.pointed')}>
      {needs.includes('not_safe') && (
        <Notice
          tone="needs-you"
          title={t('board.aside')}
          actions={<ButtonLink href="/talk/cards/talk_in_private">{p('cards.talk_in_private')}</ButtonLink>}
        >
          <p>{t('board.asideHow')}</p>
        </Notice>
      )}
      {places.length > 0 && (
        <List>
          {places.map((need) => (
            <Row
              key={need}
              icon={PICTURES[need]}
              title={t(`board.tiles.${need}`)}
              detail={answers[need] === 'unknown' ? p('answers.unknown') : t('board.findService')}
              onTap={() => find(need)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
