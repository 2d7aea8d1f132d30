// Every setting there is: one environment variable each, its default and what it is for. Nothing else reads the
// environment; `--help` prints this table.
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { accept, refuse, type Result } from '#domain/result.ts'
import { OrganisationId } from '#protocol/ids.ts'
import { LEAST_BODY_BYTES } from '#protocol/parcel.ts'
import { readFeeds } from '#server/feeds/address.ts'
import { readPushServices } from '#server/nudges/push-service.ts'

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

type Setting<Schema extends z.core.$ZodType> = {
  readonly variable: string
  readonly schema: Schema
  /** As it would stand in the environment. Without one the setting may be left out. */
  readonly default?: string
  readonly meaning: string
}

const setting = <Schema extends z.core.$ZodType>(one: Setting<Schema>): Setting<Schema> => one

const number = (lowest: number, highest: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,12}$/)), z.transform(Number)),
    z.int().check(z.gte(lowest), z.lte(highest))
  )
const text = z.string().check(z.minLength(1))
const path = z.pipe(
  text,
  z.transform((given) => resolve(given))
)

const pushServices = z.pipe(
  z.string().check(z.refine((given) => readPushServices(given) !== undefined, 'Say https://host, with spaces between')),
  z.transform((given) => readPushServices(given) ?? [])
)

const feeds = z.pipe(
  z.string().check(z.refine((given) => readFeeds(given) !== undefined, 'Say https://host/path, with spaces between')),
  z.transform((given) => readFeeds(given) ?? [])
)

const SETTINGS = {
  host: setting({
    variable: 'SUSRET_HOST',
    schema: text,
    default: '127.0.0.1',
    meaning: 'Address to listen on. This machine only; 0.0.0.0 behind a proxy that speaks https on another machine.'
  }),
  port: setting({ variable: 'SUSRET_PORT', schema: number(0, 65_535), default: '8080', meaning: 'Port to listen on.' }),
  publicUrl: setting({
    variable: 'SUSRET_PUBLIC_URL',
    schema: z.optional(z.url({ protocol: /^https?$/ })),
    meaning: 'Address phones open, as in https://susret.example.org. Left out: http://localhost and the port.'
  }),
  data: setting({
    variable: 'SUSRET_DATA',
    schema: path,
    default: './data',
    meaning: 'Folder for the data file and the keys.'
  }),
  keys: setting({
    variable: 'SUSRET_KEYS',
    schema: z.optional(path),
    meaning: "The server's key file, the same for all its processes. Left out: keys.json in SUSRET_DATA."
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    schema: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
    meaning: 'PostgreSQL, as in postgresql://user:password@host/susret. Left out: SQLite in SUSRET_DATA.'
  }),
  app: setting({ variable: 'SUSRET_APP', schema: path, default: './dist', meaning: 'Folder of the built app.' }),
  organisation: setting({
    variable: 'SUSRET_ORGANISATION',
    schema: OrganisationId,
    default: 'demo',
    meaning: 'Short name of the organisation that commands speak of: small letters, digits, hyphens.'
  }),
  organisationName: setting({
    variable: 'SUSRET_ORGANISATION_NAME',
    schema: text.check(z.maxLength(60)),
    default: 'Demo team',
    meaning: 'Its name as phones show it. Read once, when the organisation is made.'
  }),
  maxBodyBytes: setting({
    variable: 'SUSRET_MAX_BODY_BYTES',
    schema: number(LEAST_BODY_BYTES, 16_777_216),
    default: String(LEAST_BODY_BYTES),
    meaning: 'Largest request body; what is longer is cut off and refused.'
  }),
  bodyMemoryBytes: setting({
    variable: 'SUSRET_BODY_MEMORY_BYTES',
    schema: number(1_048_576, 4_294_967_296),
    default: '67108864',
    meaning: 'All request bodies in memory together; beyond that phones are told to come later.'
  }),
  waitingLimit: setting({
    variable: 'SUSRET_WAITING_LIMIT',
    schema: number(1, 100_000),
    default: '128',
    meaning: 'Parcels that may be checked or wait for the disk at once; beyond that phones are told to come later.'
  }),
  retryAfterSeconds: setting({
    variable: 'SUSRET_RETRY_AFTER_SECONDS',
    schema: number(1, 3_600),
    default: '5',
    meaning: 'Shortest "later" a phone is told; each is told a random one up to four times as long.'
  }),
  inviteMinutes: setting({
    variable: 'SUSRET_INVITE_MINUTES',
    schema: number(1, 10_080),
    default: '10',
    meaning: 'How long an invite is good for.'
  }),
  metricsToken: setting({
    variable: 'SUSRET_METRICS_TOKEN',
    schema: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{16,}$/))),
    meaning: 'At least 16 characters. With it as bearer, Prometheus reads counts at /metrics; left out, nobody does.'
  }),
  hookSeconds: setting({
    variable: 'SUSRET_HOOK_SECONDS',
    schema: number(1, 3_600),
    default: '30',
    meaning:
      'Shortest wait before a webhook or a nudge that did not arrive is tried again; doubled each time, a webhook for some two days.'
  }),
  pushServices: setting({
    variable: 'SUSRET_PUSH_SERVICES',
    schema: z.optional(pushServices),
    meaning:
      'Push services that may nudge leads beside those of Google, Mozilla, Apple and Microsoft: https://host, with spaces between.'
  }),
  hsds: setting({
    variable: 'SUSRET_HSDS',
    schema: z.optional(OrganisationId),
    meaning:
      'Short name of the organisation whose directory anyone may read at /hsds (HSDS 3.0). Left out: nobody does.'
  }),
  feeds: setting({
    variable: 'SUSRET_FEEDS',
    schema: z.optional(feeds),
    meaning:
      'Directories of others (HSDS 3.0) that leads may take entries from: https://host/path, with spaces between.'
  }),
  logLevel: setting({
    variable: 'SUSRET_LOG_LEVEL',
    schema: z.enum(LOG_LEVELS),
    default: 'info',
    meaning: `One of ${LOG_LEVELS.join(', ')}.`
  })
}

export type Settings = { readonly [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]['schema']> }

/** A refusal is one line for each setting that makes no sense. An empty variable counts as left out. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Result<Settings, string[]> => {
  const read = Object.entries(SETTINGS).map(([name, { variable, schema, ...rest }]) => {
    const given = environment[variable] || ('default' in rest ? rest.default : undefined)
    const parsed = z.safeParse(schema as z.core.$ZodType, given)
    return { name, variable, given, parsed }
  })
  const wrong = read.flatMap(({ variable, parsed }) =>
    parsed.success ? [] : [`${variable}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`]
  )
  if (wrong.length > 0) return refuse(wrong)
  return accept(Object.fromEntries(read.map(({ name, parsed }) => [name, parsed.data])) as Settings)
}

export const describeSettings = (): string[] =>
  Object.values(SETTINGS).flatMap(({ variable, meaning, ...rest }) => [
    `  ${variable}${'default' in rest ? ` = ${rest.default}` : ''}`,
    `      ${meaning}`
  ])

export const keyPathOf = ({ keys, data }: Settings): string => keys ?? resolve(data, 'keys.json')
