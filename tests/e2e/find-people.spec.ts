// A month of people on one phone: only a screenful is drawn, yet everybody is there for the thumb, the keyboard and a screen
// reader, from left to right and from right to left.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, rowOf } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

/** More than two screens of rows are never drawn. */
const DRAWN_AT_MOST = 60

const listOf = (page: Page) => page.getByRole('main').getByRole('list', { name: t('people:title') })
const rowsOf = (page: Page) => listOf(page).getByRole('listitem')
const placeOf = (page: Page, at: 'first' | 'last') => {
  const row = at === 'first' ? rowsOf(page).first() : rowsOf(page).last()
  return row.evaluate(({ ariaPosInSet, ariaSetSize }) => [Number(ariaPosInSet), Number(ariaSetSize)] as const)
}

test('a month of people is scrolled, searched and tabbed through, and only what is in view is drawn @cases', async ({
  server,
  joinPhone
}) => {
  await server.command('seed', '--month', '2018-07')
  const page = (await joinPhone('lead')).page()
  await goTo(page, 'people', t)
  await page.getByRole('button', { name: t('people:days.all'), exact: true }).click()
  await expect(rowsOf(page).first()).toBeVisible()
  const [, all] = await placeOf(page, 'first')
  expect(all).toBeGreaterThan(500)

  await test.step('by the thumb, to the very last', async () => {
    await expect(async () => {
      await page.locator('#main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }))
      expect(await placeOf(page, 'last')).toEqual([all, all])
    }).toPass()
    await expect(rowsOf(page).last()).toBeInViewport()
    expect(await rowsOf(page).count()).toBeLessThan(DRAWN_AT_MOST)
  })

  await test.step('by the keyboard, from a row that was scrolled away', async () => {
    await page.locator('#main').evaluate((main) => main.scrollTo({ top: 0 }))
    const link = (place: number) => listOf(page).locator(`[aria-posinset="${place}"] a`)
    await link(2).focus()
    await page.locator('#main').evaluate((main) => main.scrollTo({ top: main.scrollHeight / 2 }))
    await expect(link(40)).toHaveCount(0)
    await expect(link(2)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(link(3)).toBeFocused()
    await expect(link(3)).toBeInViewport()
  })

  await test.step('by letters, in the script of whoever types', async () => {
    await page.getByRole('searchbox').fill('پاكستان')
    await expect(async () => expect((await placeOf(page, 'first'))[1]).toBeLessThan(all)).toPass()
    const [, inArabicKaf] = await placeOf(page, 'first')
    await page.getByRole('searchbox').fill('pakistan')
    await expect(page.getByRole('main').getByRole('status').first()).not.toHaveText(t('people:found.nobody'))
    expect(await placeOf(page, 'first')).toEqual([1, inArabicKaf])
    await expect(rowsOf(page).first()).toBeInViewport()
  })
  await test.step('from right to left', async () => {
    await page.getByRole('button', { name: t('ui:language.button'), exact: true }).click()
    await rowOf(page, 'ar').click()
    const list = page.getByRole('main').getByRole('list', { name: wordsOf('ar')('people:title') })
    await expect(list.getByRole('listitem').first()).toBeInViewport()
    const [outer, inner] = [await list.boundingBox(), await list.getByRole('listitem').first().boundingBox()]
    expect(inner?.width).toBeGreaterThan((outer?.width ?? 0) - 8)
    expect(inner?.width).toBeLessThanOrEqual(outer?.width ?? 0)
  })
})
