// From sockets to requests. What is no HTTP, has no address or never comes to an end is refused like all else: a closed
// problem with the security headers; and no slow sender or reader keeps a connection for long.
import { createServer, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import { JSON_TYPE } from '#protocol/endpoints/endpoint.ts'
import { type Problem, type ProblemCode, PROBLEMS } from '#protocol/problem.ts'
import { SECURITY_HEADERS } from '#server/http/headers.ts'
import { faultToFacts, type Log } from '#server/log.ts'

const TIMES_MS = {
  /** A body on a very slow line still comes through. */
  requestTimeout: 5 * 60_000,
  headersTimeout: 20_000,
  /** A connection closed while a question is on its way, seconds long on a bad line, has the browser ask again. */
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000
}
/** Without a byte in either direction. */
const IDLE_MS = 60_000
/** Nobody of ours sends a tenth of it. */
const HEADER_BYTES = 16_384

type Fetch = (request: Request) => Response | Promise<Response>

export const createHttpServer = (fetch: Fetch, log: Log): Server => {
  const listen = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: (fault) => {
      if (fault instanceof RequestError) return toResponse('bad_request')
      log.error({ route: 'none', ...faultToFacts(fault) }, 'fault')
      return toResponse('fault')
    }
  })
  const underWay = new WeakMap<Duplex, ServerResponse>()
  const server = createServer(
    // A request without a host has `localhost`: Node's own refusal would go out without our headers.
    { ...TIMES_MS, maxHeaderSize: HEADER_BYTES, requireHostHeader: false },
    (incoming, outgoing) => {
      underWay.set(incoming.socket, outgoing)
      void listen(incoming, outgoing)
    }
  )
  server.setTimeout(IDLE_MS)
  server.on('checkExpectation', (_incoming, outgoing) => {
    const { head, body } = toParts('unsupported')
    outgoing.writeHead(PROBLEMS.unsupported, head).end(body)
  })
  server.on('connect', (_incoming, socket) => endWith(socket, 'not_found'))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isAnswering = underWay.get(socket)?.headersSent === true
    // A browser opens connections ahead. An answer to none of its questions would be taken for one to its next.
    const isUnused = (socket as Socket).bytesRead === 0
    if (isAnswering || isUnused || error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else endWith(socket, codeToProblem(error.code))
  })
  return server
}

const codeToProblem = (code: string | undefined): ProblemCode => {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 'too_large'
    // A line too slow, not a wrong client: it is to try again.
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'altered'
    default:
      return 'bad_request'
  }
}

const endWith = (socket: Duplex, problem: ProblemCode): void => {
  const { head, body } = toParts(problem)
  const status = PROBLEMS[problem]
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...Object.entries(head).map((pair) => pair.join(': '))]
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  ;(socket as Socket).destroySoon()
}

const toResponse = (problem: ProblemCode): Response => {
  const { head, body } = toParts(problem)
  return new Response(body, { status: PROBLEMS[problem], headers: head })
}

const toParts = (problem: ProblemCode) => {
  const body = JSON.stringify({ problem } satisfies Problem)
  const head = {
    ...SECURITY_HEADERS,
    'content-type': JSON_TYPE,
    'content-length': String(body.length),
    connection: 'close'
  }
  return { head, body }
}
