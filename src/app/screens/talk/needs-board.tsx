// The needs board: pictures a person can point at, each with both languages' words. Danger stands apart and says no more
// than "I am not safe"; violence and trafficking have no picture: they are heard, never asked.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAreChecked } from '#app/language/checked.ts'
import { useWords } from '#app/language/language-context.tsx'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { type Theirs, useTheirs } from '#app/screens/talk/their-language.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { keepSearch, NO_SEARCH } from '#app/screens/services/kept-search.ts'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Facing } from '#app/ui/facing.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BOARD_NEEDS, type BoardNeed, needOfTile } from '#domain/talk/board.ts'

const PICTURES: Record<BoardNeed, IconName> = {
  doctor: 'medical',
  medicine: 'medicine',
  food: 'food',
  water: 'water',
  sleep: 'bed',
  warm_clothes: 'clothes',
  shoes: 'shoes',
  shower: 'wash',
  baby: 'baby',
  phone: 'charge',
  family_missing: 'search',
  papers: 'papers',
  someone_to_talk: 'speech',
  not_safe: 'hands'
}

const TILE_KEYS = BOARD_NEEDS.map((need) => `talk:board.tiles.${need}`)

export const NeedsBoard = () => {
  const t = useWords('talk')
  const theirs = useTheirs()
  const areChecked = useAreChecked()
  const [isShown, setShown] = useState(false)
  const [chosen, setChosen] = useState<readonly BoardNeed[]>([])
  const toggle = (need: BoardNeed) =>
    setChosen(chosen.includes(need) ? chosen.filter((other) => other !== need) : [...chosen, need])
  return (
    <Page
      title={t('title')}
      back="/talk"
      footer={
        <Button variant="primary" icon="turn" isWide onClick={() => setShown(true)}>
          {t('show')}
        </Button>
      }
    >
      <h2>{t('board.title')}</h2>
      {theirs === undefined ? <TheirLanguage /> : <Unchecked isChecked={areChecked(theirs.id, TILE_KEYS)} />}
      {chosen.length > 0 && <Pointed needs={chosen} />}
      <Tiles theirs={theirs} chosen={chosen} onTap={toggle} />
      <Facing
        label={t('board.title')}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={t('turn')}
        holdLabel={t('holdToGoBack')}
      >
        <Tiles theirs={theirs} chosen={chosen} onTap={toggle} />
      </Facing>
    </Page>
  )
}

/** For the worker: where each need can be met. */
const Pointed = ({ needs }: { needs: readonly BoardNeed[] }) => {
  const t = useWords('talk')
  const p = useWords('phrases')
  const { desk } = usePhoneView()
  const navigate = useNavigate()
  const places = needs.filter((need) => need !== 'not_safe')
  const find = (tile: BoardNeed) => {
    keepSearch({ ...NO_SEARCH, need: needOfTile(tile) }, desk)
    void navigate('/services')
  }
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
              detail={t('board.findService')}
              onTap={() => find(need)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

type TilesProps = { theirs: Theirs | undefined; chosen: readonly BoardNeed[]; onTap: (need: BoardNeed) => void }

const Tiles = ({ theirs, chosen, onTap }: TilesProps) => {
  const t = useWords('talk')
  return (
    <div className={styles.board} role="group" aria-label={t('board.title')}>
      {BOARD_NEEDS.map((need) => (
        <button
          key={need}
          type="button"
          className={styles.tile}
          data-apart={need === 'not_safe' || undefined}
          aria-pressed={chosen.includes(need)}
          onClick={() => onTap(need)}
        >
          <Icon name={PICTURES[need]} size="picture" />
          {theirs && (
            <span className={styles.tileWord} {...theirs.attributes}>
              {theirs.tile(need)}
            </span>
          )}
          <span className={theirs ? styles.quiet : styles.tileWord}>{t(`board.tiles.${need}`)}</span>
        </button>
      ))}
    </div>
  )
}
