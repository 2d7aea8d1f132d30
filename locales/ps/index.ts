import type { Complete } from '#app/language/messages.ts'
import accompany from './accompany.json'
import act from './act.json'
import board from './board.json'
import card from './card.json'
import kase from './case.json'
import changed from './changed.json'
import codes from './codes.json'
import common from './common.json'
import directory from './directory.json'
import exported from './export.json'
import form from './form.json'
import handouts from './handouts.json'
import join from './join.json'
import newArrival from './new-arrival.json'
import map from './map.json'
import options from './options.json'
import partner from './partner.json'
import people from './people.json'
import phone from './phone.json'
import phrases from './phrases.json'
import record from './record.json'
import refer from './refer.json'
import reminders from './reminders.json'
import report from './report.json'
import review from './review.json'
import samePeople from './same-people.json'
import services from './services.json'
import shell from './shell.json'
import shift from './shift.json'
import talk from './talk.json'
import testimony from './testimony.json'
import today from './today.json'
import ui from './ui.json'
import unlock from './unlock.json'
import words from './words.json'

export const messages = {
  accompany,
  act,
  board,
  card,
  case: kase,
  changed,
  codes,
  common,
  directory,
  export: exported,
  form,
  handouts,
  join,
  'new-arrival': newArrival,
  map,
  options,
  partner,
  people,
  phone,
  phrases,
  record,
  refer,
  reminders,
  report,
  review,
  'same-people': samePeople,
  services,
  shell,
  shift,
  talk,
  testimony,
  today,
  ui,
  unlock,
  words
}

messages satisfies Complete<'ps', typeof messages>
