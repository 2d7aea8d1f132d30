// Requests that are wrong as HTTP, ask at wrong addresses, or ask in somebody else's name.
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import type { Chance } from '#tests/fuzz/chance.ts'
import { toHostileJson } from '#tests/fuzz/hostile-json.ts'
import { get, type Head, post, type Sent, toRequest } from '#tests/fuzz/wire.ts'
import type { World } from '#tests/fuzz/world.ts'

const TEN_GIGABYTES = String(10 * 1024 ** 3)
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'QUERY',
  'get',
  'X',
  'PRI'
]
const PATHS = [
  ...Object.values(ENDPOINTS).map(({ path }) => path),
  '/openapi.json',
  '/',
  '*',
  '//',
  '/v1/',
  '/v1/parcels/',
  '/v1//parcels',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2fkeys.json',
  '/%00',
  '/%',
  '/%E0%A4%A',
  '/\\..\\keys.json',
  '/__proto__',
  '/constructor',
  'http://',
  'http://[::1',
  'http://other/v1/library'
]
const CURSORS = [
  '',
  '0',
  '-1',
  '1e9',
  '9'.repeat(60),
  'a.b',
  '%00',
  '%ff',
  '\u00ff',
  '__proto__',
  '..',
  'AnotherEpoch01.999',
  '%7b%7d',
  "'--"
]
const join = ['Connection', 'close'] as const
const host = ['Host', 'susret'] as const

const line = (chance: Chance): Sent => {
  const method = chance.one(METHODS)
  const path = chance.one(PATHS) + (chance.is(0.2) ? chance.bytes(chance.below(20)).toString('latin1') : '')
  const query = chance.is(0.3) ? `?after=${chance.one(CURSORS)}&after=${chance.one(CURSORS)}&__proto__=1` : ''
  const version = chance.is(0.1)
    ? chance.one(['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'RTSP/1.0', ''])
    : 'HTTP/1.1'
  return { bytes: toRequest(`${method} ${path}${query} ${version}`, [host, join]), isUnfinished: true }
}

const headers = (chance: Chance): Sent => {
  const bombs: Head[] = [
    Array.from({ length: chance.one([100, 900, 2_500]) }, (_, at) => [`x-${at}`, 'a'] as const),
    [['x', 'a'.repeat(chance.one([8_000, 17_000, 200_000]))]],
    [['authorization', chance.bytes(60)]],
    [['Host', chance.one(['', 'a b', '[', 'a:99999', '\u00ff', 'a@b', 'other', 'a/../b'])]],
    [['Expect', chance.one(['100-continue', 'tea'])]],
    [
      ['Upgrade', 'websocket'],
      ['Connection', 'Upgrade']
    ],
    [['Content-Length', chance.one(['-1', '+1', '1e3', '0x10', '99999999999999999999', '1, 2', ''])]],
    [
      ['Content-Length', '1'],
      ['Content-Length', '2']
    ],
    [['x y', 'a']],
    [['x', Buffer.from('a\u0000b')]],
    [['x', 'a\r\n continued']],
    [['accept-encoding', 'br;q=1,'.repeat(900)]],
    [
      ['__proto__', 'a'],
      ['constructor', 'b']
    ],
    [['range', 'bytes=0-99999999999']],
    [
      ['accept', 'text/html'],
      ['sec-fetch-mode', 'navigate']
    ]
  ]
  const [method, path] = chance.one([
    ['GET', '/health'],
    ['GET', '/v1/library?after='],
    ['POST', '/v1/parcels'],
    ['GET', '/']
  ] as const)
  return { bytes: toRequest(`${method} ${path} HTTP/1.1`, [host, join, ...chance.one(bombs)]), isUnfinished: true }
}

/** Lengths, chunks and packings that are not what they say. */
const framing = (chance: Chance, { recorded }: World): Sent => {
  const path = chance.one(['/v1/parcels', '/v1/devices'])
  const body = Buffer.from(chance.one(recorded).bytes)
  const half = body.subarray(0, chance.below(body.length))
  const chunk = (bytes: Buffer, size = bytes.length.toString(16)) => [
    Buffer.from(`${size}\r\n`),
    bytes,
    Buffer.from('\r\n')
  ]
  const chunked = (head: Head, ...parts: Buffer[]) =>
    toRequest(`POST ${path} HTTP/1.1`, [host, join, ['Transfer-Encoding', 'chunked'], ...head], Buffer.concat(parts))
  const end = Buffer.from('0\r\n\r\n')
  const packing = ['Content-Encoding', chance.one(['gzip', 'br', 'deflate', 'zstd', 'gzip, br', 'x'])] as const
  const bytes = chance.one([
    () => chunked([], ...chunk(half), end),
    () => chunked([], ...chunk(half, (half.length + 5).toString(16)), end),
    () => chunked([], ...chunk(half, '1'), end),
    () =>
      chunked(
        [],
        ...chunk(half, chance.one(['-1', 'zz', 'fffffffffffffffff', '0x5', ' 5', '5;a=b', `5;${'a'.repeat(20_000)}`])),
        end
      ),
    () => chunked([], ...chunk(body), Buffer.from('0\r\nx: y\r\n\r\n'), Buffer.from('GET /health HTTP/1.1\r\n\r\n')),
    () => chunked([['Content-Length', '5']], ...chunk(body), end),
    () => chunked([['Transfer-Encoding', 'gzip']], ...chunk(body), end),
    () => chunked([packing], ...chunk(body), end),
    () => toRequest(`POST ${path} HTTP/1.1`, [host, join, ['Content-Length', TEN_GIGABYTES]], half),
    () => toRequest(`POST ${path} HTTP/1.1`, [host, join, packing, ['Content-Length', TEN_GIGABYTES]], half),
    () => toRequest(`POST ${path} HTTP/1.1`, [host, join, ['Content-Length', String(body.length + 10)]], body),
    () => toRequest(`POST ${path} HTTP/1.1`, [host, join, ['Content-Length', String(half.length)]], body),
    () => toRequest(`GET ${path} HTTP/1.1`, [host, join, ['Content-Length', String(half.length)]], half),
    () => post(path, body, [packing])
  ])()
  return { bytes, isUnfinished: true }
}

const asking = (chance: Chance, { phones }: World): Sent => {
  const token = chance.is(0.5)
    ? chance.one(phones).token
    : chance.one(['', 'a', 'A'.repeat(43), 'A'.repeat(4_000), '../..', '%00'])
  const scheme = chance.one(['Bearer', 'Bearer', 'bearer', 'Basic', 'Bearer Bearer', ''])
  const path = chance.one(['/v1/deliveries', '/v1/library'])
  return {
    bytes: get(`${path}?after=${chance.one(CURSORS)}`, [['Authorization', `${scheme} ${token}`]]),
    isUnfinished: true
  }
}

const joining = (chance: Chance, { hostile }: World): Sent => ({
  bytes: post('/v1/devices', toHostileJson(hostile.joinRequest(chance.is(0.5) ? 'A'.repeat(22) : 'short'), chance), [
    ['Content-Type', chance.one(['application/json', 'text/plain', 'multipart/form-data', ''])]
  ])
})

/** What each address that is written to takes; each is also sent to the others. */
const WRITTEN = [
  {
    kind: 'wording',
    id: 'ps.common:standing.saved',
    language: 'ps',
    key: 'common:standing.saved',
    english: 'Saved',
    text: 'x'
  },
  { kind: 'recording', id: 'ps.hello', language: 'ps', card: 'hello', mime: 'audio/webm', sound: 'AAAA' },
  { kind: 'taken_back', id: 'ps.hello' },
  ...BELGRADE.slice(0, 30),
  {
    id: 'A'.repeat(22),
    organisation: 'partner',
    boxes: [{ to: 'A'.repeat(8), key: 'A'.repeat(107) }],
    body: 'A'.repeat(800)
  },
  { ids: ['A'.repeat(22), 'B'.repeat(22)] },
  { endpoint: 'https://push.example.org/send/1', p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) }
]
const WRITERS = Object.values(ENDPOINTS).filter(({ access, method }) => access === 'token' && method !== 'GET')

const writing = (chance: Chance, { phones }: World): Sent => {
  const { method, path } = chance.one(WRITERS)
  const body = toHostileJson(chance.one<unknown>(WRITTEN), chance)
  const head: Head = [
    ['Host', 'susret'],
    ['Connection', 'close'],
    ['Authorization', `Bearer ${chance.one(phones).token}`],
    ['Content-Length', String(body.length)],
    ['Content-Type', 'application/json']
  ]
  return { bytes: toRequest(`${method} ${path} HTTP/1.1`, head, body) }
}

export const HTTP_ATTACKS = { line, headers, framing, asking, joining, writing }
