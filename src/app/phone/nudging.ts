// Whether a lead's phone is nudged when somebody needs help, also while Susret is closed. The push service of the browser's maker
// carries it; where there is none, the board is the place.
import { createNotifying } from '#app/phone/notifying.ts'
import type { Phone } from '#app/phone/phone.ts'
import type { NudgeRefusal } from '#device/nudges.ts'
import { refuse, type Result } from '#domain/result.ts'

export const nudging = createNotifying('susret.nudges', () => 'PushManager' in globalThis)

/** Only at a tap. Where the browser says no, `nudging` says so. */
export const askForNudges = async (phone: Phone): Promise<Result<undefined, NudgeRefusal | 'refused'>> => {
  if (!(await nudging.ask())) return refuse('refused')
  const told = await ensureNudges(phone)
  if (told.ok) nudging.set(true)
  return told
}

export const ensureNudges = async (phone: Phone): Promise<Result<undefined, NudgeRefusal>> =>
  (await phone.nudges()).ensure((await navigator.serviceWorker.ready).pushManager)

/** No words come from here on, whether the team hears of it or not. */
export const endNudges = async (phone: Phone): Promise<void> => {
  nudging.set(false)
  await (await phone.nudges()).end((await navigator.serviceWorker.ready).pushManager)
}
