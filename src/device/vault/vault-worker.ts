// The keeper's own thread. Ending it is locking the phone: the key is gone with it.
import { expose } from 'comlink'
import { createBrowserPlatform } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createKeeper } from '#device/vault/keeper.ts'

expose(createKeeper({ letterbox: openLetterbox(), vault: openVaultDatabase(), platform: createBrowserPlatform() }))
