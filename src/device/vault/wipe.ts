// A team that has taken a phone off orders it to forget. What is deleted may linger in a browser's files, so the keys go
// first: without them the rest is noise. What says that it is done goes last: a kill on the way, and the order is obeyed
// again when it comes again. Whoever is folding what it has opened comes to an end first, so that nothing is put back.
import { type LetterboxDatabase, wipeLetterbox } from '#device/letterbox/database.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import { askAgain, isPhoneFull } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import type { TestimonyDatabase } from '#device/testimonies/database.ts'
import type { VaultDatabase } from '#device/vault/database.ts'

type Wiped = {
  vault: VaultDatabase
  letterbox: LetterboxDatabase
  testimonies: TestimonyDatabase
  lifeboat?: Lifeboat
  platform: Pick<Platform, 'alone'>
}

export const createWipe =
  ({ vault, letterbox, testimonies, lifeboat, platform }: Wiped) =>
  async (): Promise<void> => {
    await Promise.all([vault.slots.clear(), vault.keyring.clear()])
    await platform.alone('shelf', async () => {
      await Promise.all([vault.blocks.clear(), vault.notes.clear(), vault.brake.clear()])
      await forgetTestimonies(testimonies)
      await lifeboat?.empty()
      await letterbox.transaction('rw', letterbox.tables, () => wipeLetterbox(letterbox))
    })
  }

/** Without the keys nobody here can read them: a phone too full to open where they lie forgets all else, and these later. */
const forgetTestimonies = async (testimonies: TestimonyDatabase): Promise<void> => {
  try {
    await askAgain(testimonies, () => Promise.all([testimonies.leaving.clear(), testimonies.come.clear()]))
  } catch (error) {
    if (!isPhoneFull(error)) throw error
  }
}
