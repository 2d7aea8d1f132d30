// Words that could harm and that nobody has checked wait for an interpreter. Confirmed once a
// language and a talk.
import { useSyncExternalStore } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { followInterpreter, interpreterSaid, sayInterpreter } from '#app/screens/talk/interpreter-said.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { standsBy } from '#domain/talk/standing-by.ts'

export type Interpreter = { readonly isDone: boolean; readonly confirm: () => void }

/** `isNeeded`: the words are of the kind that can harm, and not checked. `reads`: another language than the person's own. */
export const useInterpreter = (isNeeded: boolean, reads?: InterfaceLanguage): Interpreter => {
  const { theirs } = useLanguage()
  const language = reads ?? theirs
  const now = useClock()
  const said = useSyncExternalStore(followInterpreter, interpreterSaid, interpreterSaid)
  return {
    isDone: !isNeeded || standsBy(said, language, now()),
    confirm: () => {
      if (language !== undefined) sayInterpreter({ language, at: now() })
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
