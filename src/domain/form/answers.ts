// What a worker has entered so far, which questions that makes relevant, and whether it can be saved.
import * as z from 'zod/mini'
import { codesOf } from '#domain/form/choices.ts'
import { type Condition, type Form, type Question } from '#domain/form/form.ts'
import { COUNT_LIMIT, FieldName } from '#domain/code.ts'

/** A counter's number, one code, several codes, or words. A question left open has no entry. */
export const Answer = z.union([z.int(), z.string(), z.array(z.string())])
export type Answer = z.infer<typeof Answer>
export const Answers = z.record(FieldName, Answer)
export type Answers = Readonly<Record<string, Answer>>

export const countOf = (answers: Answers, name: string): number => {
  const answer = answers[name]
  return typeof answer === 'number' ? answer : 0
}

export const peopleIn = (form: Form, answers: Answers): number =>
  form.people.reduce((sum, name) => sum + countOf(answers, name), 0)

export const isRelevant = (question: Question, answers: Answers): boolean =>
  (question.when ?? []).every((condition) => holds(condition, answers))

/** Answers to questions that are (still) asked: what a hidden question once held is not part of the record. */
export const relevantAnswers = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    form.questions
      .filter((question) => isRelevant(question, answers) && answers[question.name] !== undefined)
      .map((question) => [question.name, answers[question.name] as Answer])
  )

/** True when the answer is one the question can have: a count in range, codes of its own list, or words. */
export const fits = (question: Question, answer: Answer): boolean => {
  switch (question.type) {
    case 'counter':
      return Number.isInteger(answer) && (answer as number) >= 0 && (answer as number) <= COUNT_LIMIT
    case 'choose_one':
      return typeof answer === 'string' && codesOf(question.choices).includes(answer)
    case 'choose_many':
      return Array.isArray(answer) && answer.every((code) => codesOf(question.choices).includes(code))
    case 'text':
      return typeof answer === 'string'
  }
}

const holds = (condition: Condition, answers: Answers): boolean => {
  if ('sum' in condition) {
    const sum = condition.sum.reduce((total, name) => total + countOf(answers, name), 0)
    return sum >= (condition.atLeast ?? -Infinity) && sum <= (condition.atMost ?? Infinity)
  }
  const answer = answers[condition.question]
  const given = Array.isArray(answer) ? answer : [answer]
  return condition.isOneOf.some((code) => given.includes(code))
}
