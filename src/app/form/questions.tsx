// The questions of one part of a form that are asked now: neighbouring counters side by side, the rest below each other.
import type { ReactNode } from 'react'
import { QuestionField } from '#app/form/question-field.tsx'
import { CounterTiles } from '#app/ui/counter-tile.tsx'
import { type Answer, type Answers, isRelevant } from '#domain/form/answers.ts'
import type { Form, Question } from '#domain/form/form.ts'

type QuestionsProps = {
  form: Form
  place: Question['place']
  answers: Answers
  onAnswer: (name: string, answer: Answer | undefined) => void
  order: (question: Question) => readonly string[]
}

export const Questions = ({ form, place, answers, onAnswer, order }: QuestionsProps) => {
  const asked = form.questions.filter((question) => question.place === place && isRelevant(question, answers))
  const field = (question: Question): ReactNode => (
    <QuestionField
      key={question.name}
      question={question}
      answer={answers[question.name]}
      onAnswer={(answer) => onAnswer(question.name, answer)}
      order={order}
    />
  )
  return asked.map((question, at) => {
    if (question.type !== 'counter') return field(question)
    if (asked[at - 1]?.type === 'counter') return null
    const end = asked.findIndex(({ type }, later) => later > at && type !== 'counter')
    const counters = asked.slice(at, end === -1 ? undefined : end)
    return <CounterTiles key={question.name}>{counters.map(field)}</CounterTiles>
  })
}
