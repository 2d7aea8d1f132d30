// A small button of the header with a short word in a language of its own; its full meaning is heard with it.
import type { ButtonHTMLAttributes } from 'react'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import styles from '#app/ui/word-button.module.css'

type WordButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'lang' | 'dir'> & {
  word: string
  lang: string
  dir: 'ltr' | 'rtl'
  label: string
}

export const WordButton = ({ word, lang, dir, label, ...rest }: WordButtonProps) => (
  <button type="button" className={styles.button} title={label} {...rest}>
    <span className={styles.word} lang={lang} dir={dir}>
      {word}
    </span>
    <VisuallyHidden>{label}</VisuallyHidden>
  </button>
)
