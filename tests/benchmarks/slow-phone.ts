// A page on a slow phone, that tells by itself when it shows something: to ask it costs a slow phone time too.
import { type CDPSession, expect, type Page } from '@playwright/test'

const THROTTLE = 6
const LOOK_EVERY_MS = 250
const PATIENCE_MS = 60_000
const SLOW_PATIENCE_MS = 300_000

export type Shown = 'passphrase' | 'tap' | 'newArrival'
type Timed = { shown: Partial<Record<Shown, number>> }

/** Runs in the page: notes when each place is painted, in milliseconds since the page was asked for. */
export const noteWhenShown = (places: Partial<Record<Shown, string>>): void => {
  const shown: Timed['shown'] = {}
  Object.assign(globalThis, { shown })
  const look = () => {
    for (const [name, selector] of Object.entries(places)) {
      if (document.querySelector(selector) === null) continue
      delete places[name as Shown]
      requestAnimationFrame(() => setTimeout(() => (shown[name as Shown] = performance.now())))
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}

export const tap = (button: HTMLElement): void => {
  ;(globalThis as unknown as Timed).shown.tap = performance.now()
  button.click()
}

export const shownAt = async (page: Page, name: Shown): Promise<number> => {
  const read = () => page.evaluate((one) => (globalThis as unknown as Timed).shown[one], name)
  await expect.poll(read, { intervals: [LOOK_EVERY_MS], timeout: PATIENCE_MS }).toBeDefined()
  return (await read()) ?? Number.NaN
}

/** Measures twice, the second time on a phone slowed down. */
export const plainAndSlow = async <Times>(page: Page, measure: () => Promise<Times>) => {
  const plain = await measure()
  const slowed = await throttle(page)
  page.setDefaultTimeout(SLOW_PATIENCE_MS)
  const slow = await measure()
  await slowed.detach()
  return { plain, slow }
}

export const throttle = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  return session
}
