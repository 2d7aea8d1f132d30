// Every text the person reads when something is shown to them: all of them are to be checked before it is called checked.
import { BODY_PARTS, BOARD_ANSWERS, UNSAID_ANSWERS, WOMAN_OR_MAN, YES_NO_ANSWERS } from '#domain/talk/answers.ts'
import { BOARD_NEEDS } from '#domain/talk/board.ts'
import { type AnswerWay, phraseOf, type PhraseId } from '#domain/talk/phrases.ts'

const answers = (codes: readonly string[]): string[] => codes.map((code) => `phrases:answers.${code}`)

const UNSAID = answers(UNSAID_ANSWERS)

/** Numbers, and languages by their own names, have no words. */
const BY_WAY: Record<AnswerWay, readonly string[]> = {
  yes_no: answers(YES_NO_ANSWERS),
  woman_or_man: answers(WOMAN_OR_MAN),
  number: UNSAID,
  body: [...UNSAID, ...['front', 'back', ...BODY_PARTS].map((part) => `phrases:body.${part}`)],
  size: [...UNSAID, ...['clothes', 'shoes', 'child', 'adult'].map((name) => `phrases:sizes.${name}`)],
  languages: []
}

export const keysOfCard = (id: PhraseId): readonly string[] => {
  const { answer } = phraseOf(id)
  return [`phrases:cards.${id}`, ...(answer === undefined ? [] : BY_WAY[answer])]
}

export const KEYS_OF_BOARD: readonly string[] = [
  ...BOARD_NEEDS.map((need) => `talk:board.tiles.${need}`),
  ...answers(BOARD_ANSWERS)
]
