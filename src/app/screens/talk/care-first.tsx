// What a worker makes sure of before a card is shown: that nobody else reads along, then that words nobody has checked are
// said by an interpreter.
import { useState } from 'react'
import { useAreChecked } from '#app/language/checked.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { ConfirmInterpreter, type Interpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import { keysOfCard } from '#app/screens/talk/keys-read.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { isNeverThroughChild, needsInterpreter, phraseOf, type PhraseId } from '#domain/talk/phrases.ts'

export type Care = {
  readonly asksPrivacy: boolean
  readonly confirmPrivacy: () => void
  /** Who stands around the next time is not known. */
  readonly forgetPrivacy: () => void
  readonly interpreter: Interpreter
  /** The words may be shown. */
  readonly isDone: boolean
  readonly isChecked: boolean
  readonly isNeverThroughChild: boolean
}

export const useCare = (id: PhraseId): Care => {
  const { theirs, language } = useLanguage()
  const reads = theirs ?? language
  const [isPrivate, setPrivate] = useState(false)
  const phrase = phraseOf(id)
  const areChecked = useAreChecked()
  const isChecked = areChecked(reads, keysOfCard(id))
  const interpreter = useInterpreter(needsInterpreter(phrase, isChecked), reads)
  const asksPrivacy = phrase.isPrivate === true && !isPrivate
  return {
    asksPrivacy,
    confirmPrivacy: () => setPrivate(true),
    forgetPrivacy: () => setPrivate(false),
    interpreter,
    isDone: !asksPrivacy && interpreter.isDone,
    isChecked,
    isNeverThroughChild: isNeverThroughChild(phrase)
  }
}

export const CareFirst = ({ care, language }: { care: Care; language: string }) => {
  const t = useWords('talk')
  if (care.asksPrivacy) return <ConfirmPrivacy onConfirm={care.confirmPrivacy} />
  if (!care.interpreter.isDone) return <ConfirmInterpreter interpreter={care.interpreter} language={language} />
  return care.isNeverThroughChild && <Notice tone="info">{t('care.neverChild')}</Notice>
}

export const ConfirmPrivacy = ({ onConfirm }: { onConfirm: () => void }) => {
  const t = useWords('talk')
  return (
    <Notice
      tone="needs-you"
      title={t('care.privateTitle')}
      actions={<Button onClick={onConfirm}>{t('care.privateYes')}</Button>}
    >
      <p>{t('care.privateWhy')}</p>
      <p>{t('care.neverChild')}</p>
    </Notice>
  )
}
