// In place of Argon2id: as quick as one hash, and just as much another key for another passphrase.
import { hash } from 'node:crypto'

export const argon2id = async ({ password, salt }: { password: string; salt: Uint8Array }): Promise<Uint8Array> =>
  hash('sha256', `${password} ${Buffer.from(salt).toString('hex')}`, 'buffer')
