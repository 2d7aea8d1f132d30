// The words of each language, each language in a file of its own that is fetched when it is first wanted.
import type { Messages } from '#app/language/messages.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

const BUNDLES = import.meta.glob<{ messages: Messages }>('../../../locales/*/index.ts')

export const loadMessages = async (language: InterfaceLanguage): Promise<Messages> => {
  const load = BUNDLES[`../../../locales/${language}/index.ts`]
  if (load === undefined) throw new Error(`locales/${language} has no index.ts`)
  return (await load()).messages
}
