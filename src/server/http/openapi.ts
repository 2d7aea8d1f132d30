// `openapi.json`, made from the endpoint definitions themselves, so that it cannot say anything else.
import * as z from 'zod/mini'
import { toJSONSchema } from 'zod/v4/core'
import { BYTES, type Endpoint, JSON_TYPE } from '#protocol/endpoints/endpoint.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { HSDS_LISTS, type HsdsList, queryOf } from '#server/http/hsds.ts'
import { MACHINE_PROBLEMS, MachineProblem } from '#protocol/machine-problem.ts'
import { Problem, PROBLEMS } from '#protocol/problem.ts'

const SECURITY: Readonly<Record<Endpoint['access'], object>> = {
  anyone: {},
  invite: {},
  parcel: {},
  token: { security: [{ token: [] }] },
  machine: { security: [{ token: [] }, { password: [] }] }
}

const ACCESS_IN_WORDS: Readonly<Record<Endpoint['access'], string>> = {
  anyone: 'Open to anyone.',
  invite: 'The invite in the body speaks for the phone.',
  parcel: 'The signature inside the body speaks for the phone.',
  token: "The phone's own token as bearer.",
  machine: 'A token the operator made with the command token: as bearer, or as the password of a basic login.'
}

/** `hasHsds`: whether this server gives its directory to anyone. */
export const describeEndpoints = (version: string, hasHsds: boolean): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Susret',
    version,
    description: 'What phones and the server say to each other. The bytes are explained in src/protocol/README.md.'
  },
  paths: {
    ...pathsOf(Object.values(ENDPOINTS)),
    ...(hasHsds && HSDS_PATHS)
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, password: { type: 'http', scheme: 'basic' } },
    schemas: { Problem: toJSONSchema(Problem), MachineProblem: toJSONSchema(MachineProblem) }
  }
})

/** One address may be asked in several ways. */
const pathsOf = (endpoints: readonly Endpoint[]): Record<string, object> => {
  const paths: Record<string, object> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return paths
}

const operation = ({ summary, access, query, body, answer, isAlsoCsv, refusals }: Endpoint) => ({
  summary,
  description: ACCESS_IN_WORDS[access],
  ...SECURITY[access],
  ...(query && { parameters: toParameters(query) }),
  ...(body && { requestBody: { required: true, content: toContent(body) } }),
  responses: {
    200: { description: 'Done', content: { ...toContent(answer), ...(isAlsoCsv && CSV) } },
    ...Object.fromEntries(
      statusesOf([...refusals, 'fault']).map(([status, problems]) => [
        status,
        {
          description: problems.join(', '),
          content: { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${schemaOf(problems)}` } } }
        }
      ])
    )
  }
})

/** The shapes are the standard's, which describes them itself. */
const hsds = (summary: string, parameters: readonly object[] = [], isOne = false) => ({
  get: {
    summary,
    description: `${ACCESS_IN_WORDS.anyone} HSDS 3.0: https://docs.openreferral.org/en/v3.0/`,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: { description: 'Done', content: { [JSON_TYPE]: { schema: { type: 'object' } } } },
      ...(isOne ? { 404: { description: 'not_found' } } : { 400: { description: 'bad_request' } })
    }
  }
})

const hsdsParameters = (list: HsdsList) =>
  Object.keys(queryOf(list).shape).map((name) => ({
    name,
    in: 'query',
    required: false,
    schema: { type: INTEGERS.includes(name) ? 'integer' : 'string' }
  }))

const INTEGERS: readonly string[] = ['page', 'per_page', 'proximity']

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

const HSDS_PATHS = {
  '/hsds': hsds('Which version of HSDS the directory is given in'),
  '/hsds/': hsds('The same'),
  ...Object.fromEntries(
    HSDS_LISTS.flatMap((list) => [
      [`/hsds/${list}`, hsds(`The directory: ${list}, page by page`, hsdsParameters(list))],
      [`/hsds/${list}/{id}`, hsds(`One of the ${list}`, [ID], true)]
    ])
  )
}

const statusesOf = (problems: Endpoint['refusals']): [number, string[]][] => {
  const byStatus = new Map<number, string[]>()
  for (const problem of problems) {
    const status = STATUSES[problem]
    byStatus.set(status, [...(byStatus.get(status) ?? []), problem])
  }
  return [...byStatus]
}

const STATUSES = { ...PROBLEMS, ...MACHINE_PROBLEMS }

/** No status is shared by both kinds in one endpoint. */
const schemaOf = (problems: readonly string[]): string =>
  problems.some((problem) => problem in MACHINE_PROBLEMS) ? 'MachineProblem' : 'Problem'

const CSV = { 'text/csv': { schema: { type: 'string' } } }

const toContent = (schema: z.ZodMiniType | 'bytes') =>
  schema === 'bytes'
    ? { [BYTES]: { schema: { type: 'string', format: 'binary' } } }
    : { [JSON_TYPE]: { schema: toJSONSchema(schema) } }

const toParameters = (query: z.ZodMiniType) => {
  const { properties = {}, required = [] } = toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema
  }))
}
