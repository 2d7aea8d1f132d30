// One profile, gone through by a worker: three records are saved while the network stands still, then it does its harm,
// and when it is over everything is with the team, once.
import { expect, type Page } from '@playwright/test'
import { readEnvelope } from '#protocol/envelope.ts'
import { goTo, type Group, logArrival } from '#tests/e2e/world/acts.ts'
import type { Words } from '#tests/e2e/world/words.ts'
import type { Exchange } from '#tests/network/exchange.ts'
import { CLEAR, type Profile } from '#tests/network/profile.ts'
import type { Proxy } from '#tests/network/proxy.ts'

/** How often a network that harms every request does so before it is over; silence is long enough once. */
const strikesOf = ({ fault, times = 3 }: Profile): number => (fault?.does === 'swallow' ? 1 : times)

export type Worker = { readonly page: Page; readonly t: Words }

export const goThrough = async (
  { page, t }: Worker,
  { proxy, profile, groups }: { proxy: Proxy; profile: Profile; groups: readonly Group[] }
): Promise<void> => {
  proxy.forget()
  await saveWhileNothingMoves({ page, t }, proxy, groups)
  proxy.use(profile)
  proxy.letGo()
  await goTo(page, 'onThisPhone', t)
  if (profile.fault ?? profile.flaps) await sendUntil({ page, t }, () => proxy.strikes() >= strikesOf(profile))
  if (hasToEnd(profile)) {
    proxy.use(CLEAR)
    if (!profile.endsSilently) proxy.cut()
  }
  const done = page.getByRole('status').getByText(t('phone:send.done'), { exact: true })
  await sendUntil({ page, t }, () => done.isVisible())
  await expect(page.getByText(t('phone:work.all_sent'), { exact: true })).toBeVisible()
  expect(resentParcels(proxy.exchanges())).toBeLessThanOrEqual(
    proxy.exchanges().filter(({ isHarmed }) => isHarmed).length
  )
}

/** Through the others everything arrives while they last. */
const hasToEnd = ({ fault, times, flaps }: Profile): boolean =>
  flaps !== undefined || (fault !== undefined && times === undefined)

/** The first save starts a round, whose first request the network holds; the others are said to be saved all the same. */
const saveWhileNothingMoves = async ({ page, t }: Worker, proxy: Proxy, groups: readonly Group[]) => {
  proxy.hold()
  await goTo(page, 'newArrival', t)
  for (const [at, group] of groups.entries()) {
    await logArrival(page, group, t)
    if (at === 0) await expect.poll(() => proxy.held()).toBeGreaterThan(0)
  }
  expect(proxy.held()).toBeGreaterThan(0)
  expect(proxy.exchanges()).toEqual([])
}

/** The worker taps "Send now" again and again, whenever nothing is under way. */
const sendUntil = async ({ page, t }: Worker, isEnough: () => boolean | Promise<boolean>) => {
  const button = page.getByRole('button', { name: t('phone:send.now'), exact: true })
  const underWay = page.getByRole('status').getByText(t('phone:send.underWay'), { exact: true })
  await expect
    .poll(
      async () => {
        if (await isEnough()) return true
        if (!(await underWay.isVisible())) await button.click()
        return false
      },
      { timeout: 120_000, intervals: [200] }
    )
    .toBe(true)
}

/** How many times a parcel went up that had gone up before. */
const resentParcels = (exchanges: readonly Exchange[]): number => {
  const sent = exchanges.filter(({ method, path, up }) => method === 'POST' && path === '/v1/parcels' && up > 0)
  const names = sent.map(({ body }) => JSON.stringify(readEnvelope(new Uint8Array(body))?.header))
  return names.length - new Set(names).size
}
