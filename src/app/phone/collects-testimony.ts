// Whether this phone is one of the organisation that testimonies are sealed to, and to whom a team's phone can seal them.
import type { PhoneView } from '#app/phone/phone.ts'
import type { PartnerItem } from '#protocol/library.ts'

/** Those whose phones have joined, by name: without a key there is nobody who could read it. */
export const collectorsIn = ({ library }: PhoneView): readonly PartnerItem[] =>
  (library?.partners ?? [])
    .filter(({ collectsTestimony, keys }) => collectsTestimony && keys.length > 0)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** Only while it is open. */
export const collectsTestimony = (view: PhoneView): boolean => {
  const { organisation, role } = view.desk?.identity ?? {}
  return role === 'partner' && collectorsIn(view).some((one) => one.organisation === organisation?.id)
}
