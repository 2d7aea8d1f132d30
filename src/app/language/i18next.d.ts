// Tells i18next which keys exist: an unknown key in code does not compile.
import type { English } from '#app/language/messages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: English
  }
}
