// What teams know of partners: which provider reads its referrals here, and the keys to seal to, one for each of its phones.
// It stands in every team's library and is written anew when a phone of a partner comes or goes. One that collects testimonies
// stands in its own library too.
import { MOST_BOXES } from '#protocol/sealed.ts'
import type { PartnerItem } from '#protocol/library.ts'
import type { Query } from '#server/store/database.ts'
import { listDevices } from '#server/store/devices.ts'
import { putLibrary } from '#server/store/library.ts'
import { listOrganisations, type Organisation } from '#server/store/organisations.ts'

/** The caller has locked every organisation. Items that say the same as before keep their number. */
export const publishPartners = async (query: Query): Promise<void> => {
  const organisations = await listOrganisations(query)
  const items: PartnerItem[] = []
  for (const one of organisations) {
    const item = await toItem(query, one)
    if (item !== undefined) items.push(item)
  }
  if (items.length === 0) return
  for (const { id, provider } of organisations) {
    const own = items.filter((item) => provider === undefined || (item.organisation === id && item.collectsTestimony))
    if (own.length > 0) await putLibrary(query, id, own)
  }
}

/** The newest phones where there are more than one sealed part can be for. */
const toItem = async (
  query: Query,
  { id, name, provider, collectsTestimony }: Organisation
): Promise<PartnerItem | undefined> => {
  if (provider === undefined) return undefined
  const phones = (await listDevices(query, id)).filter(
    ({ role, revokedAt }) => role === 'partner' && revokedAt === null
  )
  const keys = phones.slice(-MOST_BOXES).map(({ inboxKey }) => inboxKey)
  return {
    kind: 'partner',
    id: `partner ${id}`,
    organisation: id,
    name,
    provider,
    keys,
    ...(collectsTestimony && { collectsTestimony })
  }
}
