// What one change of a case, or of what hangs on it, is told by in its history.
import type { SharedFields, SharedValue } from '#domain/code.ts'

/** Set by every step beside what it says, or said by what the row is called: whose it is, and what. */
const BESIDE = ['arrival', 'met', 'zone', 'stepAt', 'case', 'one', 'other', 'card', 'what', 'to']

/** What ended an alert is told once, though the law counts from it too: when it was, the row says itself. */
export const fieldsTold = (fields: SharedFields): [name: string, value: SharedValue][] => {
  const ends = Object.entries(fields).map(([name, value]) => name.startsWith('alert_') && `since_${String(value)}`)
  return Object.entries(fields).filter(([name]) => !BESIDE.includes(name) && !ends.includes(name))
}
