// A distribution point: a queue is served without signal, one tap a portion, and the phone may die in the middle of it. The lead
// sees on another phone how much went, what was asked for and not there, and what will not last.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const en = wordsOf('en')
const MEAL = en('handouts:items.meal_hot')

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const inSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true })
const openHandOut = async (page: Page) => {
  await goTo(page, 'today', en)
  await main(page)
    .getByRole('link', { name: en('handouts:title'), exact: true })
    .click()
}
const tile = (page: Page, value: number) =>
  page.getByRole('button', { name: en('ui:counter.add', { label: MEAL, value }), exact: true })
const serve = async (page: Page, portions: number) => {
  const any = page.getByRole('button', { name: new RegExp(`^${MEAL}, \\d+, plus$`) })
  for (let portion = 0; portion < portions; portion += 1) await any.click()
}

test('sixty portions are handed out without signal, and the lead sees what is nearly gone @cases', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const [worker, lead] = [await joinPhone('worker'), await joinPhone('lead')]
  const [mina, omar] = [worker.page(), lead.page()]
  for (const page of [mina, omar]) page.setDefaultTimeout(60_000)

  await test.step('the lead notes what arrived; half a portion is refused in words, and what was typed stays', async () => {
    await openHandOut(omar)
    await main(omar)
      .getByRole('link', { name: en('handouts:stock'), exact: true })
      .click()
    await press(omar, en('handouts:stockNote'))
    await inSheet(omar, en('common:actions.save')).click()
    await expect(omar.getByText(en('handouts:incomplete'))).toBeVisible()
    await inSheet(omar, MEAL).click()
    const number = omar.getByLabel(en('handouts:howMany'))
    await number.fill('80.5')
    await inSheet(omar, en('common:actions.save')).click()
    await expect(omar.getByText(en('handouts:badNumber'))).toBeVisible()
    await expect(number).toHaveValue('80.5')
    await number.fill('80')
    await inSheet(omar, en('common:actions.save')).click()
    await expect(main(omar).getByText(en('handouts:left', { number: 80 }))).toBeVisible()
    await sendNow(omar, en)
    await sendNow(mina, en)
  })

  await test.step('without signal: a tap a portion, and a phone that dies has counted every one', async () => {
    await worker.context().setOffline(true)
    await openHandOut(mina)
    await serve(mina, 31)
    await press(mina, en('ui:undo'))
    await expect(tile(mina, 30)).toBeVisible()
    await mina.reload()
    await unlock(mina)
    await expect(tile(mina, 30)).toBeVisible()
    await serve(mina, 30)
    await expect(tile(mina, 60)).toBeVisible()
    await expect(tile(mina, 60)).toContainText(en('handouts:left', { number: 20 }))
  })

  await test.step('shoes of a size are asked for and not there', async () => {
    await press(mina, en('handouts:notThere'))
    await inSheet(mina, en('handouts:items.shoes')).click()
    await inSheet(mina, '43').click()
    await inSheet(mina, en('common:actions.save')).click()
    await expect(main(mina).getByText(en('handouts:noted', { item: en('handouts:items.shoes') }))).toBeVisible()
  })

  await test.step('with signal again, the lead sees it on Today and in Review, and every number adds up', async () => {
    await worker.context().setOffline(false)
    await sendNow(mina, en)
    await sendNow(omar, en)
    await goTo(omar, 'today', en)
    await expect(main(omar).getByText(en('handouts:low'))).toBeVisible()
    await goTo(omar, 'review', en)
    await expect(main(omar).getByText(`${MEAL}: ${en('handouts:left', { number: 20 })}`)).toBeVisible()
    const given = main(omar).getByRole('list', { name: en('handouts:handedOut') })
    await expect(given.getByRole('listitem')).toHaveCount(1)
    await expect(given).toContainText('60')
    await expect(main(omar).getByRole('list', { name: en('handouts:notThere') })).toContainText('43')
  })

  await test.step('more is given than the book has: it is given, and the book is set right by a count', async () => {
    await openHandOut(mina)
    await serve(mina, 21)
    await expect(main(mina).getByText(en('handouts:wrongWhat'))).toBeVisible()
    await main(mina)
      .getByRole('link', { name: en('handouts:stock'), exact: true })
      .first()
      .click()
    await press(mina, en('handouts:stockNote'))
    await inSheet(mina, en('handouts:movements.counted')).click()
    await inSheet(mina, MEAL).click()
    await mina.getByLabel(en('handouts:howMany')).fill('300')
    await inSheet(mina, en('common:actions.save')).click()
    await expect(main(mina).getByText(en('handouts:left', { number: 300 }))).toBeVisible()
    await expect(main(mina).getByText(en('handouts:wrongWhat'))).toHaveCount(0)
  })
})
