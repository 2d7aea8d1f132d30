import type { Complete } from '#app/language/messages.ts'
import codes from './codes.json'
import common from './common.json'
import form from './form.json'
import newArrival from './new-arrival.json'
import shell from './shell.json'
import ui from './ui.json'

export const messages = { codes, common, form, 'new-arrival': newArrival, shell, ui }

messages satisfies Complete<'ar', typeof messages>
