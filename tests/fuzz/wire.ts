// One request as bytes on a socket of its own, because an HTTP client would be too polite; and what came back.
import { connect } from 'node:net'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** `silence`: the connection ended, or was left, without a whole answer. */
export type Outcome = Answer | 'silence'

/** Ends a request that nobody answers because it never says that it is over. */
const UNFINISHED_MS = 150
/** Ends a test that hangs; it measures nothing. */
const HANGS_MS = 60_000

export type Sent = {
  readonly bytes: Buffer
  /** The request promises more than it sends. */
  readonly isUnfinished?: boolean
}

export const exchange = (port: number, { bytes, isUnfinished }: Sent): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(outcome)
    }
    const timer = setTimeout(
      () => (isUnfinished ? end('silence') : reject(new Error(`No answer to ${bytes.subarray(0, 200).toString()}`))),
      isUnfinished ? UNFINISHED_MS : HANGS_MS
    )
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (part) => {
      parts.push(part)
      const answer = findAnswer(Buffer.concat(parts))
      if (answer) end(answer)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNREFUSED') return end('silence')
      clearTimeout(timer)
      reject(error)
    })
    socket.on('close', () => end('silence'))
  })

/** Undefined until it is whole. An interim 100 is passed over. */
const findAnswer = (bytes: Buffer): Answer | undefined => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(first.split(' ')[1])
  if (status === 100) return findAnswer(bytes.subarray(end + 4))
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  )
  const body = bytes.subarray(end + 4)
  const length = Number(headers['content-length'] ?? 0)
  return body.length >= length || !headers['content-type']
    ? { status, headers, body: body.subarray(0, length) }
    : undefined
}

export type Head = readonly (readonly [name: string, value: string | Buffer])[]

export const toRequest = (line: string, head: Head, body: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from(`${line}\r\n`, 'latin1'),
    ...head.flatMap(([name, value]) => [
      Buffer.from(`${name}: `, 'latin1'),
      typeof value === 'string' ? Buffer.from(value, 'latin1') : value,
      Buffer.from('\r\n')
    ]),
    Buffer.from('\r\n'),
    body
  ])

export const post = (path: string, body: Uint8Array, more: Head = []): Buffer =>
  toRequest(
    `POST ${path} HTTP/1.1`,
    [['Host', 'susret'], ['Connection', 'close'], ['Content-Length', String(body.length)], ...more],
    body
  )

export const get = (path: string, more: Head = []): Buffer =>
  toRequest(`GET ${path} HTTP/1.1`, [['Host', 'susret'], ['Connection', 'close'], ...more])
