// Which language the person reads, and the way to let them point at it.
import { useWords } from '#app/language/language-context.tsx'
import { PointHere } from '#app/screens/talk/point-here.tsx'
import { useTheirs } from '#app/screens/talk/their-language.ts'
import styles from '#app/screens/talk/talk.module.css'

export const TheirLanguage = () => {
  const t = useWords('talk')
  const theirs = useTheirs()
  return (
    <section className={styles.theirs} aria-label={t('theirLanguage')}>
      {theirs ? (
        <p className={styles.theirName}>
          <span className={styles.quiet}>{t('theirLanguage')}</span>
          <span {...theirs.attributes}>{theirs.name}</span>
          <span className={styles.quiet}>{t(`codes:languages.${theirs.id}`)}</span>
        </p>
      ) : (
        <p>{t('noLanguage')}</p>
      )}
      <PointHere variant={theirs ? 'secondary' : 'primary'} />
    </section>
  )
}
