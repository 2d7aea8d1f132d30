// The app itself on a slow phone (6 × CPU throttle): switching the language in the middle of a form, and a cold start
// without signal up to a usable New arrival. Typing the passphrase is the person's time and is left out; what the app does
// meanwhile is not waited for. Pages tell by themselves when they show something: to ask them costs a slow phone time too.
import { type CDPSession, expect, type Page } from '@playwright/test'
import { median } from '#tests/benchmarks/median.ts'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { counterSays, fillArrival, goTo, joinTeam, PASSPHRASE } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const THROTTLE = 6
/** A quick hand. */
const TYPING_MS = 80
const LOOK_EVERY_MS = 250
const PATIENCE_MS = 60_000
const PASSPHRASE_FIELD = 'input[type=password]'
const COUNTER = '[data-counted]'
const t = wordsOf('en')

export type AppFigures = {
  rounds: number
  /** First switch to a language in this visit, and later ones. */
  firstSwitchMs: number
  switchMs: number
  /** Cold start to the passphrase, and from there to a usable New arrival. */
  toPassphraseMs: number
  unlockMs: number
}

export const measureApp = async (rounds: number): Promise<AppFigures> => {
  const server = await createTestServer()
  await server.start()
  const phone = await createTestPhone(server.url, createComplaints())
  try {
    await phone.open()
    await joinTeam(phone.page(), await server.invite('worker'))
    const switches = await measureSwitches(phone.page(), rounds)
    await phone.close()
    const starts = await measureStarts(phone, rounds)
    return { rounds, ...switches, ...starts }
  } finally {
    await phone.dispose()
    await server.dispose()
  }
}

const measureSwitches = async (page: Page, rounds: number) => {
  await goTo(page, 'newArrival', t)
  await fillArrival(page, { men: 2, boys: 1 }, t)
  await throttle(page)
  const first: number[] = []
  const later: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const row of [3, 4, 1, 0]) {
      const took = await switchTo(page, row)
      if (round === 0 && row !== 0) first.push(took)
      else later.push(took)
    }
  }
  return { firstSwitchMs: median(first), switchMs: median(later) }
}

/** Opens the picker, then times from the tap on a language until its words are painted. */
const switchTo = async (page: Page, row: number): Promise<number> => {
  await page.getByRole('banner').getByRole('button').and(page.locator('[aria-haspopup=dialog]')).click()
  await page.getByRole('dialog').waitFor()
  return page.evaluate(
    (at) =>
      new Promise<number>((settle) => {
        const button = document.querySelectorAll<HTMLButtonElement>('dialog[open] li button')[at]
        const heading = document.querySelector('h1')
        const began = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => settle(performance.now() - began)))
        })
        if (heading) observer.observe(heading, { characterData: true, childList: true, subtree: true })
        button?.click()
      }),
    row
  )
}

type Shown = 'passphrase' | 'tap' | 'newArrival'
type Timed = { shown: Partial<Record<Shown, number>> }

/** Runs in the page: notes when each place is painted, in milliseconds since the page was asked for. */
const noteWhenShown = (places: Partial<Record<Shown, string>>): void => {
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

const tap = (button: HTMLElement): void => {
  ;(globalThis as unknown as Timed).shown.tap = performance.now()
  button.click()
}

const shownAt = async (page: Page, name: Shown): Promise<number> => {
  const read = () => page.evaluate((one) => (globalThis as unknown as Timed).shown[one], name)
  await expect.poll(read, { intervals: [LOOK_EVERY_MS], timeout: PATIENCE_MS }).toBeDefined()
  return (await read()) ?? Number.NaN
}

const measureStarts = async (phone: TestPhone, rounds: number) => {
  const toPassphrase: number[] = []
  const unlocked: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await phone.open({ path: 'about:blank', isOffline: true })
    const page = phone.page()
    await throttle(page)
    await page.addInitScript(noteWhenShown, { passphrase: PASSPHRASE_FIELD, newArrival: COUNTER })
    await page.goto(phone.url('/new'))
    toPassphrase.push(await shownAt(page, 'passphrase'))
    const input = page.getByRole('textbox', { name: t('unlock:label') })
    await input.pressSequentially(PASSPHRASE, { delay: TYPING_MS })
    await page.getByRole('button', { name: t('unlock:open'), exact: true }).evaluate(tap)
    unlocked.push((await shownAt(page, 'newArrival')) - (await shownAt(page, 'tap')))
    // What was timed is what a person can use.
    await page.getByRole(...counterSays(t, 'women', 0)).waitFor()
    await phone.close()
  }
  return { toPassphraseMs: median(toPassphrase), unlockMs: median(unlocked) }
}

const throttle = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  return session
}
