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
  /** `screen:key` of every text the person reads. */
  keys: readonly string[]
  /** A paragraph a sentence. */
  children: ReactNode
  /** What the person reads where the children speak of them; null while there is nothing yet to say yes or no to. */
  toPerson?: ReactNode
}

/** Where the children speak to the person already, they are drawn once more, in their language. */
export const ReadAloud = ({ keys, children, toPerson = children }: ReadAloudProps) => {
  const { theirs } = useLanguage()
  return (
    <>
      <blockquote className={styles.aloud}>{children}</blockquote>
      {theirs === undefined ? (
        <TheirLanguage />
      ) : (
        toPerson !== null && (
          <InTheirs key={theirs} language={theirs} keys={keys} toPerson={toPerson}>
            {children}
          </InTheirs>
        )
      )}
    </>
  )
}

const InTheirs = ({ language, keys, children, toPerson }: ReadAloudProps & { language: InterfaceLanguage }) => {
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
          {toPerson}
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
          {toPerson}
        </InLanguage>
        <div className={styles.small}>{children}</div>
      </Facing>
    </>
  )
}
