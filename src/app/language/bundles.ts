// The words of each language and how it writes dates, each language in files of its own that are fetched when it is first
// wanted.
import type { FormatTable } from '#app/language/format-table.ts'
import type { Messages } from '#app/language/messages.ts'
import type { InterfaceLanguage, PlannedLanguage } from '#domain/codes/languages.ts'

const BUNDLES = import.meta.glob<{ messages: Messages }>('../../../locales/*/index.ts')
const TABLES = import.meta.glob<{ default: FormatTable }>('./tables/*.json')

/** `table`: none for a language that browsers write well. */
export type LanguagePack = { messages: Messages; table: FormatTable | undefined }

export const loadPack = async (language: InterfaceLanguage): Promise<LanguagePack> => {
  const [messages, table] = await Promise.all([loadMessages(language), loadTable(language)])
  return { messages, table }
}

export const loadTable = async (language: PlannedLanguage): Promise<FormatTable | undefined> =>
  (await TABLES[`./tables/${language}.json`]?.())?.default

const loadMessages = async (language: InterfaceLanguage): Promise<Messages> => {
  const load = BUNDLES[`../../../locales/${language}/index.ts`]
  if (load === undefined) throw new Error(`locales/${language} has no index.ts`)
  return (await load()).messages
}
