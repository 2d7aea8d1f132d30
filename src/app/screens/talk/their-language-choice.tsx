// Which language the person reads, and the way to let them point at it.
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { PointHere } from '#app/screens/talk/point-here.tsx'
import { useReader, useTheirLanguage } from '#app/screens/talk/their-language.ts'
import styles from '#app/screens/talk/talk.module.css'

export const TheirLanguage = () => {
  const t = useWords('talk')
  const { language } = useLanguage()
  const reader = useReader()
  const isChosen = useTheirLanguage() !== undefined
  return (
    <section className={styles.theirs} aria-label={t('theirLanguage')}>
      {isChosen ? (
        <p className={styles.theirName}>
          <span className={styles.quiet}>{t('theirLanguage')}</span>
          <span {...reader.attributes}>{reader.name}</span>
          {reader.id !== language && <span className={styles.quiet}>{t(`codes:languages.${reader.id}`)}</span>}
        </p>
      ) : (
        <p>{t('noLanguage')}</p>
      )}
      <PointHere variant={isChosen ? 'secondary' : 'primary'} />
    </section>
  )
}
