// Two workers meet one family an hour apart, the second without signal: asked after the save and not before, joined in two
// taps, counted once on both phones, and taken back. Each began a case meanwhile: joined it is one, with all of both.
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { LANGUAGES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { fillArrival, figure, goTo, refer, sendNow } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const OPEN_CASE = t('codes:caseStates.open')
const [MINAS, OMARS] = ['by the fountain', 'a red pushchair']
const FAMILY = { men: 1, women: 1, girls: 2 }

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const counted = async (page: Page, people: number) => {
  await goTo(page, 'today', t)
  await expect(figure(page, t('today:soFar.people'))).toContainText(String(people))
}

const seenAgain = (page: Page) => main(page).getByRole('region', { name: t('case:contacts.title'), exact: true })

/** The newest record of them, which is no case. */
const openFamily = async (page: Page) => {
  await goTo(page, 'people', t)
  await openFirst(page, main(page))
}

const openOwnFamily = async (page: Page) => {
  await goTo(page, 'today', t)
  await openFirst(page, main(page).getByRole('region', { name: t('today:mine.title'), exact: true }))
}

const openFirst = async (page: Page, list: Locator) => {
  await list
    .getByRole('link', { name: t('common:people.girls_other', { count: 2 }) })
    .filter({ hasNotText: OPEN_CASE })
    .first()
    .click()
  await expect(main(page).getByRole('heading', { name: t('record:answers'), exact: true })).toBeVisible()
}

const logFamily = async (page: Page) => {
  await goTo(page, 'newArrival', t)
  await fillArrival(page, FAMILY, t)
  await main(page)
    .getByRole('group', { name: t('form:language'), exact: true })
    .getByRole('button', { name: LANGUAGES.ar.endonym, exact: true })
    .click()
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(page.getByText(t('new-arrival:saved')).last()).toBeVisible()
}

test('one family logged by two phones is asked about, joined, counted once and taken back @cases', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const [first, second] = [await joinPhone('worker'), await joinPhone('worker')]
  const [mina, omar] = [first.page(), second.page()]
  for (const page of [mina, omar]) page.setDefaultTimeout(60_000)
  const hint = omar.getByRole('link', { name: t('same-people:title'), exact: true })

  await test.step('the first phone logs them, and has nobody to compare with', async () => {
    await logFamily(mina)
    await expect(mina.getByRole('link', { name: t('new-arrival:refer'), exact: true })).toBeVisible()
    await expect(mina.getByRole('link', { name: t('same-people:title'), exact: true })).toBeHidden()
    await sendNow(mina, t)
    await sendNow(omar, t)
  })

  await test.step('the second logs them without signal: saved first, asked then, with the reasons', async () => {
    await second.context().setOffline(true)
    await logFamily(omar)
    await hint.click()
    await expect(main(omar).getByText(t('same-people:title'), { exact: true })).toBeVisible()
    const reasons = (['people', 'place', 'language'] as const).map((reason) => t(`same-people:reasons.${reason}`))
    await expect(main(omar).getByText(new RegExp(reasons.join('.*')))).toBeVisible()
    await counted(omar, 8)
  })

  await test.step('joined, they count once on both phones, and both records stay', async () => {
    await goTo(omar, 'people', t)
    await expect(main(omar).getByRole('link', { name: t('common:people.girls_other', { count: 2 }) })).toHaveCount(2)
    await main(omar)
      .getByRole('link', { name: t('common:people.girls_other', { count: 2 }) })
      .first()
      .click()
    await press(omar, t('same-people:join'))
    await expect(main(omar).getByRole('button', { name: t('same-people:apart'), exact: true })).toBeVisible()
    await counted(omar, 4)
  })

  await test.step('each begins a case for them without knowing of the other’s, and notes something in it', async () => {
    for (const [page, note] of [
      [mina, MINAS],
      [omar, OMARS]
    ] as const) {
      await openOwnFamily(page)
      await press(page, t('case:start'))
      await press(page, t('case:contacts.add'))
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('common:actions.save'), exact: true })
        .click()
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.getByLabel(t('case:note.label')).fill(note)
      await press(page, t('case:note.keep'))
      await expect(main(page).getByText(note)).toBeVisible()
    }
    await main(mina)
      .getByRole('link', { name: t('case:arrival'), exact: true })
      .click()
    await mina
      .getByRole('link', { name: t('record:refer'), exact: true })
      .first()
      .click()
    await refer(mina, { need: 'legal_aid' }, t)
    await second.context().setOffline(false)
    for (const page of [omar, mina, omar]) await sendNow(page, t)
    await counted(mina, 4)
  })

  await test.step('what one of them was referred to stands at the record of the other too', async () => {
    await openOwnFamily(omar)
    const referrals = main(omar).getByRole('region', { name: t('record:referrals'), exact: true })
    await expect(referrals.getByRole('link').filter({ hasText: t('codes:needs.legal_aid') })).toHaveCount(1)
  })

  await test.step('both have one case with all of both, and the words that stay on a phone are on that phone', async () => {
    for (const [page, own, others] of [
      [mina, MINAS, OMARS],
      [omar, OMARS, MINAS]
    ] as const) {
      await goTo(page, 'people', t)
      await expect(main(page).getByRole('link').filter({ hasText: OPEN_CASE })).toHaveCount(1)
      await main(page).getByRole('link').filter({ hasText: OPEN_CASE }).click()
      await expect(main(page).getByText(t('case:twinsWhat'))).toBeVisible()
      await expect(main(page).getByText(t('case:owner.twice'))).toBeVisible()
      await expect(seenAgain(page).locator('a[href^="/records/"]')).toHaveCount(2)
      await expect(main(page).getByText(own)).toBeVisible()
      await expect(main(page).getByText(others)).toHaveCount(0)
    }
  })

  await test.step('the other takes it back, by a slip takes that back too, and then both count again everywhere', async () => {
    await openFamily(mina)
    await press(mina, t('same-people:apart'))
    await counted(mina, 8)
    await openFamily(mina)
    if (PICTURES) await mina.screenshot({ path: join(PICTURES, 'not-the-same.png') })
    await press(mina, t('same-people:join'))
    await counted(mina, 4)
    await openFamily(mina)
    await press(mina, t('same-people:apart'))
    await counted(mina, 8)
    await sendNow(mina, t)
    await sendNow(omar, t)
    await counted(omar, 8)
  })

  await test.step('and each has their own case again', async () => {
    for (const page of [mina, omar]) {
      await goTo(page, 'people', t)
      await expect(main(page).getByRole('link').filter({ hasText: OPEN_CASE })).toHaveCount(2)
      await main(page).getByRole('link').filter({ hasText: OPEN_CASE }).first().click()
      await expect(seenAgain(page).locator('a[href^="/records/"]')).toHaveCount(1)
    }
  })
})
