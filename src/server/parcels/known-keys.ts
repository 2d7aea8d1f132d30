// Phones' public keys made ready once, not at every request. A key is its own name, so nothing here can be out of date.
import type { webcrypto } from 'node:crypto'
import { importSealer, importVerifier, type PublicKey } from '#protocol/keys.ts'

type ReadyKey = Promise<webcrypto.CryptoKey>

export type KnownKeys = {
  /** Verifies what a phone signed. Rejects when it is no key. */
  readonly verifierOf: (key: PublicKey) => ReadyKey
  /** Seals to a phone's inbox. */
  readonly sealerOf: (key: PublicKey) => ReadyKey
}

/** About 1 KiB each. */
const KEPT = 8_192

export const createKnownKeys = (): KnownKeys => ({
  verifierOf: keepNewest(importVerifier),
  sealerOf: keepNewest(importSealer)
})

const keepNewest = (make: (key: PublicKey) => ReadyKey) => {
  const ready = new Map<PublicKey, ReadyKey>()
  return (key: PublicKey): ReadyKey => {
    const there = ready.get(key) ?? make(key)
    ready.delete(key)
    ready.set(key, there)
    there.catch(() => ready.delete(key))
    const [oldest] = ready.keys()
    if (ready.size > KEPT && oldest !== undefined) ready.delete(oldest)
    return there
  }
}
