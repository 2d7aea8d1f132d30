// The words of each language and how it writes dates, each language in files of its own that are fetched when it is first
// wanted.
import { KEYS, PACKS } from 'virtual:packed-words'
import type { FormatTable, Written } from '#app/language/format-table.ts'
import type { Messages } from '#app/language/messages.ts'
import { stretchWords, unpackWords } from '#app/language/packed-words.ts'
import type { InterfaceLanguage, PlannedLanguage } from '#domain/codes/languages.ts'

const TABLES = import.meta.glob<{ default: FormatTable }>('./tables/*.json')

/** `written`: none for a language that browsers write well. */
export type LanguagePack = { messages: Messages; written: Written | undefined }

export const loadPack = async (language: InterfaceLanguage): Promise<LanguagePack> => {
  const [messages, written] = await Promise.all([loadMessages(language), loadWritten(language)])
  return { messages, written }
}

export const loadWritten = async (language: PlannedLanguage): Promise<Written | undefined> => {
  const load = TABLES[`./tables/${language}.json`]
  if (load === undefined) return undefined
  const [{ default: table }, { formatByTable }] = await Promise.all([
    load(),
    import('#app/language/format-by-table.ts')
  ])
  return formatByTable(language, table)
}

const loadMessages = async (language: InterfaceLanguage): Promise<Messages> =>
  unpackWords(language, KEYS, await stretchWords((await PACKS[language]()).default))
