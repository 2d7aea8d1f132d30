// What state the vault is in, told without a key: so the page can show the right door before the vault's thread is up.
import { type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import type { VaultDatabase } from '#device/vault/database.ts'

/** `new`: no vault here. `joining`: keys are made, the team has not answered yet. `wiped`: the team took this phone off. */
export type VaultState = 'new' | 'joining' | 'locked' | 'wiped'

export const readVaultState = async (letterbox: LetterboxDatabase, vault: VaultDatabase): Promise<VaultState> => {
  const [{ revoked }, slots] = await Promise.all([readState(letterbox), vault.slots.count()])
  if (revoked) return 'wiped'
  if (slots === 0) return 'new'
  return slots === 1 ? 'joining' : 'locked'
}
