// A push service on this machine, as the maker of a browser has one: a real HTTP server that checks by RFC 8292, with crypto of its own,
// who sends, and answers as it is told.
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Pushed = {
  readonly path: string
  readonly method: string
  readonly body: string
  readonly headers: IncomingHttpHeaders
  /** Undefined where the signature is not that of the key beside it. */
  readonly claims: Record<string, unknown> | undefined
  /** The key it is signed with. */
  readonly key: string
}

type Answer = number | { readonly status: number; readonly retryAfter: number }

export const createPushService = async () => {
  const pushed: Pushed[] = []
  let answer: Answer = 201
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      const { url = '', method = '', headers } = request
      pushed.push({ path: url, method, body, headers, ...readVapid(headers.authorization ?? '') })
      const { status, retryAfter } = typeof answer === 'number' ? { status: answer, retryAfter: 0 } : answer
      response.writeHead(status, retryAfter > 0 ? { 'retry-after': String(retryAfter) } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    /** Where a browser would be reached. */
    address: (browser = 'a-browser') => `${origin}/push/${browser}`,
    pushed,
    answerWith: (given: Answer) => {
      answer = given
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}

const readVapid = (authorization: string): Pick<Pushed, 'claims' | 'key'> => {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const point = Buffer.from(key, 'base64url')
  if (JSON.stringify(read(head)) !== '{"typ":"JWT","alg":"ES256"}' || point.length !== 65)
    return { claims: undefined, key }
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const verifier = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as JsonWebKey, format: 'jwk' })
  const said = Buffer.from(`${head}.${claims}`)
  const isTheirs = verify(
    'sha256',
    said,
    { key: verifier, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  )
  return { claims: isTheirs ? (read(claims) as Record<string, unknown>) : undefined, key }
}

const read = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}
