// Which organisations read referrals on phones of their own.
import type { IsReader } from '#device/check-in.ts'
import type { PartnerItem } from '#protocol/library.ts'

/** One whose phones have not joined yet, or were all revoked, could not read it. */
export const canRead = ({ keys }: PartnerItem): boolean => keys.length > 0

export const readersAmong = (partners: readonly PartnerItem[]): IsReader => {
  const readers = new Set(partners.filter(canRead).map(({ provider }) => provider))
  return (provider) => readers.has(provider)
}
