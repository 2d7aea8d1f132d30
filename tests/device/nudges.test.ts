// A lead's phone asks the real server to be nudged, and puts right what either side has forgotten. The browser's own push service is
// the one thing stood in for.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNudges } from '#device/nudges.ts'
import { accept, refuse } from '#domain/result.ts'
import { base64UrlToBytes, bytesToBase64Url } from '#protocol/bytes.ts'
import { createSigningKeys } from '#protocol/keys.ts'
import type { Role } from '#protocol/ids.ts'
import { joined } from '#tests/device/person.ts'
import { createTeam, type Team } from '#tests/device/world.ts'

const ADDRESS = 'https://updates.push.services.mozilla.com/wpush/v2/one'

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const phoneOf = async (role: Role) => {
  const { phone, device } = await joined(team, role)
  return { device, nudges: createNudges(phone), keptOf: () => team.store().findNudge(device) }
}

/** `address`: where its service says the browser is reached; undefined, there is no service. */
const aBrowser = (address: string | undefined) => {
  let made: { endpoint: string; options: { applicationServerKey: ArrayBuffer } } | undefined
  const unsubscribe = async () => {
    made = undefined
    return true
  }
  const browser = {
    address,
    subscribed: 0,
    key: () => made && bytesToBase64Url(new Uint8Array(made.options.applicationServerKey)),
    getSubscription: async () => (made ? { ...made, unsubscribe } : null),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array<ArrayBuffer> }) => {
      if (browser.address === undefined) throw new DOMException('Registration failed', 'AbortError')
      browser.subscribed += 1
      made = { endpoint: browser.address, options: { applicationServerKey: applicationServerKey.slice().buffer } }
      return made
    }
  }
  return browser
}
type Browser = ReturnType<typeof aBrowser>
const of = (browser: Browser) => browser as unknown as PushManager

it('is asked for once, with the key of the team, and put right when either side has forgotten', async () => {
  const { device, nudges, keptOf } = await phoneOf('lead')
  const browser = aBrowser(ADDRESS)
  expect(await nudges.ensure(of(browser))).toEqual(accept(undefined))
  expect(await nudges.ensure(of(browser))).toEqual(accept(undefined))
  const { publicKey } = await team.store().nudgeKeys(createSigningKeys)
  expect([await keptOf(), browser.subscribed, browser.key()]).toEqual([ADDRESS, 1, publicKey])

  await team.store().removeNudge(device)
  await nudges.ensure(of(browser))
  expect([await keptOf(), browser.subscribed]).toEqual([ADDRESS, 1])

  // Another server had it before: what was made with that one's key would never be taken.
  const other = base64UrlToBytes((await createSigningKeys()).publicKey)
  browser.address = `${ADDRESS}-again`
  await browser.subscribe({ applicationServerKey: other })
  await nudges.ensure(of(browser))
  expect([await keptOf(), browser.key()]).toEqual([`${ADDRESS}-again`, publicKey])
})

it('ends on both sides', async () => {
  const { nudges, keptOf } = await phoneOf('lead')
  const browser = aBrowser(ADDRESS)
  await nudges.ensure(of(browser))
  await nudges.end(of(browser))
  expect([await keptOf(), await browser.getSubscription()]).toEqual([undefined, null])
})

it('says why not: no service behind the browser, one the team does not call, or a phone that is no lead’s', async () => {
  const lead = await phoneOf('lead')
  expect(await lead.nudges.ensure(of(aBrowser(undefined)))).toEqual(refuse('no_push'))
  expect(await lead.nudges.ensure(of(aBrowser('https://push.example.org/one')))).toEqual(refuse('no_push'))
  const worker = await phoneOf('worker')
  const browser = aBrowser(ADDRESS)
  expect(await worker.nudges.ensure(of(browser))).toEqual(refuse('no_answer'))
  expect([browser.subscribed, await lead.keptOf(), await worker.keptOf()]).toEqual([0, undefined, undefined])
})
