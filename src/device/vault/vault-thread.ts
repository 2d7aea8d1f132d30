// The page's end of the keeper's thread. To end the thread is to lock the phone.
import { wrap } from 'comlink'
import type { Keeper } from '#device/vault/keeper.ts'

export type VaultThread = { readonly keeper: Keeper; readonly end: () => void }

/** `worker` runs `vault-worker.ts`. */
export const openVaultThread = (worker: Worker): VaultThread => ({
  keeper: wrap<Keeper>(worker),
  end: () => worker.terminate()
})
