// A lead writes what free places a house has; whoever refers a family sees it among the reasons, and a full house comes after.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, speak } from '#tests/e2e/world/acts.ts'
import { createLook } from '#tests/e2e/world/look.ts'
import { LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const main = (page: Page) => page.getByRole('main')
const offered = (page: Page) =>
  main(page)
    .getByRole('list', { name: t('refer:service.title') })
    .getByRole('listitem')
const freePlaces = (count: number) => `${t('directory:fields.available')}: ${count} (${t('services:today')})`

const chooseNeed = async (page: Page) => {
  await goTo(page, 'newArrival', t)
  await logArrival(page, { women: 2, girls: 1 }, t)
  await page.getByRole('link', { name: t('new-arrival:refer'), exact: true }).click()
  await main(page)
    .getByRole('button', { name: t('refer:askFirst.yes'), exact: true })
    .click()
  await main(page)
    .getByRole('button', { name: t('codes:needs.accommodation'), exact: true })
    .click()
  await page.getByRole('button', { name: t('common:actions.next'), exact: true }).click()
  await expect(offered(page).nth(1)).toBeVisible()
}

const writeFreePlaces = async (page: Page, service: string, places: number) => {
  await goTo(page, 'services', t)
  await main(page)
    .getByRole('link', { name: t('directory:title'), exact: true })
    .click()
  const entry = main(page).locator('a[href^="/directory/service/"]').filter({ hasText: service }).first()
  if (!(await entry.isVisible())) await main(page).getByRole('searchbox').fill(service)
  await entry.click()
  await main(page).locator('#entry-available').fill(String(places))
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(main(page).locator('#entry-available')).toHaveCount(0)
}

test('a house with room is offered before one that is full, and both say how many places are free @cases', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const lead = await joinPhone('lead')
  const omar = lead.page()
  omar.setDefaultTimeout(60_000)
  await lead.context().setOffline(true)
  await chooseNeed(omar)
  const nameOf = (at: number) => offered(omar).nth(at).locator('[class*=title]').first().innerText()
  const [first, second] = [await nameOf(0), await nameOf(1)]

  await writeFreePlaces(omar, first, 0)
  await writeFreePlaces(omar, second, 40)
  await chooseNeed(omar)
  await expect(offered(omar).filter({ hasText: second }).first()).toContainText(freePlaces(40))
  expect(await nameOf(0)).toBe(second)
  const more = main(omar).getByRole('button', { name: /^Show \d+ more$/ })
  if (await more.isVisible()) await more.click()
  const all = await offered(omar).allInnerTexts()
  const full = all.findIndex((row) => row.includes(freePlaces(0)))
  expect(full).toBeGreaterThan(0)
  expect(all[full]).toContain(first)

  const found: string[] = []
  /** At each size with `part` in sight. */
  const lookAt = async (language: 'en' | 'ar', name: string, part: Locator) => {
    for (const size of [PHONE_SIZE, LAPTOP_SIZE]) {
      await omar.setViewportSize(size)
      await part.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      const views = [{ light: 'day', text: 100, width: size.width }] as const
      await createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })(omar, name)
    }
  }
  const seeFreePlaces = async (language: 'en' | 'ar') =>
    lookAt(language, 'free-places', main(omar).getByRole('listitem').first())
  await seeFreePlaces('en')
  await speak(omar, 'en', 'ar')
  await seeFreePlaces('ar')

  await test.step('and the lead takes them to coordination, the full house first', async () => {
    const rows = async (language: 'en' | 'ar') => {
      const words = wordsOf(language)
      // Where there is room the choices stand open.
      await omar.setViewportSize(LAPTOP_SIZE)
      await goTo(omar, 'review', words)
      await main(omar)
        .getByRole('link', { name: words('changed:title'), exact: true })
        .click()
      await main(omar)
        .getByRole('button', { name: language === 'en' ? 'English' : 'العربية', exact: true })
        .click()
      const table = main(omar).getByRole('region', { name: words('directory:fields.available'), exact: true })
      await lookAt(language, 'changed-free-places', table)
      // No word of a heading is torn: each stands on as many lines as it has words, or fewer.
      for (const head of await table.getByRole('columnheader').all()) {
        const [text, lines] = [(await head.innerText()).trim(), await head.evaluate(linesOf)]
        expect(lines, text).toBeLessThanOrEqual(text.split(/\s+/).length)
      }
      await omar.setViewportSize(LAPTOP_SIZE)
      return (await table.getByRole('row').allInnerTexts()).slice(1)
    }
    await rows('ar')
    await speak(omar, 'ar', 'en')
    const [fullest = '', roomy = '', ...others] = await rows('en')
    await test.step('the days it tells are the days it says were chosen, also while the week goes on', async () => {
      const heading = main(omar).getByRole('heading', { level: 2, name: t('changed:title') })
      const days = (await heading.innerText()).split(' · ').at(-1) ?? ''
      await expect(main(omar).getByRole('button', { name: days, exact: true })).toBeVisible()
    })
    expect(fullest).toContain(first)
    expect(fullest).toMatch(/\t0\t/)
    expect(roomy).toContain(second)
    expect(roomy).toMatch(/\t40\t/)
    expect(others).toEqual([])
  })
  expect(found).toEqual([])
})

/** Runs in the page, at the size of a phone. */
const linesOf = (head: HTMLElement | SVGElement): number => {
  const range = document.createRange()
  range.selectNodeContents(head)
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
}
