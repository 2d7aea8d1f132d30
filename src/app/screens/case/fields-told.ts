// What one change of a case is told by in its history.
import type { SharedFields, SharedValue } from '#domain/code.ts'

/** Set by every step beside what it says. */
const BESIDE = ['arrival', 'met', 'zone', 'stepAt']

/** What ended an alert is told once, though the law counts from it too: when it was, the row says itself. */
export const fieldsTold = (fields: SharedFields): [name: string, value: SharedValue][] => {
  const ends = Object.entries(fields).map(([name, value]) => name.startsWith('alert_') && `since_${String(value)}`)
  return Object.entries(fields).filter(([name]) => !BESIDE.includes(name) && !ends.includes(name))
}
