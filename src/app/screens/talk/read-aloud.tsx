// Words that a person says yes or no to: in the worker's language to be said aloud and, where one is chosen for the person, in
// theirs to be read, beside them and turned. What nobody has checked waits for an interpreter.
import { type ReactNode, useState } from 'react'
import { useAreChecked } from '#app/language/checked.ts'
import { InLanguage } from '#app/language/in-language.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { ConfirmInterpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { useTheirLanguage } from '#app/screens/talk/their-language.ts'
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
  const language = useTheirLanguage()
  return (
    <>
      <blockquote className={styles.aloud}>{children}</blockquote>
      {language === undefined ? (
        <TheirLanguage />
      ) : (
        toPerson !== null && (
          <InTheirs key={language} language={language} keys={keys} toPerson={toPerson}>
            {children}
          </InTheirs>
        )
      )}
    </>
  )
}

const InTheirs = ({ language, keys, children, toPerson }: ReadAloudProps & { language: InterfaceLanguage }) => {
  const t = useWords('talk')
  const { isShared } = useLanguage()
  const isChecked = useAreChecked()(language, keys)
  const interpreter = useInterpreter(!isChecked, language)
  const [isShown, setShown] = useState(false)
  if (!interpreter.isDone)
    return <ConfirmInterpreter interpreter={interpreter} language={t(`codes:languages.${language}`)} />
  // What the worker says aloud is then what the person reads.
  const isThereAlready = isShared && toPerson === children
  return (
    <>
      {isThereAlready ? (
        <Unchecked isChecked={isChecked} />
      ) : (
        <div className={styles.card}>
          <InLanguage language={language} className={styles.heard}>
            {toPerson}
          </InLanguage>
          <Unchecked isChecked={isChecked} />
        </div>
      )}
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
        <Turned language={language} isChecked={isChecked} toPerson={toPerson}>
          {children}
        </Turned>
      </Facing>
    </>
  )
}

type TurnedProps = Omit<ReadAloudProps, 'keys'> & { language: InterfaceLanguage; isChecked: boolean }

/** Theirs large, the worker's small. */
export const Turned = ({ language, isChecked, children, toPerson }: TurnedProps) => {
  const { language: mine } = useLanguage()
  return (
    <>
      <InLanguage language={language} className={styles.shown}>
        {toPerson}
      </InLanguage>
      {language !== mine && <div className={styles.small}>{children}</div>}
      <Unchecked isChecked={isChecked} />
    </>
  )
}
