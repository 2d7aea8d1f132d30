// What the person answered, in the worker's words.
import type { useWords } from '#app/language/language-context.tsx'
import type { AnswerWay } from '#domain/talk/phrases.ts'
import { BODY_PARTS, type BodyPart, PLAIN_ANSWERS, type PlainAnswer } from '#domain/talk/answers.ts'

type Words = ReturnType<typeof useWords<'phrases'>>

export const answerWords = (t: Words, way: AnswerWay | undefined, answer: readonly string[]): readonly string[] => {
  switch (way) {
    case 'yes_no':
    case 'woman_or_man':
      return answer.filter(isPlain).map((code) => t(`answers.${code}`))
    case 'body':
      return answer.filter(isBodyPart).map((part) => t(`body.${part}`))
    case 'number':
    case 'size':
      return answer
    case 'languages':
    case undefined:
      return []
  }
}

const isPlain = (code: string): code is PlainAnswer => (PLAIN_ANSWERS as readonly string[]).includes(code)

const isBodyPart = (code: string): code is BodyPart => (BODY_PARTS as readonly string[]).includes(code)
