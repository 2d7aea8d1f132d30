// The same stretching of a passphrase, at the same cost, as the vault's.
import { COST, prepareArgon2, stretchWithArgon2 } from '#device/vault/slots.ts'

addEventListener('message', ({ data }: MessageEvent<string>) => {
  void stretchWithArgon2(data, new Uint8Array(16), COST).then(() => postMessage('stretched'))
})

void prepareArgon2()
