// The interpreter who was last said to stand by, on whichever screen: in memory only, and forgotten when somebody else may
// stand there.
import type { Phone } from '#app/phone/phone.ts'
import type { StandingBy } from '#domain/talk/standing-by.ts'

let said: StandingBy | undefined
const listeners = new Set<() => void>()

export const interpreterSaid = (): StandingBy | undefined => said

export const sayInterpreter = (next: StandingBy): void => become(next)

export const forgetInterpreter = (): void => become(undefined)

/** Returns the way out. */
export const followInterpreter = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** When the phone is locked or opened. Returns the way out. */
export const forgetInterpreterWithDesk = (phone: Pick<Phone, 'view' | 'subscribe'>): (() => void) => {
  let known = phone.view().desk
  return phone.subscribe(() => {
    const { desk } = phone.view()
    if (desk === known) return
    known = desk
    forgetInterpreter()
  })
}

const become = (next: StandingBy | undefined) => {
  if (said === next) return
  said = next
  for (const changed of listeners) changed()
}
