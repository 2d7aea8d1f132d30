// One answer of an arrival, given anew. What comes in while the sheet is open stands beside it and is not written over.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { QuestionField } from '#app/form/question-field.tsx'
import { recentCodes } from '#app/form/recent-codes.ts'
import { useTooManyWords } from '#app/form/too-many-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SharedValue } from '#domain/code.ts'
import type { Answer } from '#domain/form/answers.ts'
import type { Form, SharedQuestion } from '#domain/form/form.ts'
import { findTooMany, type TooMany, WHY_CHANGED, type WhyChanged } from '#domain/records/arrival.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** `seen`: the record as it was when the sheet was opened. */
type CorrectAnswerProps = { seen: MergedRecord; form: Form; question: SharedQuestion; onClose: () => void }

export const CorrectAnswer = ({ seen, form, question, onClose }: CorrectAnswerProps) => {
  const t = useWords('record')
  const report = useWords('report')
  const desk = useDesk()
  const [answer, setAnswer] = useState<Answer | undefined>(seen.fields[question.name])
  const [why, setWhy] = useState<WhyChanged>('mistake')
  const [isFull, setFull] = useState(false)
  const [tooMany, setTooMany] = useState<TooMany>()
  const tooManyWords = useTooManyWords()
  const isAnew = seen.fields[question.name] !== undefined
  const value = answer ?? EMPTY[question.type]

  const save = async () => {
    if (value === undefined) return onClose()
    const wrong = findTooMany(form, { ...seen.fields, [question.name]: value }, question.name)
    setTooMany(wrong)
    if (wrong !== undefined) return
    const saved = await desk.correct(seen, { form, name: question.name, value, ...(isAnew && { why }) })
    if (saved.ok) onClose()
    else setFull(saved.refusal === 'phone_full')
  }

  return (
    <SaveSheet title={t('changeTitle')} isFull={isFull} onClose={onClose} onSave={() => void save()}>
      {tooMany && <Notice isDense tone="needs-you" role="alert" title={tooManyWords(tooMany)} />}
      <QuestionField
        question={question}
        answer={answer}
        onAnswer={setAnswer}
        order={({ name }) => (question.type === 'counter' ? [] : recentCodes(desk.records(), name, question.choices))}
      />
      {isAnew && (
        <ChooseOne
          label={report('why.label')}
          options={WHY_CHANGED.map((code) => ({ value: code, label: report(`why.${code}`) }))}
          value={why}
          onChange={(chosen) => chosen && setWhy(chosen)}
        />
      )}
    </SaveSheet>
  )
}

/** What an emptied answer says. One choice cannot be emptied. */
const EMPTY = { counter: 0, choose_many: [], choose_one: undefined } satisfies Record<
  SharedQuestion['type'],
  SharedValue | undefined
>
