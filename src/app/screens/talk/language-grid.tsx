// Every language by its own name in its own letters, to be pointed at.
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/talk/tiles.module.css'
import { Icon } from '#app/ui/icon.tsx'
import { SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import type { SpokenLanguage } from '#domain/records/interpretation.ts'

export const LanguageGrid = ({ onPoint }: { onPoint: (language: SpokenLanguage) => void }) => {
  const t = useWords('talk')
  const labels = useLabels()
  return (
    <div className={styles.languages}>
      {SPOKEN_LANGUAGES.map((id) => {
        const { native, lang, dir, mine } = labels.language(id)
        return (
          <button key={id} type="button" className={styles.language} onClick={() => onPoint(id)}>
            <span lang={lang} dir={dir}>
              {native}
            </span>
            {mine !== native && <span className={styles.quiet}>{mine}</span>}
          </button>
        )
      })}
      <button type="button" className={styles.language} onClick={() => onPoint('other')}>
        <Icon name="answerUnknown" size="picture" />
        <span className={styles.quiet}>{t('anotherLanguage')}</span>
      </button>
    </div>
  )
}
