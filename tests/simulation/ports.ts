// What the machine offers everybody under one name (timers, cryptography, the task queue under IndexedDB), given over to
// the seed that runs. Installed once; `use` points it at a seed's world.
import { clone } from '#tests/simulation/clone.ts'
import type { Owner, Scheduler } from '#tests/simulation/scheduler.ts'
import type { Chance } from '#tests/simulation/chance.ts'
import { createStandInCrypto, forgetKeys } from '#tests/simulation/stand-in-crypto.ts'

/** What `AbortSignal.timeout` gives here: the network reads how long, and keeps the time itself. */
export type Deadline = { readonly ms: number }

type World = {
  readonly scheduler: Scheduler
  readonly chance: Chance
  /** How long one piece of a phone's disk takes at this moment. */
  readonly diskMs: () => number
}

const realCrypto = globalThis.crypto
let world: World | undefined
let underWay = 0
let lastTask = new WeakMap<Owner, number>()

const getWorld = (): World => {
  if (world === undefined) throw new Error('No seed runs')
  return world
}

/** Operations of the real cryptography that have not answered yet. */
export const pendingOperations = (): number => underWay

export const enterWorld = (entered: World): void => {
  lastTask = new WeakMap()
  forgetKeys()
  world = entered
}

/** One owner's tasks keep their order; between owners chance decides. */
const queueTask = (work: () => void) => {
  const { scheduler, chance, diskMs } = getWorld()
  const owner = scheduler.current()
  const at = Math.max(scheduler.now() + chance.next() * 0.2 + diskMs(), lastTask.get(owner) ?? 0)
  lastTask.set(owner, at)
  scheduler.always(at - scheduler.now(), { owner, label: 'storage' }, work)
}

const install = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })

/** `isReal`: with the real cryptography, whose answers come in an order of their own. */
export const installPorts = (isReal: boolean): void => {
  const random = (count: number) => getWorld().chance.bytes(count)
  install('crypto', isReal ? countedCrypto(random) : createStandInCrypto(random))
  install('setImmediate', queueTask)
  install('structuredClone', clone)
  // Only Dexie's live queries use it, and nobody listens to them here (see `live-query.ts`).
  install('setTimeout', (work: () => void, ms?: number) => (ms ? undefined : queueMicrotask(work)))
  Object.defineProperty(AbortSignal, 'timeout', { value: (ms: number): Deadline => ({ ms }) })
}

/** The real one, its operations counted, its randomness still the seed's where that is possible. */
const countedCrypto = (random: (count: number) => Uint8Array): Crypto => {
  const subtle = new Proxy(realCrypto.subtle, {
    get: (target, name: keyof SubtleCrypto) => {
      const operation = target[name] as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        underWay += 1
        try {
          return await operation.apply(target, args)
        } finally {
          underWay -= 1
        }
      }
    }
  })
  const getRandomValues = (values: Uint8Array) => {
    values.set(random(values.length))
    return values
  }
  return { subtle, getRandomValues } as unknown as Crypto
}
