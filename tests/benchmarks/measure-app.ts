// The app itself on a slow phone (6 × CPU throttle): switching the language in the middle of a form, and a cold start
// without signal up to a usable New arrival, beside the barest start there can be. Typing the passphrase is the person's time
// and is left out; what the app does meanwhile is not waited for.
import type { Page } from '@playwright/test'
import { bundle } from '#tests/benchmarks/bundle.ts'
import { median } from '#tests/benchmarks/median.ts'
import { serveFolder } from '#tests/benchmarks/serve-folder.ts'
import { noteWhenShown, shownAt, tap, throttle } from '#tests/benchmarks/slow-phone.ts'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { counterSays, fillArrival, goTo, joinTeam, PASSPHRASE } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

/** A quick hand. */
const TYPING_MS = 80
const PASSPHRASE_FIELD = 'input[type=password]'
const COUNTER = '[data-counted]'
const t = wordsOf('en')

export type AppFigures = {
  rounds: number
  /** First switch to a language in this visit, and later ones. */
  firstSwitchMs: number
  switchMs: number
  /** Later ones to the language that takes longest. */
  slowestSwitchMs: number
  /** The least a start with a passphrase can be, on this machine. */
  bareStart: StartFigures
} & StartFigures

/** Cold start to the passphrase, and from there to a usable New arrival. */
export type StartFigures = { toPassphraseMs: number; unlockMs: number }

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
    return { rounds, ...switches, ...starts, bareStart: await measureBareStarts(rounds) }
  } finally {
    await phone.dispose()
    await server.dispose()
  }
}

const measureSwitches = async (page: Page, rounds: number) => {
  await goTo(page, 'newArrival', t)
  await fillArrival(page, { men: 2, boys: 1 }, t)
  await throttle(page)
  const count = INTERFACE_LANGUAGES.length
  const first: number[] = []
  const later = new Map<number, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 1; row <= count; row += 1) {
      const took = await switchTo(page, row % count)
      if (round === 0 && row !== count) first.push(took)
      else later.set(row, [...(later.get(row) ?? []), took])
    }
  }
  const ofEach = [...later.values()].map(median)
  return { firstSwitchMs: median(first), switchMs: median(ofEach), slowestSwitchMs: Math.max(...ofEach) }
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

const measureStarts = async (phone: TestPhone, rounds: number): Promise<StartFigures> => {
  const starts: StartFigures[] = []
  // The first start draws what the later ones find drawn.
  for (let round = 0; round <= rounds; round += 1) {
    const start = await startOnce(phone, '/new', async (page) => {
      await page.getByRole('textbox', { name: t('unlock:label') }).pressSequentially(PASSPHRASE, { delay: TYPING_MS })
      await page.getByRole('button', { name: t('unlock:open'), exact: true }).evaluate(tap)
      // What was timed is what a person can use.
      return () => page.getByRole(...counterSays(t, 'women', 0)).waitFor()
    })
    if (round > 0) starts.push(start)
  }
  return middleOf(starts)
}

/** The least a start can be: see `start/page.ts`. */
const measureBareStarts = async (rounds: number): Promise<StartFigures> => {
  const server = await serveFolder(await bundle('start', false))
  const phone = await createTestPhone(server.url, createComplaints())
  const starts: StartFigures[] = []
  try {
    await phone.open()
    await phone.page().evaluate(() => navigator.serviceWorker.ready)
    for (let visit = 0; visit < 2; visit += 1) await phone.page().reload({ waitUntil: 'networkidle' })
    await phone.close()
    for (let round = 0; round < rounds; round += 1) {
      starts.push(
        await startOnce(phone, '/', async (page) => {
          await page.locator('input').pressSequentially(PASSPHRASE, { delay: TYPING_MS })
          await page.locator('button').evaluate(tap)
          return () => page.locator(COUNTER).first().waitFor()
        })
      )
    }
    return middleOf(starts)
  } finally {
    await phone.dispose()
    await server.dispose()
  }
}

const startOnce = async (
  phone: TestPhone,
  path: string,
  enter: (page: Page) => Promise<() => Promise<void>>
): Promise<StartFigures> => {
  await phone.open({ path: 'about:blank', isOffline: true })
  const page = phone.page()
  await throttle(page)
  await page.addInitScript(noteWhenShown, { passphrase: PASSPHRASE_FIELD, newArrival: COUNTER })
  await page.goto(phone.url(path))
  const toPassphraseMs = await shownAt(page, 'passphrase')
  const isUsable = await enter(page)
  const unlockMs = (await shownAt(page, 'newArrival')) - (await shownAt(page, 'tap'))
  await isUsable()
  await phone.close()
  return { toPassphraseMs, unlockMs }
}

const middleOf = (starts: readonly StartFigures[]): StartFigures => ({
  toPassphraseMs: median(starts.map(({ toPassphraseMs }) => toPassphraseMs)),
  unlockMs: median(starts.map(({ unlockMs }) => unlockMs))
})
