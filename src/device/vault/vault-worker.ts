// The keeper's own thread. Ending it is locking the phone: the key is gone with it.
import { expose } from 'comlink'
import { createBrowserPlatform, openBrowserLifeboat } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createKeeper } from '#device/vault/keeper.ts'
import { prepareArgon2 } from '#device/vault/slots.ts'
import { tellUpgrades } from '#device/versioned-database.ts'

const [letterbox, platform, lifeboat] = [openLetterbox(), createBrowserPlatform(), openBrowserLifeboat()]
const vault = openVaultDatabase()
tellUpgrades([letterbox, vault], platform)

// Whoever carried the letterbox: what is with the team needs no second copy.
platform.hear((news) => {
  if (news === 'letterbox') void lifeboat.tidy(letterbox)
})

expose(createKeeper({ letterbox, vault, platform, lifeboat, afterwards: (work) => setTimeout(work) }))

// Where this finds no memory, the passphrase will say so.
prepareArgon2().catch(() => undefined)
