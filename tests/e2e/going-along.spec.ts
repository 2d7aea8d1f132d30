// To the police and back, without signal: each step with a big button, a wrong one taken back with the clock it started, and
// the paper for the police, of which nothing is left anywhere.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, unlock } from '#tests/e2e/world/acts.ts'
import { rowsOn } from '#tests/e2e/world/kept-on.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, sr] = [wordsOf('en'), wordsOf('sr-Latn')]

/** Words that stand nowhere else. */
const NAME = 'Zbrkvinje Mlatumirs'
const BIRTH = '31.02.1987'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => main(page).getByRole('button', { name: words, exact: true }).click()
const follow = (page: Page, words: string) => main(page).getByRole('link', { name: words, exact: true }).click()
const pressInSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
const undo = (page: Page) => page.getByRole('button', { name: en('ui:undo'), exact: true }).click()
const happened = (page: Page) => page.getByRole('list', { name: en('accompany:soFar') }).getByRole('listitem')

test('a worker goes along to the police, and the paper for them is kept nowhere @cases', async ({ joinPhone }) => {
  test.setTimeout(300_000)
  const worker = await joinPhone('worker')
  const page = worker.page()
  page.setDefaultTimeout(60_000)
  await worker.context().setOffline(true)
  await goTo(page, 'newArrival', en)
  await logArrival(page, { men: 1 }, en)
  await goTo(page, 'people', en)
  await main(page).getByRole('link').first().click()
  await press(page, en('case:start'))
  await press(page, en('codes:followUps.go_along'))
  await pressInSheet(page, en('codes:needs.reg_accompany'))
  await expect(happened(page)).toHaveText([new RegExp(en('accompany:states.set_out'))])

  await test.step('the paper shows large what is typed, in Serbian, and is empty once it was left or hidden', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await follow(page, en('accompany:slip.title'))
    const [name, birth] = [page.getByLabel(en('accompany:slip.name')), page.getByLabel(en('accompany:slip.birth'))]
    const show = page.getByRole('button', { name: en('accompany:slip.show'), exact: true })
    await show.click()
    await expect(page.getByRole('alert').getByText(en('accompany:slip.empty'))).toBeVisible()
    const [before, address] = [await rowsOn(page), page.url()]
    for (const field of [name, birth]) await expect(field).toHaveAttribute('autocomplete', 'off')
    await name.pressSequentially(NAME)
    await birth.pressSequentially(BIRTH)
    // Longer than a draft waits before it is kept.
    await page.waitForTimeout(3_000)
    await show.click()
    await expect(main(page).getByText(sr('accompany:slip.asks'))).toBeVisible()
    await expect(main(page).getByText(NAME)).toBeVisible()
    expect(await rowsOn(page), 'no row is new or was sealed anew').toEqual(before)
    const beside = await inPlain(page)
    expect(beside, 'the search reads the right place').toContain('susret')
    for (const word of [NAME, BIRTH]) {
      expect(`${beside} ${page.url()} ${await page.title()}`).not.toContain(word)
      expect(asked.filter((one) => one.includes(word) || one.includes(encodeURIComponent(word)))).toEqual([])
    }
    expect(page.url()).toBe(address)

    await page.getByRole('button', { name: en('common:actions.hide'), exact: true }).click()
    await expect(page.getByText(NAME)).toHaveCount(0)
    await unlock(page)
    await expect(name).toHaveValue('')
    await name.fill(NAME)
    await page.getByRole('banner').getByRole('link').first().click()
    await follow(page, en('accompany:slip.title'))
    await expect(name).toHaveValue('')
    await page.getByRole('banner').getByRole('link').first().click()
  })

  await test.step('asylum is asked for; taken back, it did not happen', async () => {
    await press(page, en('accompany:states.intention'))
    await pressInSheet(page, en('codes:zones.new_belgrade'))
    await expect(happened(page)).toHaveCount(2)
    await undo(page)
    await expect(happened(page)).toHaveCount(1)
    await press(page, en('accompany:states.intention'))
    await pressInSheet(page, en('codes:zones.new_belgrade'))
    await expect(happened(page).first()).toContainText(en('codes:zones.new_belgrade'))
    await press(page, en('accompany:states.waiting'))
  })

  await test.step('no certificate without its centre and a time that has been; then 72 hours run', async () => {
    await press(page, en('accompany:states.certificate'))
    await pressInSheet(page, en('common:actions.save'))
    await expect(page.getByText(en('accompany:centreMissing'))).toBeVisible()
    await page
      .getByRole('dialog')
      .getByText(/Krnjača/)
      .first()
      .click()
    await pressInSheet(page, en('common:actions.save'))
    await expect(page.getByText(en('case:date.badTime'))).toBeVisible()
    await page.getByLabel(en('case:date.time')).fill('00:00')
    await pressInSheet(page, en('common:actions.save'))
    const until = main(page).getByText(en('case:deadlines.codes.report_to_centre'))
    await expect(until).toBeVisible()
    await undo(page)
    await expect(until).toHaveCount(0)
    await press(page, en('accompany:states.certificate'))
    await page
      .getByRole('dialog')
      .getByText(/Krnjača/)
      .first()
      .click()
    await page.getByLabel(en('case:date.time')).fill('00:00')
    await pressInSheet(page, en('common:actions.save'))
    await expect(until).toBeVisible()
  })

  await test.step('arrived: what happened stands there with its times, and the case waits for the application alone', async () => {
    await press(page, en('accompany:states.transport'))
    const until = main(page).getByText(en('case:deadlines.codes.report_to_centre'))
    await expect(until).toBeVisible()
    await press(page, en('accompany:states.arrived'))
    await expect(until).toHaveCount(0)
    const steps = ['arrived', 'transport', 'certificate', 'waiting', 'intention', 'set_out'] as const
    await expect(happened(page)).toHaveText(
      steps.map((state) => new RegExp(`${en(`accompany:states.${state}`)}.*\\d\\d:\\d\\d`))
    )
    await follow(page, en('case:see'))
    await expect(main(page).getByText(en('case:deadlines.codes.lodge_with_office'))).toBeVisible()
    await expect(until).toHaveCount(0)
    // Noted in the wrong case: nothing counts from it any more.
    await main(page)
      .getByRole('button', { name: new RegExp(en('case:events.certificate')) })
      .click()
    await pressInSheet(page, en('common:actions.remove'))
    await expect(main(page).getByText(en('case:deadlines.codes.lodge_with_office'))).toHaveCount(0)
    await expect(main(page).getByRole('link', { name: en('codes:needs.reg_accompany') })).toBeVisible()
  })
})

/** What lies in plain beside the databases. */
const inPlain = (page: Page): Promise<string> =>
  page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join(' '))
