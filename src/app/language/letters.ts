// One letter of each script, to fetch the font that draws it before it is needed.
import { type InterfaceLanguage, LANGUAGES, type Script } from '#domain/codes/languages.ts'

const SAMPLES: Partial<Record<Script, string>> = { Latn: 'aš', Cyrl: 'ж', Arab: 'ع', Beng: 'ক', Ethi: 'ሀ' }

/** Gives up without fuss: the phone's own font stands in until ours is there. */
export const loadLetters = async (language: InterfaceLanguage): Promise<void> => {
  const sample = SAMPLES[LANGUAGES[language].script]
  await document.fonts.load(`1rem Susret`, sample).catch(() => undefined)
}
