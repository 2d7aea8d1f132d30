// A server with a made-up month of the team's records, and programs that read them with a token.
import type { DataSet, Scope } from '#domain/exports/data-sheet.ts'
import type { Detail } from '#domain/exports/detail.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { DataTable } from '#protocol/endpoints/data-table.ts'
import { addMonth } from '#server/commands/made-up-phone.ts'
import type { World } from '#server/commands/world.ts'
import { tokenToHash } from '#server/http/access.ts'
import { TOKEN_PREFIX } from '#server/http/machine.ts'
import { createLog } from '#server/log.ts'
import { readSettings } from '#server/settings.ts'
import type { AuditEntry } from '#server/store/audit.ts'
import { ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

export const ALL_SETS = [
  'arrivals',
  'needs',
  'referrals',
  'items',
  'w3',
  'w4',
  'w5',
  'forms'
] as const satisfies readonly Scope[]
export const WEEKLY: Detail = { time: 'week', place: 'city', country: 'none' }
/** Once July 2018 has settled. */
export const IN_AUGUST = Date.UTC(2018, 7, 10, 12)
const DAY_MS = 86_400_000

export const seedJuly = async (server: TestServer): Promise<void> => {
  await addMonth(worldOf(server), server, { month: '2018-07', randomSeed: 1 })
  server.clock.at = IN_AUGUST
}

const worldOf = ({ clock }: TestServer): World => {
  const settings = readSettings({ SUSRET_ORGANISATION: ORGANISATION })
  if (!settings.ok) throw new Error(settings.refusal.join('\n'))
  return {
    settings: settings.value,
    version: 'test',
    clock,
    random: randomBytes,
    later: () => undefined,
    log: createLog('silent'),
    say: () => undefined,
    progress: () => undefined,
    untilStopped: () => Promise.resolve()
  }
}

type Wanted = {
  readonly sets?: readonly Scope[]
  readonly detail?: Detail
  readonly days?: number
  readonly name?: string
}

export const makeToken = async (
  { store, clock }: TestServer,
  { sets = ALL_SETS, detail = WEEKLY, days = 30, name = 'Power BI' }: Wanted = {}
) => {
  const secret = TOKEN_PREFIX + bytesToBase64Url(randomBytes(32))
  const expiresAt = clock.now() + days * DAY_MS
  const tokenHash = await tokenToHash(secret)
  const number = await store.addMachineToken({ organisation: ORGANISATION, name, sets, detail, expiresAt, tokenHash })
  return { secret, number }
}

export const ask = async ({ app }: TestServer, path: string, secret: string): Promise<Response> =>
  app.request(path, { headers: { authorization: `Bearer ${secret}` } })

export const table = (set: DataSet, more = '') => `/v1/data/table?set=${set}&month=2018-07${more}`

export const readTable = async (server: TestServer, path: string, secret: string): Promise<DataTable> => {
  const answer = await ask(server, path, secret)
  const said: unknown = await answer.json()
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(said)}`)
  return DataTable.parse(said)
}

/** The whole list at once. */
export const auditOf = async ({ store }: Pick<TestServer, 'store'>, organisation: string = ORGANISATION) => {
  const entries: AuditEntry[] = []
  const { brokenAt } = await store.readAudit(organisation, (entry) => entries.push(entry))
  return { entries, brokenAt }
}
