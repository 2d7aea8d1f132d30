// The page's end of the keeper's thread. To end the thread is to lock the phone. A thread whose script does not come answers
// nothing: then each call fails, and the next one begins another thread.
import { wrap } from 'comlink'
import type { Keeper } from '#device/vault/keeper.ts'

export type VaultThread = { readonly keeper: Keeper; readonly end: () => void }

/** Each worker that `start` gives runs `vault-worker.ts`. */
export const openVaultThread = (start: () => Worker): VaultThread => {
  let thread = startThread(start())
  return {
    keeper: new Proxy({} as Keeper, {
      get:
        (_none, name: keyof Keeper) =>
        (...given: unknown[]) => {
          if (thread.hasFailed()) thread = startThread(start())
          return thread.ask(name, given)
        }
    }),
    end: () => thread.end()
  }
}

const startThread = (worker: Worker) => {
  const keeper = wrap<Keeper>(worker)
  let state: 'starting' | 'failed' | 'answers' = 'starting'
  const failure = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('message', () => (state = 'answers'), { once: true })
    worker.addEventListener('error', () => {
      if (state === 'answers') return
      state = 'failed'
      reject(new Error('The thread of the vault did not start'))
    })
  })
  // Whoever has asked hears of it; nobody may have.
  failure.catch(() => undefined)
  return {
    ask: (name: keyof Keeper, given: readonly unknown[]): Promise<unknown> => {
      const answer = (keeper[name] as (...all: readonly unknown[]) => Promise<unknown>)(...given)
      return state === 'answers' ? answer : Promise.race([answer, failure])
    },
    hasFailed: () => state === 'failed',
    end: () => worker.terminate()
  }
}

/** Each call that fails fails once `look` has looked. */
export const withEachFailureSeen = ({ keeper, end }: VaultThread, look: () => Promise<void>): VaultThread => ({
  keeper: new Proxy(keeper, {
    get: (target, name: keyof Keeper) => {
      const ask = target[name] as (...given: unknown[]) => Promise<unknown>
      return (...given: unknown[]) =>
        ask(...given).catch(async (error: unknown) => {
          await look()
          throw error
        })
    }
  }),
  end
})
