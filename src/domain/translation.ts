// Why a translation cannot be taken: it would lose a value, carry markup, or turn the text around it. The same check
// stands before the words we ship and before those a translator corrects.
import { accept, refuse, type Result } from '#domain/result.ts'

export type TranslationFlaw =
  | { kind: 'empty' }
  | { kind: 'placeholder-missing'; mark: string }
  | { kind: 'placeholder-extra'; mark: string }
  | { kind: 'markup'; mark: string }
  | { kind: 'invisible'; mark: string }

type Translation = {
  original: string
  text: string
  /** A plural form other than `other` may say its number in words. */
  mayOmitCount?: boolean
}

const PLACEHOLDER = /\{\{[^{}]*\}\}/g
/** Where a part of the screen stands within the sentence: `<organisation/>`. */
const SLOT = /<\w+\s*\/>/g
const MARKUP = /<[^>]*>?|>|&#?\w+;|\$t\(|\{\{?|\}\}?|\[[^\]]*\]\([^)]*\)/
/** Marks, embeddings, overrides and isolates of direction, and what is not text at all. The joiners are spelling. */
const INVISIBLE = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u

/** Accepts it as one line: a line break of a wide field is no part of the words, and could not be packed. */
export const checkTranslation = ({
  original,
  text,
  mayOmitCount = false
}: Translation): Result<string, TranslationFlaw> => {
  if (text.trim() === '') return refuse({ kind: 'empty' })
  const invisible = INVISIBLE.exec(text)?.[0]
  if (invisible !== undefined) return refuse({ kind: 'invisible', mark: nameOf(invisible) })
  const [wanted, given] = [marksOf(original), marksOf(text)]
  const missing = without(wanted, given).find((mark) => !(mayOmitCount && isCount(mark)))
  if (missing !== undefined) return refuse({ kind: 'placeholder-missing', mark: missing })
  const extra = without(given, wanted)[0]
  if (extra !== undefined) return refuse({ kind: extra.startsWith('<') ? 'markup' : 'placeholder-extra', mark: extra })
  const markup = MARKUP.exec(text.replace(PLACEHOLDER, '').replace(SLOT, ''))?.[0]
  return markup === undefined ? accept(inOneLine(text)) : refuse({ kind: 'markup', mark: markup })
}

export const inOneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' ')

/** The parts of a text that stand for something else: its placeholders and slots. */
export const marksOf = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER), ...text.matchAll(SLOT)].map(([mark]) => mark.replaceAll(/\s/g, ''))

/** What is left of `marks` when each of `others` has taken one of its kind. */
const without = (marks: readonly string[], others: readonly string[]): string[] => {
  const left = [...others]
  return marks.filter((mark) => {
    const at = left.indexOf(mark)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const isCount = (mark: string): boolean => /^\{\{count[,}]/.test(mark)

const nameOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`
