// The phone while its parts are still being fetched. The door stands as it was left, so that a passphrase can be typed at
// once; whatever is asked of the phone waits until it is here.
import { once } from '#app/language/once.ts'
import type { Phase, Phone, PhoneView } from '#app/phone/phone.ts'
import { EMPTY_VIEW } from '#device/letterbox/letterbox-view.ts'
import { ZONES } from '#domain/codes/zones.ts'

const DOOR = 'susret-door'

type PhoneToCome = {
  readonly phone: Phone
  /** Until the phone is here it looks locked, as it did last time. */
  readonly looksLocked: boolean
  /** Resolves when the phone is here and knows its own door; asked again, it is the same one. */
  readonly fetchPhone: () => Promise<Phone>
}

export const createPhoneToCome = (
  fetchParts: () => Promise<Phone>,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  isInvited: boolean
): PhoneToCome => {
  const looksLocked = storage.getItem(DOOR) === 'locked' && !isInvited
  const atTheDoor: PhoneView = {
    phase: looksLocked ? 'locked' : 'starting',
    letterbox: EMPTY_VIEW,
    isCarrying: false,
    zone: ZONES[0],
    version: 0
  }
  const listeners = new Set<() => void>()
  let phone: Phone | undefined

  const fetchPhone = once(async () => {
    const found = await fetchParts()
    await untilDoorIsKnown(found)
    phone = found
    const tell = () => {
      remember(found.view().phase)
      listeners.forEach((listener) => listener())
    }
    found.subscribe(tell)
    tell()
    return found
  })
  const remember = (phase: Phase) => {
    if (phase === 'locked' || phase === 'open') storage.setItem(DOOR, 'locked')
    else if (phase !== 'starting') storage.removeItem(DOOR)
  }
  const ask =
    <Given extends unknown[], Answer>(question: (here: Phone, ...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> =>
      question(await fetchPhone(), ...given)

  return {
    looksLocked,
    fetchPhone,
    phone: {
      view: () => phone?.view() ?? atTheDoor,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      join: ask((here, ...given: Parameters<Phone['join']>) => here.join(...given)),
      joinAgain: ask((here, ...given: Parameters<Phone['joinAgain']>) => here.joinAgain(...given)),
      unlock: ask((here, passphrase: string) => here.unlock(passphrase)),
      recover: ask((here, ...given: Parameters<Phone['recover']>) => here.recover(...given)),
      lock: () => phone?.lock(),
      chooseZone: (zone) => phone?.chooseZone(zone),
      carryNow: () => phone?.carryNow(),
      rescue: {
        countWaiting: ask((here) => here.rescue.countWaiting()),
        handOver: ask((here) => here.rescue.handOver()),
        handOverCastaways: ask((here) => here.rescue.handOverCastaways()),
        toFile: ask((here) => here.rescue.toFile())
      },
      corrections: ask((here) => here.corrections()),
      testimonies: ask((here) => here.testimonies()),
      nudges: ask((here) => here.nudges()),
      feeds: ask((here) => here.feeds()),
      countTestimonies: ask((here) => here.countTestimonies()),
      keepDraft: ask((here, ...given: Parameters<Phone['keepDraft']>) => here.keepDraft(...given)),
      readDraft: ask((here, name: string) => here.readDraft(name)),
      isSaved: (draft) => phone?.isSaved(draft) ?? false,
      dropDraft: ask((here, name: string) => here.dropDraft(name)),
      hasDraft: ask((here) => here.hasDraft())
    }
  }
}

const untilDoorIsKnown = (phone: Phone): Promise<void> =>
  new Promise((settle) => {
    const look = () => {
      if (phone.view().phase === 'starting') return
      stop()
      settle()
    }
    const stop = phone.subscribe(look)
    look()
  })
