// The lead's day in July 2018, without signal: what changed in a week, told so that nobody is known; the map and its list; and what
// of all this stands on paper. PICTURES is a folder for pictures and papers of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { LANGUAGES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { figure, fillArrival, goTo, type Group, logArrival, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { turnTo } from '#tests/e2e/world/calendar.ts'
import { LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const { PICTURES } = process.env
/** A4 with the margins of a browser, in CSS pixels. */
const PAPER = { width: 718, height: 1047 }

test('the lead reads what changed, sees it on a map, prints it and saves the areas @lead', async ({
  server,
  joinPhone
}) => {
  test.setTimeout(600_000)
  await server.command('seed', '--month', '2018-07')
  const phone = await joinPhone('lead', LAPTOP_SIZE)
  const page = phone.page()
  const main = page.getByRole('main')
  const back = () => page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
  await goTo(page, 'review', t)
  await turnTo(page, '2018-07')
  await page.getByRole('button', { name: 'Sunday, 29 July 2018' }).click()
  await expect(main.getByText(/people newly arrived/).first()).toBeVisible()
  await phone.context().setOffline(true)

  await test.step('what changed names the week, and no number by which somebody would be known', async () => {
    await main.getByRole('link', { name: t('changed:title'), exact: true }).click()
    await expect(main.getByRole('heading', { level: 2, name: t('changed:title') })).toBeVisible()
    await expect(main.getByText(t('changed:hidden'))).toBeVisible()
    const numbers = await main.locator('td').allInnerTexts()
    expect(numbers).toContain('1+')
    expect(numbers.map((text) => text.trim()).filter((text) => /^[1-4]$/.test(text))).toEqual([])
    const headings = await main.getByRole('columnheader').allInnerTexts()
    expect(headings).toContain(t('services:checkedLabel'))
    expect(headings.filter((heading) => heading.trim() === '')).toEqual([])
    await picture(page, 'changed')
  })

  await test.step('it is passed on as a message, in English and in Serbian', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
    const message = async () => {
      await page
        .getByRole('button', { name: new RegExp(`${t('services:copyMessage')}|${t('common:said.copied')}`) })
        .click()
      await expect(page.getByRole('button', { name: t('common:said.copied') })).toBeVisible()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    expect(await message()).toMatch(
      new RegExp(`^${t('changed:title')} · .+\\n[\\s\\S]+${t('report:check.services')}: \\d+`)
    )
    await page.getByRole('button', { name: 'Srpski', exact: true }).click()
    await expect(main.getByText(wordsOf('sr-Latn')('changed:hidden'))).toBeVisible()
    await page.getByRole('button', { name: t('common:said.copied') }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(new RegExp(`^${wordsOf('sr-Latn')('changed:title')} · `))
    await page.getByRole('button', { name: 'English', exact: true }).click()
  })

  await test.step('an earlier week with too few weeks before it names no change', async () => {
    for (let week = 0; week < 3; week += 1) await page.getByRole('button', { name: t('report:earlier') }).click()
    await expect(main.getByText(t('changed:early'))).toBeVisible()
    for (let week = 0; week < 3; week += 1) await page.getByRole('button', { name: t('report:later') }).click()
    await onPaper(page, 'changed-en')
  })

  await test.step('the report and the review on paper', async () => {
    await back()
    await main.getByRole('link', { name: t('report:title'), exact: true }).click()
    await expect(main.getByRole('heading', { level: 2, name: `${t('report:title')} · ` })).toBeVisible()
    await onPaper(page, 'report-en')
    await page.getByRole('button', { name: 'Српски', exact: true }).click()
    await expect(main.getByRole('heading', { level: 2, name: wordsOf('sr-Cyrl')('report:title') })).toBeVisible()
    await onPaper(page, 'report-sr-Cyrl')
    await back()
    await onPaper(page, 'review-en')
  })

  await test.step('the map is walked through with the keyboard, and the list says the same', async () => {
    await main.getByRole('link', { name: t('map:title'), exact: true }).click()
    const map = main.getByRole('group', { name: new RegExp(`^${t('map:title')}: `) })
    const row = (zone: 'parks' | 'new_belgrade') =>
      main.getByRole('list', { name: t('review:cuts.zone') }).getByRole('button', { name: t(`codes:zones.${zone}`) })
    const parks = map.getByRole('button', { name: new RegExp(`^${t('codes:zones.parks')}: `) })
    const people = (await parks.locator('title').textContent())?.split(': ')[1] ?? ''
    await expect(row('parks')).toContainText(`${t('review:tiles.newArrivals')}: ${people}`)
    for (const zone of await map.getByRole('button').all()) {
      const box = await zone.locator('polygon').boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
    }
    await picture(page, 'map')
    await page
      .getByRole('button', { name: t('common:places.services'), exact: true })
      .last()
      .click()
    await parks.focus()
    await page.keyboard.press('Enter')
    await expect(parks).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Space')
    await expect(parks).toHaveAttribute('aria-pressed', 'false')
    await row('new_belgrade').click()
    await expect(map.getByRole('button', { pressed: true })).toHaveAccessibleName(
      new RegExp(`^${t('codes:zones.new_belgrade')}: `)
    )
    const services = main.getByRole('list', { name: new RegExp(`${t('codes:zones.new_belgrade')}$`) })
    await expect(services.getByRole('link').first()).toHaveAttribute('href', /^\/services\//)
  })

  await test.step('and in Arabic, on a small phone too', async () => {
    await speak(page, 'en', 'ar')
    await picture(page, 'map-ar')
    await page.setViewportSize(PHONE_SIZE)
    await picture(page, 'map-ar-small')
    for (const zone of await main.locator('svg polygon').all()) {
      const box = await zone.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
    }
    const ar = wordsOf('ar')
    await page.getByRole('link', { name: ar('common:actions.back'), exact: true }).click()
    await main.getByRole('link', { name: ar('changed:title'), exact: true }).click()
    await expect(main.getByText(ar('changed:hidden'))).toBeVisible()
    await picture(page, 'changed-ar-small')
    await onPaper(page, 'changed-ar')
    await page.getByRole('link', { name: ar('common:actions.back'), exact: true }).click()
    await onPaper(page, 'review-ar')
    await page.setViewportSize(LAPTOP_SIZE)
    await speak(page, 'ar', 'en')
  })

  await test.step('the areas are saved as GeoJSON, with nothing that would give somebody away', async () => {
    await page.getByRole('button', { name: t('review:period.other') }).click()
    await page.getByRole('button', { name: t('review:period.whole') }).click()
    await main.getByRole('link', { name: t('export:title'), exact: true }).click()
    await page.getByRole('button', { name: t('export:file.zones'), exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('export:save') }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('susret-zones-2018-07-01-2018-07-31.geojson')
    const { type, note, features } = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      type: string
      note: string
      features: { properties: Record<string, string | number | null> }[]
    }
    expect(type).toBe('FeatureCollection')
    expect(note).toContain('schematic')
    const counts = features.flatMap(({ properties }) => Object.values(properties).filter(Number.isFinite))
    expect(counts.filter((count) => Number(count) > 0 && Number(count) < 5)).toEqual([])
    const people = features.reduce((sum, { properties }) => sum + Number(properties['people']), 0)
    expect(people).toBeGreaterThan(1000)
  })
})

test('the finished report of the day is two taps away, without signal @lead', async ({ joinPhone }) => {
  const phone = await joinPhone('lead')
  const page = phone.page()
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 2, women: 1 }, t)
  await goTo(page, 'today', t)
  await phone.context().setOffline(true)
  await page.evaluate(() => {
    const taps = { count: 0 }
    Object.assign(globalThis, { taps })
    document.addEventListener('click', () => (taps.count += 1), { capture: true })
  })
  const began = Date.now()
  await page
    .getByRole('main')
    .getByRole('link', { name: t('common:places.review'), exact: true })
    .click()
  await page
    .getByRole('main')
    .getByRole('link', { name: t('report:title'), exact: true })
    .click()
  await expect(page.getByText(`${t('review:tiles.newArrivals')}: 1+.`)).toBeVisible()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expect(page.getByRole('button', { name: t('services:copyMessage') })).toBeEnabled()
  console.log(`The finished report of the day: ${Date.now() - began} ms after the first tap began`)
  expect(await page.evaluate(() => (globalThis as unknown as { taps: { count: number } }).taps.count)).toBe(2)

  await test.step('its first lines stand on the first screen, its choices behind one line that says what is chosen', async () => {
    const isOnScreen = async (name: string, wanted: Locator) => {
      const box = await wanted.boundingBox({ timeout: 20_000 })
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-first.png`) })
      const places = await page.getByRole('navigation').boundingBox()
      expect((box?.y ?? PHONE_SIZE.height) + (box?.height ?? 0)).toBeLessThanOrEqual(places?.y ?? 0)
    }
    const firstLines = page.getByRole('main').locator('h2 + p').first()
    await isOnScreen('report-en', firstLines)
    const line = page.getByRole('button', { name: / · English$/ })
    await expect(line).toHaveAttribute('aria-expanded', 'false')
    const week = page.getByRole('button', { name: t('report:span.week'), exact: true })
    await expect(week).toHaveCount(0)
    await line.focus()
    await page.keyboard.press('Enter')
    await expect(line).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: t('review:period.today'), exact: true })).toBeFocused()
    await week.click()
    await expect(page.getByRole('button', { name: / – .+ · English$/ })).toBeVisible()
    await line.click()
    await expect(week).toHaveCount(0)
    await page.setViewportSize(LAPTOP_SIZE)
    await expect(week).toBeVisible()
    await expect(line).toHaveCount(0)
    await page.setViewportSize(PHONE_SIZE)
    const ar = wordsOf('ar')
    await speak(page, 'en', 'ar')
    await isOnScreen('report-ar', firstLines)
    const back = () => page.getByRole('link', { name: ar('common:actions.back'), exact: true }).click()
    const follow = (title: string) => page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
    await back()
    await follow(ar('changed:title'))
    await isOnScreen('changed-ar', firstLines)
    await back()
    await follow(ar('export:title'))
    await isOnScreen('export-ar', page.getByRole('group', { name: ar('report:span.month'), exact: true }))
    await back()
    await speak(page, 'ar', 'en')
    await follow(t('report:title'))
  })
  await page.getByRole('link', { name: `${t('review:toCheck.title')}: 1`, exact: true }).click()
  await expect(page.getByRole('heading', { name: t('review:toCheck.title') })).toBeInViewport()
})

/** A phone is never asked about two groups it logged itself, so it takes two of them. */
test('the lead settles who are the same people with the keyboard alone @lead', async ({ joinPhone }) => {
  test.setTimeout(600_000)
  const [first, lead] = [await joinPhone('worker'), await joinPhone('lead', LAPTOP_SIZE)]
  const [worker, page] = [first.page(), lead.page()]
  for (const one of [worker, page]) {
    one.setDefaultTimeout(60_000)
    for (const group of [{ men: 1, women: 1, girls: 2 }, { men: 4 }]) await logInArabic(one, group)
    await sendNow(one, t)
  }
  await goTo(page, 'review', t)
  const people = figure(page, t('review:tiles.newArrivals'))
  const missingCountry = (count: number) => t('review:toCheck.country_other', { count })
  const folded = (count: number) => page.locator('summary', { hasText: `${t('same-people:title')}: ${count}` })

  await test.step('what looks alike is there, each group once', async () => {
    await expect(people).toContainText('16')
    await folded(2).focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('main').locator('details', { has: folded(2) })
    await expect(list.getByRole('link')).toHaveCount(2)
    const named = t('same-people:looksLike', { phone: '#', time: '' }).split('#')[0]
    await expect(list.getByRole('link').first()).toContainText(new RegExp(`${named}.*(2 girls|4 men).*:00`))
    const keys = `Alt+J: ${t('same-people:join')} · Alt+K: ${t('same-people:apart')}`
    await expect(page.getByText(keys)).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus')).toHaveAttribute('href', /^\/records\//)
  })

  await test.step('the keys join nobody from another list, where nothing says whom with', async () => {
    const same = await page.locator(':focus').getAttribute('href')
    const country = page.locator('details', { has: page.locator('summary', { hasText: missingCountry(4) }) })
    await country.locator('summary').focus()
    await page.keyboard.press('Enter')
    await country.locator(`a[href="${same}"]`).focus()
    await page.keyboard.press('Alt+j')
    await page.keyboard.press('Alt+k')
    await country.locator('summary').focus()
    await page.keyboard.press('Enter')
    await expect(country.getByRole('link')).toHaveCount(0)
    await expect(folded(2)).toBeVisible()
    await page
      .getByRole('main')
      .locator('details', { has: folded(2) })
      .locator(`a[href="${same}"]`)
      .focus()
  })

  await test.step('one is joined and counts once, and the keyboard stands on the next', async () => {
    await page.keyboard.press('Alt+j')
    await expect(folded(1)).toBeVisible()
    await expect(people).toContainText('12')
    await expect(page.locator(':focus')).toHaveAttribute('href', /^\/records\//)
  })

  await test.step('the other is kept apart and counts twice', async () => {
    await page.keyboard.press('Alt+k')
    await expect(page.getByRole('main').getByText(t('same-people:title'))).toHaveCount(0)
    await expect(people).toContainText('12')
  })

  await test.step('a country that is missing is added, and an answer set right with its reason', async () => {
    const main = page.getByRole('main')
    const dialog = page.getByRole('dialog')
    const missing = (count: number) => page.locator('summary', { hasText: missingCountry(count) })
    const choose = async (choice: string) => {
      await tabTo(page, dialog.getByRole('button', { name: choice, exact: true }).first())
      await page.keyboard.press('Space')
    }
    const save = async () => {
      await tabTo(page, dialog.getByRole('button', { name: t('common:actions.save'), exact: true }))
      await page.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
    }
    await missing(4).focus()
    await page.keyboard.press('Enter')
    await expect(
      main
        .locator('details', { has: missing(4) })
        .getByRole('link')
        .first()
    ).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus')).toHaveAttribute('href', /^\/records\//)
    await page.keyboard.press('Enter')
    await expect(main.getByRole('heading', { name: t('record:answers') })).toBeVisible()

    await tabTo(page, main.locator('summary', { hasText: t('record:addAnswer') }))
    await page.keyboard.press('Enter')
    await tabTo(page, main.getByRole('button', { name: t('form:country'), exact: true }))
    await page.keyboard.press('Enter')
    await choose('Syria')
    await save()
    await expect(main.getByText('Syria', { exact: true })).toBeVisible()

    const change = new RegExp(`^${t('common:actions.change')} ?: ${t('form:language')}$`)
    await tabTo(page, main.getByRole('button', { name: change }))
    await page.keyboard.press('Enter')
    await choose(LANGUAGES.ps.endonym)
    await choose(t('report:why.misheard'))
    await save()
    await expect(main.getByText(`· ${t('report:why.misheard')}`)).toBeVisible()
    await page.goBack()
    await expect(missing(3)).toBeVisible()
    await expect(people).toContainText('12')
  })
})

/** As somebody without a mouse gets there, forwards from where they are. */
const tabTo = async (page: Page, target: Locator) => {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not get to ${String(target)}`)
}

const logInArabic = async (page: Page, group: Group) => {
  await goTo(page, 'newArrival', t)
  await fillArrival(page, group, t)
  await page
    .getByRole('group', { name: t('form:language'), exact: true })
    .getByRole('button', { name: LANGUAGES.ar.endonym, exact: true })
    .click()
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(page.getByText(t('new-arrival:saved')).last()).toBeVisible()
}

const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}

/**
 * On paper there is nothing to tap, nothing is cut off at its side, no row is torn in two, and black ink is enough: no word is pale, and
 * what is drawn has an edge or is black, with a pattern where two are told apart.
 */
const onPaper = async (page: Page, name: string) => {
  const size = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(0)
  for (const role of ['navigation', 'button'] as const) await expect(page.getByRole(role)).toHaveCount(0)
  const flaws = await page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => isSeen(element) && element.getBoundingClientRect().right > innerWidth + 1
    )
    const torn = [...document.querySelectorAll('main tr')].filter(
      (row) => isSeen(row) && getComputedStyle(row).breakInside !== 'avoid'
    )
    const short = [...document.querySelectorAll('main, main *')].filter(
      (element) =>
        isSeen(element) &&
        element.querySelector('table') &&
        getComputedStyle(element).overflowY !== 'visible' &&
        element.scrollHeight > element.clientHeight + 1
    )
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const isPale = (colour: string) => 1.05 / (luminance(colour) + 0.05) < 4.5
    const words = [...document.querySelectorAll('main *')].filter(
      (element) => isSeen(element) && [...element.childNodes].some((node) => node instanceof Text && node.data.trim())
    )
    const drawn = [...document.querySelectorAll('main [class*="_bar_"]')].filter(
      (bar) => isSeen(bar) && bar.getBoundingClientRect().width > 0
    )
    const isEdged = ({ borderTopWidth, borderTopColor, printColorAdjust }: CSSStyleDeclaration) =>
      borderTopWidth === '1px' && !isPale(borderTopColor) && printColorAdjust === 'exact'
    const cells = [...document.querySelectorAll('main [class*="_cell_"]')].map((cell) =>
      getComputedStyle(cell, '::after')
    )
    return {
      pale: words.filter((word) => isPale(getComputedStyle(word).color)).map(({ outerHTML }) => outerHTML.slice(0, 90)),
      edgeless: drawn.filter((bar) => !isEdged(getComputedStyle(bar))).length,
      plainPattern: drawn.filter(
        (bar) => /_hatched_/.test(bar.className) && !/gradient/.test(getComputedStyle(bar).backgroundImage)
      ).length,
      paleCells: cells.filter((cell) => isPale(cell.backgroundColor) || cell.printColorAdjust !== 'exact').length,
      wide: wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 90)),
      torn: torn.length,
      short: short.length
    }
  })
  expect.soft(flaws, name).toEqual({
    pale: [],
    edgeless: 0,
    plainPattern: 0,
    paleCells: 0,
    wide: [],
    torn: 0,
    short: 0
  })
  if (name.startsWith('review')) expect(await page.locator('main [class*="_bar_"]').count()).toBeGreaterThan(20)
  if (PICTURES) await page.pdf({ path: join(PICTURES, `${name}.pdf`), format: 'A4' })
  await picture(page, `paper-${name}`)
  await page.emulateMedia({ media: 'screen' })
  if (size) await page.setViewportSize(size)
}
