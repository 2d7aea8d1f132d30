// What a translator says to the team, how it is held against the English, what a language shows in place of its own texts, and how each text of a
// language stands at the translator's desk.
import * as z from 'zod/mini'
import type { PlannedLanguage } from '#domain/codes/languages.ts'
import { latinToCyrillic } from '#domain/serbian-script.ts'
import { isPhrase, phraseOfKey } from '#domain/talk/phrases.ts'
import { checkText, originalOf, type Words } from '#domain/texts.ts'
import { Recording, recordingId, versions, Wording, wordingId, writtenAs } from '#domain/wording.ts'

/** Takes one of the two back. */
export const TakenBack = z.object({
  kind: z.literal('taken_back'),
  id: z.string().check(z.regex(/^(wording|recording) [A-Za-z-]{2,7}\/[A-Za-z0-9_.:-]{1,91}$/)),
  ...versions
})
export type TakenBack = z.infer<typeof TakenBack>

export const Correction = z.union([Wording, Recording, TakenBack])
export type Correction = z.infer<typeof Correction>

/** Names that objects have before any text is laid in them. Refused here: what was kept before goes on being read. */
const OF_EVERY_OBJECT = /[:.](__proto__|constructor|prototype)(\.|$)/

/** Whether it may reach phones. Each phone holds a text against its own English once more. */
export const isFit = (correction: Correction): boolean => {
  switch (correction.kind) {
    case 'wording': {
      const { id, language, key, english, text } = correction
      return id === wordingId(language, key) && !OF_EVERY_OBJECT.test(key) && checkText(key, english, text).ok
    }
    case 'recording':
      return correction.id === recordingId(correction.language, correction.card) && isPhrase(correction.card)
    case 'taken_back':
      return true
  }
}

/** What a language shows in place of its own texts, by key: of corrections, those written for the English there is now. */
export const standingWords = (
  language: PlannedLanguage,
  english: Words,
  wordings: readonly Wording[]
): Map<string, Wording> =>
  new Map(
    wordings
      .filter(
        (wording) =>
          wording.language === writtenAs(language) &&
          wording.english === originalOf(english, wording.key) &&
          isFit(wording)
      )
      .map((wording) => [wording.key, language === 'sr-Cyrl' ? inCyrillic(wording) : wording])
  )

const inCyrillic = (wording: Wording): Wording => ({ ...wording, text: latinToCyrillic(wording.text) })

/** What somebody read aloud for a recording. */
export type Spoken = Pick<Recording, 'english' | 'text'>

/** What stands in a language now. The English is undefined where it is not known. */
type Standing = { readonly language: PlannedLanguage; readonly english: string | undefined; readonly text: string }

/** Whether a recording says what stands. One of before, which does not tell what was read, may be played. */
export const saysWhatStands = (spoken: Spoken, { language, english, text }: Standing): boolean => {
  const read = language === 'sr-Cyrl' && spoken.text !== undefined ? latinToCyrillic(spoken.text) : spoken.text
  const isOfEnglish = spoken.english === undefined || english === undefined || spoken.english === english
  return isOfEnglish && (read === undefined || read === text)
}

export type TextState = 'missing' | 'changed' | 'unchecked' | 'checked'
export const TEXT_STATES: readonly TextState[] = ['missing', 'changed', 'unchecked', 'checked']

export type DeskText = {
  readonly key: string
  readonly english: string
  /** What phones show. Undefined: English. */
  readonly text: string | undefined
  readonly state: TextState
  /** The newest correction, also when it is laid aside. */
  readonly wording: Wording | undefined
  /** It is a phrase that somebody recorded while other words stood. */
  readonly hasOldSound: boolean
}

/** Whether the desk lists it among those. An old sound is a change too. */
export const isListedAs = ({ state, hasOldSound }: DeskText, listed: TextState): boolean =>
  state === listed || (hasOldSound && listed === 'changed')

type DeskParts = {
  readonly language: PlannedLanguage
  /** The keys the language must have. */
  readonly keys: Iterable<string>
  readonly english: Words
  /** As the app brings it. */
  readonly shipped: Words
  readonly wordings: readonly Wording[]
  /** By `recordingId`. */
  readonly spoken: ReadonlyMap<string, Spoken>
  /** What a reader checked before the release, as it stands; and what was changed after the check. */
  readonly checked: ReadonlySet<string>
  readonly outdated: ReadonlySet<string>
}

/** Every text of a language as the translator's desk lists it. */
export const textsOfDesk = (parts: DeskParts): DeskText[] => {
  const { language, keys, english, shipped, wordings, spoken, checked, outdated } = parts
  const standing = standingWords(language, english, wordings)
  const newest = new Map(wordings.filter((one) => one.language === language).map((one) => [one.key, one]))
  return [...keys].map((key) => {
    const own = standing.get(key)
    const text = own?.text ?? shipped.get(key)
    const wording = newest.get(key)
    const isOutdated = own === undefined && (wording !== undefined || outdated.has(key))
    const isChecked = own === undefined ? checked.has(key) : own.isChecked
    const state = text === undefined ? 'missing' : isOutdated ? 'changed' : isChecked ? 'checked' : 'unchecked'
    const original = originalOf(english, key) ?? ''
    const phrase = phraseOfKey(key)
    const sound = phrase && spoken.get(recordingId(language, phrase))
    const hasOldSound =
      sound !== undefined && !saysWhatStands(sound, { language, english: original, text: text ?? original })
    return { key, english: original, text, state, wording, hasOldSound }
  })
}
