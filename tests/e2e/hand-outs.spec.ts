// A distribution point: a queue is served without signal, one tap a portion, and the phone may die in the middle of it. The lead
// sees on another phone how much went, what was asked for and not there, and what will not last.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { isolated } from '#app/language/isolated.ts'
import { personCardText } from '#domain/person-card.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, itemTile, logArrival, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { drawingOf, drawingOn, haveOwnReader, holdBeforeCamera } from '#tests/e2e/world/camera.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
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
const tile = (page: Page, value: number) => itemTile(page, en, { label: MEAL, value })
const serve = async (page: Page, portions: number) => {
  const any = itemTile(page, en, { label: MEAL, value: 'any' })
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

  await test.step('a jacket nobody asked for is taken back', async () => {
    const jacket = en('handouts:items.jacket')
    await press(mina, en('handouts:notThere'))
    await inSheet(mina, jacket).click()
    await inSheet(mina, en('common:actions.save')).click()
    const noted = main(mina)
      .getByRole('status')
      .filter({ hasText: en('handouts:noted', { item: jacket }) })
    await noted.scrollIntoViewIfNeeded()
    if (PICTURES) await mina.screenshot({ path: join(PICTURES, 'missing-noted.png') })
    await noted.getByRole('button', { name: en('ui:undo'), exact: true }).click()
    await expect(
      main(mina)
        .getByText(en('today:again.takenBack', { class: jacket }))
        .first()
    ).toBeVisible()
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
    const missing = main(omar).getByRole('list', { name: en('handouts:notThere') })
    await expect(missing).toContainText('43')
    await expect(missing.getByRole('listitem')).toHaveCount(1)
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

  await test.step('what went to another team leaves the book, and comes back when it was noted by mistake', async () => {
    const left = (number: number) => main(mina).getByText(en('handouts:left', { number }))
    await press(mina, en('handouts:stockNote'))
    await inSheet(mina, en('handouts:movements.to_team')).click()
    await inSheet(mina, MEAL).click()
    await mina.getByLabel(en('handouts:howMany')).fill('320')
    await inSheet(mina, en('common:actions.save')).click()
    await expect(main(mina).getByText(en('handouts:wrongWhat'))).toBeVisible()
    const note = main(mina)
      .getByRole('link')
      .filter({ hasText: `${en('handouts:movements.to_team')} · 320` })
    await note.scrollIntoViewIfNeeded()
    if (PICTURES) await mina.screenshot({ path: join(PICTURES, 'stock-noted.png') })
    await note.click()
    await press(mina, en('record:remove'))
    await expect(main(mina).getByText(en('record:removed'))).toBeVisible()
    await openHandOut(mina)
    await main(mina)
      .getByRole('link', { name: en('handouts:stock'), exact: true })
      .first()
      .click()
    await expect(left(300)).toBeVisible()
    await expect(main(mina).getByText(en('handouts:wrongWhat'))).toHaveCount(0)
  })
})

test('a card is printed, scanned, and tells another phone what was given: a hint, never a refusal @cases', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const [first, second] = [await joinPhone('worker'), await joinPhone('worker')]
  const [mina, omar] = [first.page(), second.page()]
  for (const page of [mina, omar]) page.setDefaultTimeout(60_000)
  const shoes = en('handouts:items.shoes')
  let code = ''

  await test.step('a sheet of ten cards is there to be printed, each with a code and a square code', async () => {
    await openHandOut(mina)
    await main(mina)
      .getByRole('link', { name: en('handouts:cards.print'), exact: true })
      .click()
    const cards = main(mina)
      .getByRole('list', { name: en('handouts:cards.title') })
      .getByRole('listitem')
    await expect(cards).toHaveCount(10)
    code = (await cards.first().locator('bdi').first().textContent()) ?? ''
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{4} [2-9BCDFGHJKMNPQRSTVWXZ]{4}$/)
    await mina.emulateMedia({ media: 'print' })
    await expect(cards.first().getByRole('img')).toBeVisible()
    await expect(mina.getByText(en('handouts:cards.what'))).toBeHidden()
    await mina.emulateMedia({ media: 'screen' })
    await holdBeforeCamera(mina, await drawingOn(mina))
    // Whatever the phone's maker left out, the card is read.
    await haveOwnReader(mina, null)
  })

  await test.step('scanned without signal: the card is in use, and shoes are given to whoever brought it', async () => {
    await first.context().setOffline(true)
    await mina.getByRole('banner').getByRole('link').first().click()
    await press(mina, en('handouts:cards.use'))
    await inSheet(mina, en('handouts:cards.scan')).click()
    await expect(mina.getByRole('banner').getByText(code)).toBeVisible()
    await giveShoes(mina)
    await press(mina, en('handouts:cards.next'))
    await expect(main(mina).getByText(en('handouts:before'))).toHaveCount(0)
    await first.context().setOffline(false)
    await sendNow(mina, en)
    await sendNow(omar, en)
  })

  const tileAt = async () => (await itemTile(omar, en, { label: MEAL, value: 'any' }).boundingBox())?.y
  let standsAt: number | undefined

  await test.step('typed on another phone: a wrong letter is refused in words and stays to be mended', async () => {
    await openHandOut(omar)
    standsAt = await tileAt()
    await press(omar, en('handouts:cards.use'))
    const field = omar.getByLabel(en('handouts:cards.code'))
    const use = inSheet(omar, en('handouts:cards.use'))
    await field.fill(code.replace(code[0] ?? '', 'A'))
    await use.click()
    await expect(omar.getByText(en('handouts:cards.letters', { letter: isolated('A') }))).toBeVisible()
    await field.fill(code.slice(0, -1))
    await use.click()
    await expect(omar.getByText(en('handouts:cards.length'))).toBeVisible()
    const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
    await field.fill(wrong)
    await use.click()
    await expect(omar.getByText(en('handouts:cards.check'))).toBeVisible()
    await expect(field).toHaveValue(wrong)
    await field.fill(code.toLowerCase())
    await use.click()
  })

  await test.step('the other phone sees what was given, and gives it again all the same', async () => {
    const hints = main(omar).getByRole('listitem').filter({ hasText: shoes })
    await expect(hints).toContainText(en('services:today'))
    await expect(main(omar).getByText(en('handouts:beforeWhat'))).toBeVisible()
    expect(standsAt).toBeGreaterThan(0)
    expect(await tileAt()).toBe(standsAt)
    await giveShoes(omar)
    await press(omar, en('handouts:cards.next'))
    await press(omar, en('handouts:cards.use'))
    await omar.getByLabel(en('handouts:cards.code')).fill(code)
    await inSheet(omar, en('handouts:cards.use')).click()
    // Which of two phones gave last within an hour, no record says.
    await expect(hints).toContainText(en('services:today'))
  })

  await test.step('a card that has ended is refused in words, and none is in use', async () => {
    await press(omar, en('handouts:cards.next'))
    await holdBeforeCamera(omar, drawingOf('nothing that matters'))
    await haveOwnReader(omar, personCardText(code.replace(' ', ''), '2020-01-31'))
    await press(omar, en('handouts:cards.use'))
    await inSheet(omar, en('handouts:cards.scan')).click()
    await expect(omar.getByRole('dialog').getByText(en('handouts:cards.ended'))).toBeVisible()
    await omar.keyboard.press('Escape')
    await expect(omar.getByRole('banner').getByText(code)).toHaveCount(0)
  })

  await test.step('given to people, the card finds them again without signal, whatever else is listed', async () => {
    await second.context().setOffline(true)
    for (const group of [{ women: 1 }, { men: 2 }]) {
      await goTo(omar, 'newArrival', en)
      await logArrival(omar, group, en)
    }
    await goTo(omar, 'people', en)
    const woman = main(omar).getByRole('link', { name: en('common:people.women_one', { count: 1 }) })
    await woman.click()
    await press(omar, en('handouts:cards.give'))
    await omar.getByLabel(en('handouts:cards.code')).fill(code)
    await inSheet(omar, en('handouts:cards.give')).click()
    await expect(main(omar).getByText(en('handouts:cards.given', { day: '' }).slice(0, -2))).toBeVisible()
    await goTo(omar, 'people', en)
    await omar.getByRole('searchbox').fill(code.toLowerCase())
    await expect(main(omar).getByRole('status').first()).toHaveText(en('people:found.arrivals_one', { count: 1 }))
    await expect(woman).toBeVisible()
    await omar.getByRole('searchbox').fill('K7QM 4TXG')
    await expect(main(omar).getByRole('status').first()).toHaveText(en('people:found.nobody'))
    await omar.getByRole('searchbox').fill('')
  })

  const theyHaveIt = main(omar).getByRole('button', { name: en('handouts:cards.given', { day: '' }).slice(0, -2) })
  const men = () => main(omar).getByRole('link', { name: en('common:people.men_other', { count: 2 }) })

  await test.step('a card of others is asked about before it is given, by no name, and the code stays', async () => {
    await men().click()
    await press(omar, en('handouts:cards.give'))
    const field = omar.getByLabel(en('handouts:cards.code'))
    await field.fill(code)
    await inSheet(omar, en('handouts:cards.give')).click()
    const asked = omar.getByRole('alert').filter({ hasText: en('handouts:cards.ofOthers') })
    await expect(asked).toBeVisible()
    if (PICTURES) await omar.screenshot({ path: join(PICTURES, 'card-of-others.png') })
    await inSheet(omar, en('common:actions.back')).click()
    await expect(asked).toHaveCount(0)
    await expect(field).toHaveValue(code)
    await expect(theyHaveIt).toHaveCount(0)
    await inSheet(omar, en('handouts:cards.give')).click()
    await inSheet(omar, en('handouts:cards.giveAnyway')).click()
    await expect(field).toHaveCount(0)
    await expect(theyHaveIt).toBeVisible()
  })

  await test.step('given to the wrong people it is taken off them, which its history says, and put back', async () => {
    const off = omar.getByRole('button', { name: en('handouts:cards.notTheirs'), exact: true })
    await theyHaveIt.click()
    await inSheet(omar, en('handouts:cards.notTheirs')).click()
    const history = omar.getByRole('dialog').getByRole('list', { name: en('case:history.title') })
    await expect(history.getByRole('listitem')).toHaveCount(2)
    await expect(history.getByRole('listitem').first()).toContainText(en('handouts:cards.notTheirs'))
    if (PICTURES) await omar.screenshot({ path: join(PICTURES, 'card-taken-off.png') })
    await inSheet(omar, en('ui:close')).click()
    await expect(theyHaveIt).toHaveCount(0)
    await goTo(omar, 'people', en)
    await omar.getByRole('searchbox').fill(code)
    await expect(main(omar).getByRole('status').first()).toHaveText(en('people:found.arrivals_one', { count: 1 }))
    await expect(men()).toHaveCount(0)
    await omar.getByRole('searchbox').fill('')
    await men().click()
    await off.click()
    await inSheet(omar, en('record:putBack')).click()
    await inSheet(omar, en('ui:close')).click()
    await expect(theyHaveIt).toBeVisible()
  })
})

const giveShoes = async (page: Page) => {
  const shoes = (value: number) => itemTile(page, en, { label: en('handouts:items.shoes'), value })
  await page.locator('summary').click()
  await shoes(0).click()
  await expect(shoes(1)).toBeVisible()
}
