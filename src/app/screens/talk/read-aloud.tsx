// Words that a person says yes or no to: in the worker's language to be said aloud and, where one is chosen for the person, in
// theirs to be read, beside them and turned. What nobody has checked waits for an interpreter.
import { type ReactNode, useState } from 'react'
import { useAreChecked } from '#app/language/checked.ts'
import { InLanguage, useLanguagesHere } from '#app/language/in-language.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { ConfirmInterpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facing } from '#app/ui/facing.tsx'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

type ReadAloudProps = {
  /** `screen:key` of every text the words are made of. */
  keys: readonly string[]
  /** A paragraph a sentence; drawn once more in the person's language. */
  children: ReactNode
}

export const ReadAloud = ({ keys, children }: ReadAloudProps) => {
  const { theirs } = useLanguage()
  return (
    <>
      <blockquote className={styles.aloud}>{children}</blockquote>
      {theirs === undefined ? (
        <TheirLanguage />
      ) : (
        <InTheirs key={theirs} language={theirs} keys={keys}>
          {children}
        </InTheirs>
      )}
    </>
  )
}

const InTheirs = ({ language, keys, children }: ReadAloudProps & { language: InterfaceLanguage }) => {
  const t = useWords('talk')
  const isChecked = useAreChecked()(language, keys)
  const interpreter = useInterpreter(!isChecked)
  const [isShown, setShown] = useState(false)
  const isHere = useLanguagesHere([language])?.includes(language)
  if (!isHere) return null
  if (!interpreter.isDone)
    return <ConfirmInterpreter interpreter={interpreter} language={t(`codes:languages.${language}`)} />
  return (
    <>
      <div className={styles.card}>
        <InLanguage language={language} className={styles.heard}>
          {children}
        </InLanguage>
        <Unchecked isChecked={isChecked} />
      </div>
      <Button icon="turn" isWide onClick={() => setShown(true)}>
        {t('show')}
      </Button>
      <Facing
        label={t('show')}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={t('turn')}
        holdLabel={t('holdToGoBack')}
      >
        <InLanguage language={language} className={styles.shown}>
          {children}
        </InLanguage>
        <div className={styles.small}>{children}</div>
      </Facing>
    </>
  )
}
