// What the person answered, in the worker's words.
import type { useWords } from '#app/language/language-context.tsx'
import type { AnswerWay } from '#domain/talk/phrases.ts'
import { BODY_PARTS, type BodyPart, PLAIN_ANSWERS, type PlainAnswer } from '#domain/talk/answers.ts'

type Words = ReturnType<typeof useWords<'phrases'>>

export const answerWords = (t: Words, way: AnswerWay | undefined, answer: readonly string[]): readonly string[] => {
  if (way === undefined || way === 'languages') return []
  return answer.map((code) => {
    if (isPlain(code)) return t(`answers.${code}`)
    return isBodyPart(code) ? t(`body.${code}`) : code
  })
}

const isPlain = (code: string): code is PlainAnswer => (PLAIN_ANSWERS as readonly string[]).includes(code)

const isBodyPart = (code: string): code is BodyPart => (BODY_PARTS as readonly string[]).includes(code)
