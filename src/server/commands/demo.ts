// Sets up organisations. The one the settings name: its recovery key, the Belgrade directory, the New arrival form.
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import { recoveryKeyToPaper } from '#protocol/recovery-key.ts'
import type { World } from '#server/commands/world.ts'
import { formToItem } from '#server/store/library.ts'
import type { Store } from '#server/store/store.ts'

export type SetUp = {
  /** Only when the organisation was made just now. To be printed, and kept nowhere. */
  readonly recoveryKey?: string
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
  for (const { id } of await store.listOrganisations()) {
    if (id !== settings.organisation) await store.setDirectory(id, BELGRADE)
  }
  const forms = await store.putLibrary(settings.organisation, [formToItem(NEW_ARRIVAL)])
  return { library: directory + forms, ...(isNew && { recoveryKey: await recoveryKeyToPaper(recovery.privateKey) }) }
}

type NewOrganisation = { readonly id: string; readonly name: string; readonly provider?: string }

/** Returns its recovery key on paper; undefined when it was there already. */
export const addOrganisation = async (store: Store, organisation: NewOrganisation): Promise<string | undefined> => {
  const recovery = await createSealingKeys()
  if (!(await store.addOrganisation({ ...organisation, recoveryKey: recovery.publicKey }))) return undefined
  await store.setDirectory(organisation.id, BELGRADE)
  await store.putLibrary(organisation.id, [formToItem(NEW_ARRIVAL)])
  return recoveryKeyToPaper(recovery.privateKey)
}

/** The private half as it goes on paper: it opens the phones of the organisation when a passphrase is forgotten. */
export const recoveryLines = (paper: string): string[] => [
  'RECOVERY KEY, shown this once and stored nowhere. Copy it to paper and lock it away;',
  'with it, and only with it, a phone whose passphrase is forgotten can be opened:',
  ...(paper.match(/.{1,35}/g) ?? []).map((part) => `  ${part.trim()}`)
]
