// English words by screen: what every other language is held against.
import codes from './codes.json'
import common from './common.json'
import form from './form.json'
import newArrival from './new-arrival.json'
import shell from './shell.json'
import ui from './ui.json'

export const messages = { codes, common, form, 'new-arrival': newArrival, shell, ui }
