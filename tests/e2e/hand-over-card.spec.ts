// A person takes a card along to a service. It is made without signal, in their language; another phone of the team, without
// signal too, says whether it is genuine.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, speakWith } from '#tests/e2e/world/acts.ts'
import { layoutFlawsOf } from '#tests/e2e/world/flaws.ts'
import { LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

/** A6 without its margins, 95 × 138 mm. */
const A6_SIZE = { width: 359, height: 522 }

/** A folder for pictures for human eyes. */
const { PICTURES } = process.env

const [en, fa, sr] = [wordsOf('en'), wordsOf('fa'), wordsOf('sr-Latn')]

test('a card given in Farsi without signal is genuine on another phone without signal, an altered one is not @talk', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const mina = await joinPhone('worker')
  const partner = await joinPhone('worker')
  for (const phone of [mina, partner]) await phone.context().setOffline(true)
  const page = mina.page()
  const main = page.getByRole('main')

  await test.step('the card says all in Farsi, Serbian and English', async () => {
    await speakWith(page, 'en', 'fa')
    await goTo(page, 'services', en)
    await page.getByRole('searchbox').fill('showers')
    await main.locator('a[href^="/services/"]').first().click()
    await main.getByRole('link', { name: en('common:actions.giveCard'), exact: true }).click()
    for (const [language, t] of [
      ['fa', fa],
      ['sr-Latn', sr],
      ['en', en]
    ] as const) {
      const part = main.locator(`div[lang="${language}"]`)
      await expect(part.getByText(t('card:show'), { exact: true })).toBeVisible()
      await expect(
        part.getByText(`${t('card:need')}: ${t('codes:needs.wash_facility')}`, { exact: true })
      ).toBeVisible()
      const mark = part.getByText(t('talk:care.interpreterTitle', { language: '' }))
      await expect(mark, 'the mark is on the card itself').toHaveCount(language === 'en' ? 0 : 1)
    }
    await expect(main.locator('div[lang="fa"]')).toHaveAttribute('dir', 'rtl')
    await expect(main.locator('div[lang="fa"]'), 'the day in both calendars').toContainText(
      /\d+ \S+ 20\d\d \([۰-۹]{1,2} \S+ ۱۴[۰-۹]{2}\)/
    )
    await expect(main.getByText(en('talk:notChecked'))).toBeVisible()
    await expect(main.getByRole('img', { name: fa('card:qrLabel') })).toBeVisible()
  })

  const service = await main.locator('div[lang="en"] h2').innerText()
  const code = await main.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).innerText()

  await test.step('it is light at night, fits on every screen, and the QR code is 30 mm wide or more', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const sheet = main.locator('[class*=sheet]')
    await expect(sheet).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)')
    for (const [name, size] of Object.entries({ phone: PHONE_SIZE, laptop: LAPTOP_SIZE })) {
      await page.setViewportSize(size)
      const box = await main.getByRole('img', { name: fa('card:qrLabel') }).boundingBox()
      expect(box?.width).toBeGreaterThanOrEqual((30 / 25.4) * 96)
      expect(await layoutFlawsOf(page)).toEqual([])
      if (PICTURES) await picture(page, `card-${name}`)
    }
    await page.setViewportSize(PHONE_SIZE)
  })

  await test.step('on paper it is one sheet of A6', async () => {
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sheets = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
      [width, height].map((points) => Math.round((Number(points) / 72) * 25.4))
    )
    expect(sheets).toEqual([[105, 148]])
    if (PICTURES) {
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(A6_SIZE)
      await page.screenshot({ path: `${PICTURES}/card-paper.png` })
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize(PHONE_SIZE)
    }
  })

  await test.step('it can be saved as a picture', async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('button', { name: en('card:picture'), exact: true }).click()
    ])
    const bytes = await readFile(await saved.path())
    if (PICTURES) await saved.saveAs(`${PICTURES}/card-saved.png`)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(saved.suggestedFilename()).toBe(`${code.replace(' ', '')}.png`)
  })

  const link = await copiedLink(page)

  await test.step('another phone reads it as genuine', async () => {
    const other = partner.page()
    await other.evaluate((to) => (location.hash = to), new URL(link).hash)
    await expect(other.getByRole('alert')).toContainText(en('card:verdict.genuine', { day: '' }).replace(/ \.$/, ''))
    await expect(other.getByText(service, { exact: true })).toBeVisible()
    await expect(other.getByText(en('codes:needs.wash_facility'), { exact: true })).toBeVisible()
    await expect(other.getByText(code, { exact: true })).toBeVisible()
    if (PICTURES) await picture(other, 'card-genuine')
  })

  await test.step('and says of an altered one that it is not', async () => {
    const other = partner.page()
    const [origin = '', card = ''] = link.split('#/card/')
    const altered = `${card.slice(0, 60)}${card[60] === 'A' ? 'B' : 'A'}${card.slice(61)}`
    await other.getByLabel(en('card:checkLabel')).fill(`${origin}#/card/${altered}`)
    await other.getByRole('button', { name: en('card:checkNow'), exact: true }).click()
    await expect(other.getByRole('alert')).toContainText(en('card:verdict.altered'))
    await expect(other.getByText(service, { exact: true })).toHaveCount(0)
    await other.getByLabel(en('card:checkLabel')).fill(link.slice(0, -20))
    await other.getByRole('button', { name: en('card:checkNow'), exact: true }).click()
    await expect(other.getByRole('alert')).toContainText(en('card:verdict.unreadable'))
    if (PICTURES) await picture(other, 'card-unreadable')
  })
})

test('a card for what somebody confided is made once nobody stands by, and names no service @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  const main = page.getByRole('main')
  await goTo(page, 'services', en)
  await page.getByRole('searchbox').fill(WOMEN_LINE)
  await main.locator('a[href^="/services/"]').filter({ hasText: WOMEN_LINE }).click()
  await main.getByRole('link', { name: en('common:actions.giveCard'), exact: true }).click()
  const code = main.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/)
  await expect(main.getByText(en('talk:care.privateWhy'))).toBeVisible()
  await expect(code).toHaveCount(0)
  await main.getByRole('button', { name: en('talk:care.privateYes'), exact: true }).click()
  await expect(code).toBeVisible()
  await expect(main.getByText(en('services:checkFirstTitle')), 'for the worker').toBeVisible()
  await expect(main.getByText(NUMBER, { exact: true })).toBeVisible()
  await expect(page.getByText(WOMEN_LINE)).toHaveCount(0)
})

const WOMEN_LINE = 'SOS line for women'
const NUMBER = '0800 222 003'

/** What "Copy link" puts on the clipboard. */
const copiedLink = async (page: Page): Promise<string> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: en('card:copyLink'), exact: true }).click()
  await expect(page.getByRole('button', { name: en('common:said.copied'), exact: true })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

const picture = async (page: Page, name: string) => {
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
  // All of the card at once, however small the screen.
  await page
    .getByRole('main')
    .locator('>div')
    .screenshot({ path: `${PICTURES}/${name}-whole.png` })
}
