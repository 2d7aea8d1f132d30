// Sets up the organisation the settings name: its recovery key, the Belgrade directory, the New arrival form.
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { createSealingKeys, type PrivateKey } from '#protocol/keys.ts'
import type { World } from '#server/commands/world.ts'
import { formToItem } from '#server/store/library.ts'
import type { Store } from '#server/store/store.ts'

export type SetUp = {
  /** Only when the organisation was made just now. To be printed, and kept nowhere. */
  readonly recoveryKey?: PrivateKey
  /** Items of the library that were new or changed. */
  readonly library: number
}

export const setUpOrganisation = async ({ settings }: World, store: Store): Promise<SetUp> => {
  const recovery = await createSealingKeys()
  const isNew = await store.addOrganisation({
    id: settings.organisation,
    name: settings.organisationName,
    recoveryKey: recovery.publicKey
  })
  const directory = await store.setDirectory(settings.organisation, BELGRADE)
  const forms = await store.putLibrary(settings.organisation, [formToItem(NEW_ARRIVAL)])
  return { library: directory + forms, ...(isNew && { recoveryKey: recovery.privateKey }) }
}

/** The private half, to be written down: it opens the phones of the organisation when a passphrase is forgotten. */
export const recoveryLines = (key: PrivateKey): string[] => [
  'RECOVERY KEY, shown this once and stored nowhere. Copy it to paper and lock it away;',
  'with it, and only with it, a phone whose passphrase is forgotten can be opened:',
  ...(key.match(/.{1,48}/g) ?? []).map((part) => `  ${part}`)
]
