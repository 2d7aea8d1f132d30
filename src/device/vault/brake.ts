// After a wrong passphrase the next one waits: 1, 2, 4 … seconds, a minute at most. It waits and never wipes. The brake is
// for the hand at the screen; against a copy of the phone only the passphrase's length and Argon2id help.
import type { VaultDatabase } from '#device/vault/database.ts'

const LONGEST_WAIT_MS = 60_000

/** Milliseconds still to wait; `now` in milliseconds since 1970 UTC. A clock set back waits no longer than a minute. */
export const openBrake = async (vault: VaultDatabase, now: number): Promise<number> => {
  const brake = await vault.brake.get('brake')
  return Math.min(LONGEST_WAIT_MS, Math.max(0, (brake?.until ?? 0) - now))
}

/** Counts one more failure and returns the wait it costs. */
export const pressBrake = async (vault: VaultDatabase, now: number): Promise<number> => {
  const failed = ((await vault.brake.get('brake'))?.failed ?? 0) + 1
  const waitMs = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failed - 1))
  await vault.brake.put({ id: 'brake', failed, until: now + waitMs })
  return waitMs
}

export const releaseBrake = (vault: VaultDatabase): Promise<void> => vault.brake.delete('brake')
