// Big letters and small windows: the bars above and below scroll away before they take much of the window, and what the
// keyboard stops at is seen whole. At the usual size they stay where the thumb knows them.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, speak } from '#tests/e2e/world/acts.ts'
import { PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env

type Size = { width: number; height: number; text: number }

/** Of the window, where bars stay; less where letters are so big that they need not. */
const mostOfWindow = ({ text }: Size) => (text < 130 ? 0.42 : 1 / 3)

const SIZES: readonly Size[] = [
  { ...PHONE_SIZE, text: 100 },
  { width: 320, height: 640, text: 100 },
  { width: 640, height: 360, text: 100 },
  ...[112, 130, 150, 200].map((text) => ({ ...PHONE_SIZE, text })),
  ...[150, 200].map((text) => ({ width: 320, height: 640, text })),
  ...[130, 150, 200].map((text) => ({ width: 412, height: 915, text }))
]

test('bars leave room for what is between them, and hide nothing that has the focus', async ({ joinPhone }) => {
  test.setTimeout(600_000)
  const page = (await joinPhone('worker')).page()
  await speak(page, 'en', 'so')
  for (const screen of ['newArrival', 'today'] as const) {
    await goTo(page, screen, wordsOf('so'))
    for (const size of SIZES) {
      await test.step(`${screen} at ${size.width} × ${size.height} px, ${size.text} %`, async () => {
        await show(page, size)
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${screen}-${Object.values(size).join('-')}.png` })
        expect.soft(await page.evaluate(shareOfBars), 'share of the bars').toBeLessThanOrEqual(mostOfWindow(size))
        expect.soft(await hiddenStops(page)).toEqual([])
      })
    }
    await show(page, SIZES[0] as Size)
  }
})

test('at the usual size the bars stay in sight, wherever one has scrolled to', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', wordsOf('en'))
  await page.getByRole('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }))
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('navigation')).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: wordsOf('en')('common:actions.save'), exact: true })).toBeInViewport()
})

const show = async (page: Page, { width, height, text }: Size) => {
  await page.setViewportSize({ width, height })
  await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), text)
}

/** Runs in the page: how much of the window is taken by bars that stay when one scrolls. */
const shareOfBars = (): number => {
  const bars = [...document.querySelectorAll('header, nav, footer')]
  const tops = () => bars.map((bar) => bar.getBoundingClientRect().top)
  const before = tops()
  const scrollers = [...document.querySelectorAll('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY)
  )
  for (const scroller of scrollers) scroller.scrollTo({ top: 40 })
  const after = tops()
  for (const scroller of scrollers) scroller.scrollTo({ top: 0 })
  const staying = bars.filter((_, index) => Math.abs((before[index] ?? 0) - (after[index] ?? 0)) < 1)
  return staying.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / innerHeight
}

/** What the keyboard comes to, one stop after the other, and is not wholly in sight there. */
const hiddenStops = async (page: Page): Promise<string[]> => {
  const hidden: string[] = []
  await page.getByRole('main').focus()
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(stopHidden)
    if (said === 'end') break
    if (said !== '') hidden.push(said)
  }
  return hidden
}

/** Runs in the page: `end` outside of what is between the bars, else the words of a stop that is hidden. */
const stopHidden = (): string => {
  const stop = document.activeElement
  if (!(stop instanceof HTMLElement) || stop.closest('main, footer') === null) return 'end'
  const { left, right, top, bottom, height } = stop.getBoundingClientRect()
  // One taller than the window can only be seen in part.
  if (height > innerHeight / 2) return ''
  const isIn = top >= -1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1
  const isOnTop = (y: number) => {
    const there = document.elementFromPoint((left + right) / 2, y)
    return there !== null && (stop.contains(there) || there.contains(stop))
  }
  return isIn && isOnTop(top + 3) && isOnTop(bottom - 3) ? '' : stop.innerText || stop.ariaLabel || stop.tagName
}
