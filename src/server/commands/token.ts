// `token make|list|revoke`: what other programs read data with. A token is shown once; only its hash is kept.
import { parseArgs } from 'node:util'
import { type DataSubject, type Scope, SCOPES, subjectsOf as subjectsOfSet } from '#domain/exports/data-sheet.ts'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { publicUrlOf } from '#server/commands/invitation.ts'
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, Trouble, withStore, type World } from '#server/commands/world.ts'
import { tokenToHash } from '#server/http/access.ts'
import { asOptions } from '#server/figures/detail-words.ts'
import { TOKEN_PREFIX } from '#server/http/machine.ts'
import { isGood, type MachineToken } from '#server/store/machine-tokens.ts'
import type { Store } from '#server/store/store.ts'

const LONGEST_DAYS = 366
const LONGEST_NAME = 60
const DAY_MS = 24 * 60 * 60_000

const OPTIONS = {
  organisation: { type: 'string' },
  name: { type: 'string' },
  sets: { type: 'string' },
  days: { type: 'string' },
  time: { type: 'string', default: 'week' },
  place: { type: 'string', default: 'city' },
  country: { type: 'string', default: 'none' }
} as const

export const token: Command = async (world, args) => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [step, given] = positionals
  await withStore(world, async (store) => {
    const { id: organisation, provider } = await getOrganisation(world, store, values.organisation)
    if (provider !== undefined) throw new Trouble(`"${organisation}" is a partner: it has no figures of its own.`)
    if (step === 'make') return make(world, store, { ...values, organisation })
    if (step === 'list') return list(world, store, organisation)
    if (step === 'revoke') return revoke(world, store, { organisation, given })
    throw new Trouble('Say what to do: token make, token list, or token revoke <number>')
  })
  return 0
}

type Wanted = { readonly organisation: string } & Partial<Record<keyof typeof OPTIONS, string | undefined>>

const make = async (world: World, store: Store, wanted: Wanted): Promise<void> => {
  const { clock, random, say } = world
  const { organisation, name = '' } = wanted
  if (!/^[^\p{Cc}]+$/u.test(name) || name.length > LONGEST_NAME) {
    throw new Trouble(`--name says which program it is for, as in "Power BI": at most ${LONGEST_NAME} letters`)
  }
  const sets = readSets(wanted.sets)
  const days = Number(wanted.days)
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new Trouble(`--days says how long it is good for: a whole number from 1 to ${LONGEST_DAYS}`)
  }
  const detail: Detail = {
    time: oneOf('time', TIMES, wanted.time),
    place: oneOf('place', PLACES, wanted.place),
    country: oneOf('country', COUNTRY_DETAILS, wanted.country)
  }
  await checkAlike(store, { organisation, sets, detail, now: clock.now() })
  const secret = TOKEN_PREFIX + bytesToBase64Url(random(32))
  const expiresAt = clock.now() + days * DAY_MS
  const number = await store.addMachineToken({
    organisation,
    name,
    sets,
    detail,
    expiresAt,
    tokenHash: await tokenToHash(secret)
  })
  say(`Token ${number} for "${name}", good until ${toMoment(expiresAt)}. Shown this once and stored nowhere:`)
  say(`  ${secret}`)
  say(`It reads ${sets.join(', ')} ${asOptions(detail)} at ${publicUrlOf(world)}/v1/data/table?set=${sets[0]}&month=…`)
}

/** Two programs told one table of a month differently could put together what neither is told. */
const checkAlike = async (
  store: Store,
  { organisation, sets, detail, now }: Pick<MachineToken, 'organisation' | 'sets' | 'detail'> & { now: number }
): Promise<void> => {
  const subjects = subjectsOf(sets)
  const other = (await store.listMachineTokens(organisation))
    .filter((one) => isGood(one, now) && [...subjectsOf(one.sets)].some((subject) => subjects.has(subject)))
    .find((one) => asOptions(one.detail) !== asOptions(detail))
  if (other === undefined) return
  throw new Trouble(
    `Token ${other.number} reads ${other.sets.join(', ')} ${asOptions(other.detail)}. From two tables of the same people, told\n` +
      `differently, single people could be worked out. Say the same, or first: token revoke ${other.number}`
  )
}

/** Referrals are told in one way only. */
const subjectsOf = (sets: readonly Scope[]) =>
  new Set(sets.flatMap<DataSubject>(subjectsOfSet).filter((subject) => subject !== 'referrals' && subject !== 'forms'))

const list = async ({ clock, say }: World, store: Store, organisation: string): Promise<void> => {
  const rows = (await store.listMachineTokens(organisation)).map((one) => [
    String(one.number),
    one.name,
    one.sets.join(' '),
    [one.detail.time, one.detail.place, one.detail.country].join(' '),
    toMoment(one.madeAt),
    toMoment(one.expiresAt),
    standingOf(one, clock.now())
  ])
  if (rows.length === 0) say('There is no token.')
  else for (const line of toTable(['token', 'name', 'reads', 'how finely', 'made', 'until', 'now'], rows)) say(line)
}

const standingOf = (one: MachineToken, now: number): string =>
  one.revokedAt !== null ? 'revoked' : isGood(one, now) ? 'good' : 'expired'

const revoke = async (
  { say }: World,
  store: Store,
  { organisation, given }: { organisation: string; given: string | undefined }
): Promise<void> => {
  const found = (await store.listMachineTokens(organisation)).find(({ number }) => String(number) === given)
  if (found === undefined)
    throw new Trouble('Say which token by its number, as in: token revoke 2. Numbers: token list')
  if (found.revokedAt === null) await store.revokeMachineToken(found)
  say(`Token ${found.number} ("${found.name}") is refused from now on.`)
}

const readSets = (given = ''): Scope[] => {
  const names = given.split(',').map((name) => name.trim())
  const sets = SCOPES.filter((scope) => names.includes(scope))
  if (sets.length === new Set(names).size) return sets
  throw new Trouble(`--sets names what it may read, with commas between: ${SCOPES.join(',')}`)
}

export const oneOf = <Known extends string>(
  name: string,
  known: readonly Known[],
  given: string | undefined
): Known => {
  const found = known.find((one) => one === given)
  if (found === undefined) throw new Trouble(`--${name} is one of: ${known.join(', ')}`)
  return found
}
