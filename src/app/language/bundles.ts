// The words of each language, each language in a file of its own that is fetched when it is first wanted.
import type { Messages } from '#app/language/messages.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

export const loadMessages = async (language: InterfaceLanguage): Promise<Messages> => {
  switch (language) {
    case 'en':
      return (await import('#locales/en/index.ts')).messages
    case 'sr-Latn':
      return (await import('#locales/sr-Latn/index.ts')).messages
    case 'sr-Cyrl':
      return (await import('#locales/sr-Cyrl/index.ts')).messages
    case 'ar':
      return (await import('#locales/ar/index.ts')).messages
    case 'fa':
      return (await import('#locales/fa/index.ts')).messages
  }
}
