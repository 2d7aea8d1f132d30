// Whether this phone is one of the organisation that testimonies are sealed to, and whom a team's phone seals them to.
import type { PhoneView } from '#app/phone/phone.ts'
import type { PartnerItem } from '#protocol/library.ts'

/** One whose phones have joined: without a key there is nobody who could read it. The first by name where there are several. */
export const collectorIn = ({ library }: PhoneView): PartnerItem | undefined =>
  library?.partners
    .filter(({ collectsTestimony, keys }) => collectsTestimony && keys.length > 0)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))[0]

/** Only while it is open. */
export const collectsTestimony = (view: PhoneView): boolean => {
  const { organisation, role } = view.desk?.identity ?? {}
  return role === 'partner' && collectorIn(view)?.organisation === organisation?.id
}
