// Words that could harm and that nobody has checked wait for an interpreter. Confirmed once a language, until the app closes.
import { useState } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type Interpreter = { readonly isDone: boolean; readonly confirm: () => void }

/** The language an interpreter was last said to stand by for. */
let interpretedLanguage: string | undefined

/** `isNeeded`: the words are of the kind that can harm, and not checked. */
export const useInterpreter = (isNeeded: boolean): Interpreter => {
  const { theirs } = useLanguage()
  const [interpreted, setInterpreted] = useState(interpretedLanguage)
  return {
    isDone: !isNeeded || interpreted === theirs,
    confirm: () => {
      interpretedLanguage = theirs
      setInterpreted(theirs)
    }
  }
}

export const ConfirmInterpreter = ({ interpreter, language }: { interpreter: Interpreter; language: string }) => {
  const t = useWords('talk')
  if (interpreter.isDone) return null
  return (
    <Notice
      tone="needs-you"
      title={t('care.interpreterTitle', { language })}
      actions={<Button onClick={interpreter.confirm}>{t('care.interpreterYes')}</Button>}
    >
      <p>{t('care.interpreterWhy')}</p>
      <p>{t('care.neverChild')}</p>
    </Notice>
  )
}
