// The pictures of the needs board, each with both languages' words. Danger stands apart.
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import type { Theirs } from '#app/screens/talk/their-language.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { BOARD_NEEDS, type BoardNeed } from '#domain/talk/board.ts'

export const PICTURES: Record<BoardNeed, IconName> = {
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

type BoardTilesProps = {
  theirs: Theirs
  isChosen: (need: BoardNeed) => boolean
  onTap: (need: BoardNeed) => void
}

export const BoardTiles = ({ theirs, isChosen, onTap }: BoardTilesProps) => {
  const t = useWords('talk')
  const { language } = useLanguage()
  const isShared = theirs.id === language
  return (
    <div className={styles.board} role="group" aria-label={t('board.title')}>
      {BOARD_NEEDS.map((need) => (
        <button
          key={need}
          type="button"
          className={styles.tile}
          data-apart={need === 'not_safe' || undefined}
          aria-pressed={isChosen(need)}
          onClick={() => onTap(need)}
        >
          <Icon name={PICTURES[need]} size="picture" />
          {!isShared && (
            <span className={styles.tileWord} {...theirs.attributes}>
              {theirs.tile(need)}
            </span>
          )}
          <span className={isShared ? styles.tileWord : styles.quiet}>{t(`board.tiles.${need}`)}</span>
        </button>
      ))}
    </div>
  )
}
