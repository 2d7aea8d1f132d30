// Where the words for the fields of a case stand: one field a need, an alert and an event of the law.
import { ALERT_CODES, alertOf } from '#domain/immediate-actions.ts'
import { TAKEN_BACK } from '#domain/records/case.ts'

/** The key of what the field is called. Undefined for a field that is of no family. */
export const familyLabelKey = (name: string): string | undefined => {
  const [family, code] = partsOf(name)
  switch (family) {
    case 'need':
      return `codes:needs.${code}`
    case 'since':
      return `case:events.${code}`
    case 'alert':
      return alertLabelKey(code)
    default:
      return undefined
  }
}

/** No list names what must stay between two people. */
export const alertLabelKey = (code: string): string => {
  const alert = ALERT_CODES.find((known) => known === code)
  return alert !== undefined && alertOf(alert).isPrivate ? 'act:quiet' : `act:alerts.${code}`
}

/** The key of what its value says. Undefined for an hour. */
export const familyValueKey = (name: string, value: string): string | undefined => {
  const [family] = partsOf(name)
  if (family === 'need') return `codes:needOutcomes.${value}`
  if (family === 'alert') return value === 'open' ? 'act:now' : `act:closed.${value}`
  if (family === 'since' && value === TAKEN_BACK) return 'common:said.undone'
  return undefined
}

const partsOf = (name: string): readonly [family: string, code: string] => {
  const at = name.indexOf('_')
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)]
}
