// The next person to the same service, without signal: at most four taps from their record, both questions asked anew, and nothing
// of the person before.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, type Group, logArrival, joinAsPartner, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { expectFlawless, WIDTHS } from '#tests/e2e/world/look.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const LAWYERS = 'Belgrade Centre for Human Rights'
const PASSED_ON = { name: 'Zarghuna', where: 'third bench by the fountain', note: 'left knee is swollen' }

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()
const again = (page: Page) => main(page).getByRole('region', { name: t('refer:askFirst.again') })

test('the next person is referred to the same service, and nothing is known there of the one before @cases', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(600_000)
  await joinAsPartner((await openPhone()).page(), await server.invitePartner('bchr', 'BCHR'))
  const worker = await joinPhone('worker')
  const page = worker.page()
  page.setDefaultTimeout(30_000)
  await sendNow(page, t)
  await worker.context().setOffline(true)

  await test.step('the first person: nothing is offered again, and all is asked', async () => {
    await openReferring(page, { women: 1 })
    await expect(again(page)).toHaveCount(0)
    await referFirst(page)
  })

  await test.step('the next: the service stands before the plain yes, and says whether it is open', async () => {
    await openReferring(page, { men: 2 })
    await expect(again(page).getByRole('button')).toHaveCount(1)
    await expect(again(page)).toContainText(LAWYERS)
    await expect(again(page)).toContainText(/open|closed|hours/i)
    await lookAt(page, 'again-ask')
    await speak(page, 'en', 'ar')
    await lookAt(page, 'again-ask', 'ar')
    await speak(page, 'ar', 'en')
  })

  await test.step('one tap: what was asked of the service is there to check, of the person before nothing', async () => {
    await again(page).getByRole('button').click()
    await shows(page, t('refer:check.title'))
    for (const words of [t('codes:needs.legal_aid'), t('codes:dues.soon')]) await shows(page, words)
    await expect(main(page)).toContainText(t('common:people.men_other', { count: 2 }))
    await expect(main(page)).not.toContainText(t('common:people.women_one', { count: 1 }))
    for (const words of Object.values(PASSED_ON)) await expect(main(page)).not.toContainText(words)
    await lookAt(page, 'again-check')
  })

  await test.step('without their own yes it does not go; with it, it does', async () => {
    await press(page, t('refer:send'))
    await expect(main(page).getByRole('alert')).toContainText(t('refer:missing.consent'))
    await press(page, t('refer:consent.worker'))
    await press(page, t('refer:send'))
    await shows(page, t('refer:after.title'))
    await main(page)
      .getByRole('link', { name: t('refer:after.seeReferral') })
      .click()
    await shows(page, t('record:state'))
    for (const words of Object.values(PASSED_ON)) await expect(main(page)).not.toContainText(words)
  })

  await test.step('a no leads to information only, and nothing is kept', async () => {
    await openReferring(page, { men: 3 })
    await again(page).getByRole('button').click()
    await press(page, t('refer:consent.no'))
    await shows(page, t('refer:information.detail'))
  })

  await test.step('a child alone goes the long way', async () => {
    await openReferring(page, { boys: 1, alone: 'yes' })
    await expect(again(page)).toHaveCount(0)
  })
})

/** From an arrival to the first question. */
const openReferring = async (page: Page, group: Group) => {
  await goTo(page, 'newArrival', t)
  await logArrival(page, group, t)
  await page.getByRole('link', { name: t('new-arrival:refer'), exact: true }).click()
  await shows(page, t('refer:askFirst.yes'))
}

const referFirst = async (page: Page) => {
  await press(page, t('refer:askFirst.yes'))
  await press(page, t('codes:needs.legal_aid'))
  await press(page, t('common:actions.next'))
  await main(page)
    .getByRole('list', { name: t('refer:service.title') })
    .getByRole('button')
    .filter({ hasText: LAWYERS })
    .first()
    .click()
  await main(page)
    .getByRole('button', { name: t('codes:dues.soon') })
    .click()
  for (const name of ['name', 'where', 'note'] as const) {
    await main(page)
      .getByLabel(t(`partner:${name}`), { exact: true })
      .fill(PASSED_ON[name])
  }
  await press(page, t('common:actions.next'))
  await press(page, t('refer:consent.worker'))
  await press(page, t('refer:send'))
  await shows(page, t('refer:after.title'))
}

const lookAt = async (page: Page, screen: string, language: 'en' | 'ar' = 'en') => {
  const views = [
    { light: 'day', text: 100, width: WIDTHS.phone },
    { light: 'day', text: 200, width: WIDTHS.small },
    { light: 'day', text: 100, width: WIDTHS.laptop }
  ] as const
  await expectFlawless(page, screen, { language, views })
}
