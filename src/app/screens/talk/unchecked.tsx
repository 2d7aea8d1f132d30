// Says that no speaker of the language has checked the words yet.
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export const Unchecked = ({ isChecked }: { isChecked: boolean }) => {
  const t = useWords('talk')
  if (isChecked) return null
  return (
    <p className={styles.unchecked}>
      <Icon name="alert" />
      <span>{t('notChecked')}</span>
    </p>
  )
}

/** The same behind words in a list. */
export const UncheckedMark = ({ isChecked }: { isChecked: boolean }) => {
  const t = useWords('talk')
  if (isChecked) return null
  return (
    <span className={styles.uncheckedMark}>
      <Icon name="alert" />
      <VisuallyHidden>{t('notChecked')}</VisuallyHidden>
    </span>
  )
}
