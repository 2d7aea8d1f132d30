// Whose phones an invite is for: the organisation the settings name, another one by its id, or a new one. A partner is new
// with the provider of the directory it is, another team with its name.
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { foldText } from '#domain/fold-text.ts'
import { mayJoin } from '#protocol/access.ts'
import { OrganisationId, type Role } from '#protocol/ids.ts'
import { addOrganisation, recoveryLines } from '#server/commands/demo.ts'
import { getOrganisation, Trouble, type World } from '#server/commands/world.ts'
import type { Organisation } from '#server/store/organisations.ts'
import type { Store } from '#server/store/store.ts'

export type Wanted = {
  readonly role: Role
  readonly organisation?: string | undefined
  /** Its id in the directory, or a part of its name. */
  readonly provider?: string | undefined
  readonly name?: string | undefined
}

export const getInvitedOrganisation = async (world: World, store: Store, wanted: Wanted): Promise<Organisation> => {
  const { role, organisation: id } = wanted
  await getOrganisation(world, store)
  const there = id === undefined ? undefined : await store.findOrganisation(id)
  const organisation =
    there ?? (id === undefined ? await getOrganisation(world, store) : await make(world, store, wanted))
  const kind = organisation.provider === undefined ? 'team' : 'partner'
  if (mayJoin({ role, kind })) return organisation
  throw new Trouble(
    kind === 'team'
      ? 'A partner is an organisation of its own: --organisation <id> --provider <name in the directory>'
      : `"${organisation.id}" is a partner: its phones are invited with --role partner`
  )
}

const make = async (world: World, store: Store, { organisation, provider, name, role }: Wanted) => {
  const id = OrganisationId.safeParse(organisation)
  if (!id.success) throw new Trouble('--organisation is a short word: a letter, then letters, digits and hyphens')
  const found = provider === undefined ? undefined : getProvider(provider)
  const called = name ?? found?.name.en
  if (called === undefined || (role === 'partner') !== (found !== undefined)) {
    throw new Trouble(
      `"${id.data}" is new: say --provider <name in the directory> for a partner, --name <its name> for a team`
    )
  }
  const paper = await addOrganisation(store, { id: id.data, name: called, ...(found && { provider: found.id }) })
  if (paper !== undefined) {
    world.say(`"${called}" is an organisation of its own now.`)
    recoveryLines(paper).forEach(world.say)
  }
  return getOrganisation(world, store, id.data)
}

const PROVIDERS = BELGRADE.filter((entry) => entry.kind === 'provider')

const getProvider = (given: string) => {
  const asked = foldText(given)
  const names = PROVIDERS.map((provider) => ({
    provider,
    all: [provider.shortName ?? '', ...Object.values(provider.name)].map(foldText)
  }))
  const exact = names.filter(({ provider, all }) => provider.id === given || all.includes(asked))
  const found = exact.length > 0 ? exact : names.filter(({ all }) => all.some((one) => one.includes(asked)))
  const [first, ...others] = found
  if (first !== undefined && others.length === 0) return first.provider
  const which = found.slice(0, 5).map(({ provider }) => `  ${provider.name.en}`)
  throw new Trouble(
    [`--provider: ${found.length} providers of the directory are called "${given}".`, ...which].join('\n')
  )
}
