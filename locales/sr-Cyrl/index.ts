import type { Complete } from '#app/language/messages.ts'
import codes from './codes.json'
import common from './common.json'
import form from './form.json'
import ui from './ui.json'

export const messages = { codes, common, form, ui }

messages satisfies Complete<'sr-Cyrl', typeof messages>
