import type { Theirs } from '#app/screens/talk/their-language.ts'

/** What every way of answering is given. */
export type AnswerProps = {
  theirs: Theirs
  answer: readonly string[]
  onAnswer: (answer: readonly string[]) => void
}
