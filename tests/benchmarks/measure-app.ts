// The app itself on a slow phone (6 × CPU throttle): switching the language in the middle of a form, and a cold start
// without signal up to a usable New arrival. Typing the passphrase is the person's time and is left out.
import type { CDPSession, Page } from '@playwright/test'
import { median } from '#tests/benchmarks/median.ts'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { counterSays, fillArrival, goTo, joinTeam, PASSPHRASE } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const THROTTLE = 6
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

const measureStarts = async (phone: TestPhone, rounds: number) => {
  const toPassphrase: number[] = []
  const unlocked: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await phone.open({ path: 'about:blank', isOffline: true })
    const page = phone.page()
    await throttle(page)
    const began = performance.now()
    await page.goto(phone.url('/new'))
    const input = page.getByRole('textbox', { name: t('unlock:label') })
    await input.waitFor()
    toPassphrase.push(performance.now() - began)
    await input.fill(PASSPHRASE)
    const tapped = performance.now()
    await page.getByRole('button', { name: t('unlock:open'), exact: true }).click()
    await page.getByRole(...counterSays(t, 'women', 0)).waitFor()
    unlocked.push(performance.now() - tapped)
    await phone.close()
  }
  return { toPassphraseMs: median(toPassphrase), unlockMs: median(unlocked) }
}

const throttle = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  return session
}
