// The proxy does what its profiles say: otherwise the proofs that lean on it would prove nothing.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { createProxy, type Proxy } from '#tests/network/proxy.ts'
import { type ProfileName, PROFILE_NAMES, PROFILES } from '#tests/network/profiles.ts'

let server: Server
let heard: string[] = []
let proxy: Proxy

beforeEach(async () => {
  heard = []
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      heard.push(body)
      response.setHeader('padding', 'x'.repeat(1_200))
      response.end(`got ${body.length}, number ${heard.length}, ${'y'.repeat(400)}`)
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  proxy = await createProxy(createSeededRandom(Number(process.env['SEED'])))
  proxy.lead(`http://localhost:${(server.address() as AddressInfo).port}`)
})

afterEach(async () => {
  await proxy.dispose()
  server.closeAllConnections()
  await new Promise((settle) => server.close(settle))
})

const post = (body: string): Promise<string> =>
  fetch(`${proxy.url}/v1/parcels`, { method: 'POST', body, redirect: 'error' })
    .then(async (answer) => `${answer.status} ${await answer.text()}`)
    .catch(() => 'no answer')

const BODY = 'z'.repeat(2_000)
const STILL_WAITING = 'still waiting'
const aMoment = () => new Promise<string>((settle) => setTimeout(settle, 300, STILL_WAITING))

it.each<[ProfileName, outcome: string, reached: number]>([
  ['a clear line', '200 got 2000', 1],
  ['crumbs of seven bytes', '200 got 2000', 1],
  ['40 % of all packets lost', '200 got 2000', 1],
  ['reset before a byte is through', 'no answer', 0],
  ['reset in the middle of the request', 'no answer', 0],
  ['request cut short', 'no answer', 0],
  ['reset instead of the answer', 'no answer', 1],
  ['nothing instead of the answer', 'no answer', 1],
  ['answer cut in its head', 'no answer', 1],
  ['answer cut in its body', 'no answer', 1],
  ['reset in the middle of the answer', 'no answer', 1],
  ['every request twice', '200 got 2000', 2],
  ['a portal: 200 and a page', '200 <!doctype html>', 0],
  ['a portal: 204', '204 ', 0],
  ['a portal: 404', '404 <!doctype html>', 0],
  ['a portal: a redirect to its page', 'no answer', 0],
  ['half open: the request goes through, the answer never comes', STILL_WAITING, 1],
  ['into the void: the request does not go through, and nothing is said', STILL_WAITING, 0]
])('%s', async (name, outcome, reached) => {
  proxy.use(PROFILES[name])
  const said = await Promise.race([post(BODY), ...(outcome === STILL_WAITING ? [aMoment()] : [])])
  expect(said.slice(0, outcome.length)).toBe(outcome)
  await expect.poll(() => heard.length).toBe(reached)
})

it('a line of 400 kbit/s and 400 ms takes at least as long as its arithmetic', async () => {
  proxy.use(PROFILES['400 kbit/s and 400 ms round trip'])
  const began = performance.now()
  await post('z'.repeat(25_000))
  // Shaking hands and asking are a round trip each; 25,000 bytes take half a second.
  expect(performance.now() - began).toBeGreaterThanOrEqual(1_299)
})

it('who sends little takes turns with who sends much', async () => {
  proxy.use({ up: { bytesPerSecond: 20_000 } })
  const order: string[] = []
  const much = post('z'.repeat(100_000)).then(() => order.push('much'))
  await aMoment()
  await Promise.all([much, post('little').then(() => order.push('little'))])
  expect(order).toEqual(['little', 'much'])
})

it('one turned bit arrives turned', async () => {
  proxy.use(PROFILES['a bit turned in the request'])
  await post(BODY)
  expect(heard[0]).toHaveLength(2_000)
  expect(heard[0]).not.toBe(BODY)
})

it('an earlier answer is given for a later question', async () => {
  proxy.use({})
  await post('first')
  await post('second')
  proxy.use(PROFILES['yesterday’s answer again'])
  expect(await post('third')).toMatch(/^200 got (5|6)/)
  expect(heard).toEqual(['first', 'second'])
})

it('a held request waits until it is let go, and bytes are counted both ways', async () => {
  proxy.hold()
  const asked = post(BODY)
  await expect.poll(() => proxy.held()).toBe(1)
  expect(heard).toEqual([])
  proxy.letGo()
  expect(await asked).toContain('200')
  const [exchange] = proxy.exchanges()
  expect(exchange?.up).toBeGreaterThan(2_000)
  expect(exchange?.down).toBeGreaterThan(1_600)
  expect(exchange?.body.toString()).toBe(BODY)
})

it('has at least twenty profiles', () => {
  expect(PROFILE_NAMES.length).toBeGreaterThanOrEqual(20)
})
