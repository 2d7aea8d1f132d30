// `hook set|list|remove`: a partner's own system is told that something new was referred to it. The secret is shown once here, and
// kept, because every call is signed with it.
import { parseArgs } from 'node:util'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, Trouble, withStore, type World } from '#server/commands/world.ts'
import { hostOf, readHookUrl } from '#server/hooks/address.ts'
import { MOST_TRIES } from '#server/hooks/rounds.ts'
import type { HookDelivery } from '#server/store/hooks.ts'
import type { Organisation } from '#server/store/organisations.ts'
import type { Store } from '#server/store/store.ts'

const DELIVERIES_SHOWN = 5

export const hook: Command = async (world, args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { organisation: { type: 'string' }, url: { type: 'string' }, inside: { type: 'boolean', default: false } },
    allowPositionals: true
  })
  const [step] = positionals
  await withStore(world, async (store) => {
    if (step === 'list') return list(world, store)
    const partner = await getPartner(world, store, values.organisation)
    if (step === 'set') return set(world, store, { partner, given: values.url ?? '', isInside: values.inside })
    if (step !== 'remove') throw new Trouble('Say what to do: hook set, hook list, or hook remove')
    await store.removeHook(partner.id)
    world.say(`"${partner.id}" is no longer told of what is referred to it.`)
  })
  return 0
}

const getPartner = async (world: World, store: Store, id: string | undefined): Promise<Organisation> => {
  if (id === undefined) throw new Trouble('Say which partner: --organisation <id>')
  const organisation = await getOrganisation(world, store, id)
  if (organisation.provider === undefined) throw new Trouble(`"${id}" is a team; only partners are referred to.`)
  return organisation
}

const set = async (
  { clock, random, say }: World,
  store: Store,
  { partner, given, isInside }: { partner: Organisation; given: string; isInside: boolean }
): Promise<void> => {
  const url = readHookUrl(given, isInside)
  if (!url.ok) throw new Trouble(`--url: ${url.refusal}`)
  const secret = bytesToBase64Url(random(32))
  const facts = { host: hostOf(url.value) }
  await store.setHook({ organisation: partner.id, url: url.value.href, secret, isInside, madeAt: clock.now() }, facts)
  say(
    `"${partner.id}" is told at ${url.value.href} of every new referral. The secret of the signature, shown this once:`
  )
  say(`  ${secret}`)
}

const list = async ({ say }: World, store: Store): Promise<void> => {
  const hooks = await store.listHooks()
  if (hooks.length === 0) say('There is no webhook.')
  for (const { organisation, url, isInside } of hooks) {
    say(`${organisation}: ${url}${isInside ? ' (may be inside)' : ''}`)
    const rows = (await store.listDeliveries(organisation, DELIVERIES_SHOWN)).map((one) => [
      toMoment(one.madeAt),
      String(one.referrals),
      standingOf(one),
      one.said
    ])
    for (const line of rows.length === 0 ? [] : toTable(['made', 'new', 'where it stands', 'last try'], rows))
      say(`  ${line}`)
  }
}

const standingOf = ({ state, tries, nextAt }: HookDelivery): string => {
  if (state === 'arrived') return 'arrived'
  if (state === 'given_up') return `GIVEN UP after ${tries} tries`
  return `try ${tries + 1} of ${MOST_TRIES} at ${toMoment(nextAt)}`
}
