// The phone behind the screens, over the databases of a phone of the team. Its vault's thread is ended as a browser ends it: what
// it was asked to do it may still do, and it answers nothing more.
import { createPhone, type Phone as AppPhone } from '#app/phone/phone.ts'
import { createCourier } from '#device/letterbox/courier.ts'
import { createLifeboat } from '#device/letterbox/lifeboat.ts'
import { createRescue } from '#device/letterbox/rescue.ts'
import { watchLetterbox } from '#device/letterbox/standing.ts'
import { createCorrections } from '#device/library/corrections.ts'
import { watchLibrary } from '#device/library/library.ts'
import type { Keeper } from '#device/vault/keeper.ts'
import type { VaultThread } from '#device/vault/vault-thread.ts'
import { createDrawer } from '#tests/device/drawer.ts'
import type { Phone } from '#tests/device/world.ts'

/** `startKeeper`: of what is no thread as it should be. */
export const openAppPhone = async (
  phone: Phone,
  startKeeper = () => threadOf(phone.startKeeper())
): Promise<AppPhone> => {
  const { letterbox, library, testimonies, vault, platform } = phone
  const carrier = { letterbox, library, testimonies, platform, wipe: async () => {} }
  const notAsked = () => Promise.reject(new Error('Not asked for here'))
  const app = createPhone({
    startKeeper,
    readState: phone.state,
    noteJoined: () => {},
    hasNote: async (beginning) => (await vault.notes.where('name').startsWith(beginning).count()) > 0,
    courier: createCourier({ round: phone.round, platform, later: () => () => {} }),
    watchLetterbox: (show) => watchLetterbox(letterbox, platform, show),
    watchLibrary: (show) => watchLibrary(library).subscribe(show),
    hear: platform.hear,
    rescue: createRescue(carrier, createLifeboat({ drawer: createDrawer().drawer, later: () => {} })),
    corrections: async () => createCorrections(carrier),
    testimonies: notAsked,
    nudges: notAsked,
    feeds: notAsked,
    countTestimonies: async () => 0
  })
  await new Promise<void>((settle) => {
    const look = () => app.view().phase !== 'starting' && settle()
    app.subscribe(look)
    look()
  })
  return app
}

const threadOf = (keeper: Keeper): VaultThread => {
  let isEnded = false
  return {
    end: () => {
      isEnded = true
    },
    keeper: new Proxy(keeper, {
      get: (target, name: keyof Keeper) => {
        const ask = target[name] as (...given: unknown[]) => Promise<unknown>
        return (...given: unknown[]) =>
          new Promise((resolve, reject) => {
            if (isEnded) return
            ask(...given).then(
              (answer) => isEnded || resolve(answer),
              (fault: unknown) => isEnded || reject(fault)
            )
          })
      }
    })
  }
}
