// Bad networks by name: what teams meet in parks, stations and borrowed wifi, one fault at a time and a few together.
import type { Fault, Profile } from '#tests/network/profile.ts'

const page = '<!doctype html><title>Welcome</title><p>Please accept the terms to use this wifi.'
const says = (status: string, body = '', ...headers: string[]): Fault => ({
  does: 'say',
  answer: [`HTTP/1.1 ${status}`, ...headers, `content-length: ${body.length}`, '', body].join('\r\n')
})
const kbit = (perSecond: number) => (perSecond * 1_000) / 8
const bothWays = (line: Profile['up'] & object): Profile => ({ up: line, down: line })

const afterRequest = Infinity

export const PROFILES = {
  'a clear line': {},
  'far away: 800 ms there, 800 ms back, give or take 400': bothWays({ delayMs: 800, jitterMs: 400 }),
  '400 kbit/s and 400 ms round trip': bothWays({ delayMs: 200, bytesPerSecond: kbit(400) }),
  '8 kbit/s both ways': bothWays({ delayMs: 100, bytesPerSecond: kbit(8) }),
  'crumbs of seven bytes': bothWays({ sliceBytes: 7, jitterMs: 2 }),
  '40 % of all packets lost': bothWays({ delayMs: 50, lossShare: 0.4 }),
  '40 % lost, small packets, far away': bothWays({ delayMs: 300, jitterMs: 200, sliceBytes: 300, lossShare: 0.4 }),
  'reset before a byte is through': { fault: { does: 'break', in: 'request', after: 0, by: 'reset' } },
  'reset in the middle of the request': { fault: { does: 'break', in: 'request', after: 900, by: 'reset' } },
  'request cut short': { fault: { does: 'break', in: 'request', after: 900, by: 'end' } },
  'reset right after the request': { fault: { does: 'break', in: 'request', after: afterRequest, by: 'reset' } },
  'reset instead of the answer': { fault: { does: 'break', in: 'answer', after: 0, by: 'reset' } },
  'nothing instead of the answer': { fault: { does: 'break', in: 'answer', after: 0, by: 'end' } },
  'answer cut in its head': { fault: { does: 'break', in: 'answer', after: 60, by: 'end' } },
  'answer cut in its body': { fault: { does: 'break', in: 'answer', after: 1_500, by: 'end' } },
  'reset in the middle of the answer': { fault: { does: 'break', in: 'answer', after: 1_500, by: 'reset' } },
  'three answers lost, then a clear line': {
    fault: { does: 'break', in: 'answer', after: 0, by: 'reset' },
    times: 3
  },
  'every request twice': { fault: { does: 'repeat' } },
  'a bit turned in the request': { fault: { does: 'alter', in: 'request' } },
  'a bit turned in the answer': { fault: { does: 'alter', in: 'answer' } },
  'yesterday’s answer again': { fault: { does: 'recall' } },
  'kept connections reset when used again': { fault: { does: 'hang_up' } },
  'a portal: 200 and a page': { fault: says('200 OK', page, 'content-type: text/html') },
  'a portal: 200 and friendly JSON': { fault: says('200 OK', '{"ok":true}', 'content-type: application/json') },
  'a portal: 204': { fault: says('204 No Content') },
  'a portal: 404': { fault: says('404 Not Found', page, 'content-type: text/html') },
  'a portal: a redirect to its page': { fault: says('302 Found', '', 'location: http://login.invalid/') },
  'a portal: 511': { fault: says('511 Network Authentication Required', page, 'content-type: text/html') },
  'a gateway: 502': { fault: says('502 Bad Gateway', page, 'content-type: text/html') },
  'into the void: the request does not go through, and nothing is said': {
    fault: { does: 'swallow', goesThrough: false }
  },
  'half open: the request goes through, the answer never comes': {
    fault: { does: 'swallow', goesThrough: true },
    endsSilently: true
  },
  'up 400 ms, down 600 ms, on 8 kbit/s': {
    ...bothWays({ delayMs: 100, bytesPerSecond: kbit(8) }),
    flaps: { upMs: 400, downMs: 600 }
  }
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES
export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[]
