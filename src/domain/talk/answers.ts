// What a person can point at. Nothing of it is kept: it is said to the worker and gone.
import type { BoardNeed } from '#domain/talk/board.ts'

/** Open to everybody, whatever is asked. */
export const UNSAID_ANSWERS = ['unknown', 'unwilling'] as const
export const YES_NO_ANSWERS = ['yes', 'no', ...UNSAID_ANSWERS] as const
export const BOARD_ANSWERS = ['yes', 'no', 'unknown'] as const
export const WOMAN_OR_MAN = ['woman', 'man', 'either'] as const
export const PLAIN_ANSWERS = [...YES_NO_ANSWERS, ...WOMAN_OR_MAN] as const
export type PlainAnswer = (typeof PLAIN_ANSWERS)[number]

/** What was answered to each picture of the needs board. */
export type BoardAnswers = Partial<Record<BoardNeed, string | undefined>>

export const BODY_PARTS = [
  'head',
  'eyes',
  'teeth',
  'throat',
  'chest',
  'belly',
  'upper_back',
  'lower_back',
  'arm',
  'hand',
  'leg',
  'foot',
  'everywhere'
] as const
export type BodyPart = (typeof BODY_PARTS)[number]

export const CLOTHES_SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const
/** European sizes of shoes: children's, then grown people's. */
export const CHILD_SHOES = [22, 24, 26, 28, 30, 32, 34] as const
export const ADULT_SHOES = [36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46] as const
