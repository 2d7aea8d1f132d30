// Two people and no common language: the person points, reads, answers without a word; the worker sees what was answered.
import type { Page } from '@playwright/test'
import { LANGUAGES } from '#domain/codes/languages.ts'
import { WEEKDAYS } from '#domain/directory/typed-hours.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { figure, fillArrival, flipButton, goTo, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ps] = [wordsOf('en'), wordsOf('ps')]

/** The person points at Pashto in the grid that is shown to them. */
const pointAtPashto = async (page: Page) => {
  await page.getByRole('link', { name: en('talk:pointTitle') }).click()
  const grid = page.getByRole('dialog')
  await grid.getByRole('button', { name: /پښتو/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: en('talk:title') })).toBeVisible()
}

/** The worker's thumb, as long as it takes. */
const holdToGoBack = async (page: Page) => {
  const button = page.getByRole('dialog').getByRole('button', { name: en('talk:holdToGoBack') })
  await button.hover()
  await page.mouse.down()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.mouse.up()
}

test('a card stands in the person’s language two taps from anywhere, and the answer in the worker’s @talk', async ({
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  await goTo(page, 'talk', en)
  await pointAtPashto(page)
  await phone.context().setOffline(true)

  await goTo(page, 'newArrival', en)
  await goTo(page, 'talk', en)
  await page
    .getByRole('main')
    .getByRole('link', { name: en('phrases:cards.child_with_you') })
    .click()
  const words = page.getByText(ps('phrases:cards.child_with_you'), { exact: true })
  await expect(words).toHaveAttribute('lang', 'ps')
  await expect(words).toHaveAttribute('dir', 'rtl')
  expect(
    await words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  ).toBeGreaterThanOrEqual(32)
  await expect(page.getByText(en('talk:notChecked'))).toBeVisible()

  await page.getByRole('button', { name: en('talk:show') }).click()
  const shown = page.getByRole('dialog')
  await expect(shown.getByText(ps('phrases:cards.child_with_you'))).toBeVisible()
  await expect(shown.getByText(en('talk:notChecked')), 'said where the person reads, too').toBeVisible()
  expect(await shown.boundingBox(), 'nothing else is in sight').toEqual({ x: 0, y: 0, ...page.viewportSize() })
  await shown.getByRole('button', { name: en('talk:turn') }).click()
  await shown.getByRole('button', { name: ps('phrases:answers.unwilling'), exact: true }).click()
  await shown.getByRole('button', { name: en('talk:holdToGoBack') }).tap()
  await expect(shown, 'a short touch of somebody else opens nothing').toBeVisible()
  await holdToGoBack(page)
  const answered = en('talk:answered', { answer: en('phrases:answers.unwilling') })
  await expect(page.getByText(answered).first()).toBeVisible()
})

test('private words wait until nobody reads along, and weighty ones nobody has checked for an interpreter @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'talk', en)
  await pointAtPashto(page)
  const open = async (id: string) => {
    await page.getByRole('searchbox', { name: en('talk:search') }).fill(en(`phrases:cards.${id}`))
    await page
      .getByRole('main')
      .getByRole('link', { name: en(`phrases:cards.${id}`) })
      .click()
  }
  const theirWords = (id: string) => page.getByText(ps(`phrases:cards.${id}`), { exact: true })

  await page.getByRole('searchbox', { name: en('talk:search') }).fill(en('phrases:cards.papers_kept'))
  await expect(theirWords('papers_kept'), 'not in a list that others see').toHaveCount(0)
  await page.getByRole('searchbox', { name: en('talk:search') }).fill(en('phrases:cards.may_ask'))
  const rows = page.getByRole('main').getByRole('link')
  await expect(rows.filter({ hasText: en('phrases:cards.may_ask') })).toBeVisible()
  await expect(theirWords('may_ask'), 'nor in a list before an interpreter stands by').toHaveCount(0)
  const seeOptions = async () => {
    await goTo(page, 'talk', en)
    await page.getByRole('searchbox', { name: en('talk:search') }).fill('')
    await page.getByRole('link', { name: en('options:title'), exact: true }).click()
    await expect(rows.filter({ hasText: en('options:topics.hours_72.title') })).toBeVisible()
  }
  const theirTopic = page.getByText(ps('options:topics.hours_72.title'), { exact: true })
  await seeOptions()
  await expect(theirTopic, 'nor what the law allows').toHaveCount(0)
  await goTo(page, 'talk', en)
  await open('papers_kept')
  await expect(theirWords('papers_kept')).toHaveCount(0)
  await expect(page.getByText(en('talk:care.neverChild'))).toBeVisible()
  await page.getByRole('button', { name: en('talk:care.privateYes') }).click()
  await page.getByRole('button', { name: en('talk:care.interpreterYes') }).click()
  await expect(theirWords('papers_kept')).toBeVisible()
  await page.getByRole('button', { name: en('talk:show') }).click()
  await holdToGoBack(page)
  await expect(theirWords('papers_kept'), 'somebody may have come by').toHaveCount(0)
  await expect(page.getByRole('button', { name: en('talk:care.privateYes') })).toBeVisible()

  await page.getByRole('link', { name: en('common:actions.back'), exact: true }).click()
  await open('may_ask')
  await expect(theirWords('may_ask'), 'the interpreter still stands by').toBeVisible()
  await seeOptions()
  await expect(theirTopic).toBeVisible()

  await goTo(page, 'talk', en)
  await page.getByRole('link', { name: en('talk:board.title') }).click()
  await expect(page.getByRole('heading', { name: en('talk:board.title') })).toBeVisible()
  await expect(page.getByText(en('talk:notChecked'))).toBeVisible()

  await goTo(page, 'talk', en)
  await pointAtPashto(page)
  await open('may_ask')
  await expect(theirWords('may_ask'), 'the next person may have come without one').toHaveCount(0)
  await page.getByRole('button', { name: en('talk:care.interpreterYes') }).click()
  await expect(theirWords('may_ask')).toBeVisible()
  await page.getByRole('button', { name: en('common:actions.hide') }).click()
  await expect(page.getByRole('button', { name: en('talk:care.interpreterYes') }), 'nor after Hide').toBeVisible()
})

test('numbers and places of pain are shown in both languages @talk', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'talk', en)
  await pointAtPashto(page)
  await page.getByRole('searchbox', { name: en('talk:search') }).fill(en('phrases:cards.how_old'))
  await page
    .getByRole('main')
    .getByRole('link', { name: en('phrases:cards.how_old') })
    .click()
  await page.getByRole('button', { name: en('talk:show') }).click()
  const shown = page.getByRole('dialog')
  await shown.getByRole('button', { name: '۱ 1' }).click()
  await shown.getByRole('button', { name: '۶ 6' }).click()
  await holdToGoBack(page)
  await expect(page.getByText(en('talk:answered', { answer: '16' })).first()).toBeVisible()

  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('button', { name: en('talk:show') }).click()
  await expect(shown.getByRole('status'), 'the next person finds no age').toHaveText('')
  const unknown = shown.getByRole('button', { name: ps('phrases:answers.unknown'), exact: true })
  await expect(unknown, 'in sight without a search').toBeInViewport({ ratio: 1 })
  await expect(shown.getByRole('button', { name: '۰ 0' }), 'and so is every key').toBeInViewport({ ratio: 1 })
  await unknown.click()
  await holdToGoBack(page)
  const answered = en('talk:answered', { answer: en('phrases:answers.unknown') })
  await expect(page.getByText(answered).first()).toBeVisible()
})

test('on the board one picture is asked about alone, and the next person finds nothing pressed @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'talk', en)
  await page.getByRole('link', { name: en('talk:board.title') }).click()
  await pointAtPashto(page)
  await expect(page.getByRole('heading', { name: en('talk:board.title') }), 'back where it was asked').toBeVisible()

  const show = page.getByRole('button', { name: en('talk:show') })
  const shown = page.getByRole('dialog')
  const tile = (need: string) => shown.getByRole('button', { name: ps(`talk:board.tiles.${need}`) })
  const ask = async (need: string, answer: string) => {
    await tile(need).click()
    await expect(tile('food'), 'no other picture').toHaveCount(0)
    await shown.getByRole('button', { name: ps(`phrases:answers.${answer}`), exact: true }).click()
  }
  await show.click()
  await expect(shown.getByText(en('talk:notChecked'))).toBeVisible()
  await ask('doctor', 'yes')
  await expect(tile('doctor')).toHaveAttribute('aria-pressed', 'true')
  await ask('water', 'no')
  await ask('not_safe', 'unknown')
  await holdToGoBack(page)
  const pointed = page.getByRole('region', { name: en('talk:board.pointed') })
  await expect(pointed.getByText(en('talk:board.tiles.doctor'))).toBeVisible()
  await expect(pointed.getByText(en('talk:board.tiles.water'))).toHaveCount(0)
  await expect(pointed.getByText(en('talk:board.aside'))).toBeVisible()

  await show.click()
  await expect(tile('doctor')).toHaveAttribute('aria-pressed', 'false')
})

test('who points at the language of the screen reads that one, and not the language of the person before @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'talk', en)
  await pointAtPashto(page)
  await page.getByRole('link', { name: en('talk:pointTitle') }).click()
  await page.getByRole('dialog').getByRole('button', { name: LANGUAGES.en.endonym, exact: true }).click()
  const theirs = page.getByRole('region', { name: en('talk:theirLanguage') })
  await expect(theirs.getByText(LANGUAGES.en.endonym, { exact: true })).toBeVisible()
  await expect(page.getByText(en('talk:noLanguage'))).toHaveCount(0)
  await page
    .getByRole('main')
    .getByRole('link', { name: en('phrases:cards.child_with_you') })
    .click()
  await page.getByRole('button', { name: en('talk:show') }).click()
  const shown = page.getByRole('dialog')
  await expect(shown.getByText(en('phrases:cards.child_with_you'), { exact: true })).toHaveAttribute('lang', 'en')
  await shown.getByRole('button', { name: en('phrases:answers.yes'), exact: true }).click()
  await holdToGoBack(page)
  await expect(page.getByText(en('talk:answered', { answer: en('phrases:answers.yes') })).first()).toBeVisible()

  await goTo(page, 'talk', en)
  await page.getByRole('link', { name: en('options:title'), exact: true }).click()
  await page.getByRole('link', { name: en('options:topics.hours_72.title') }).click()
  await page.getByRole('button', { name: en('talk:show') }).click()
  await expect(shown.getByText(en('options:topics.hours_72.points.1'))).toBeVisible()
})

test('the card that asks for the language shows the languages, and what is pointed at there is theirs @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'talk', en)
  await page
    .getByRole('main')
    .getByRole('link', { name: en('phrases:cards.best_language') })
    .click()
  await page.getByRole('button', { name: en('talk:show') }).click()
  await page.getByRole('dialog').getByRole('button', { name: /پښتو/ }).click()
  await expect(page.getByText(ps('phrases:cards.best_language'), { exact: true })).toHaveAttribute('lang', 'ps')
  await page.getByRole('button', { name: en('talk:show') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /هزارگی/ })
    .click()
  await expect(page.getByText(en('talk:noCards.title', { language: en('codes:languages.haz') }))).toBeVisible()
  await expect(flipButton(page, 'en', 'ps')).toHaveCount(0)
})

test('a language nobody speaks here is noted, and the lead sees it wanted @talk', async ({ joinPhone }) => {
  const worker = (await joinPhone('worker')).page()
  await goTo(worker, 'talk', en)
  await pointAtPashto(worker)
  await expect(flipButton(worker, 'en', 'ps')).toBeVisible()
  await worker.getByRole('link', { name: en('talk:pointTitle') }).click()
  await worker
    .getByRole('dialog')
    .getByRole('button', { name: /هزارگی/ })
    .click()
  await expect(worker.getByText(en('talk:noCards.title', { language: en('codes:languages.haz') }))).toBeVisible()
  await expect(flipButton(worker, 'en', 'ps'), 'the one before spoke another language').toHaveCount(0)
  await worker.getByRole('button', { name: en('codes:interpreting.missing') }).click()
  await expect(worker.getByText(en('common:said.saved')).first()).toBeVisible()
  await sendNow(worker, en)

  const lead = (await joinPhone('lead')).page()
  await sendNow(lead, en)
  await goTo(lead, 'review', en)
  await expect(lead.getByText(en('review:interpreting', { interpreted: 0, missing: 1 }))).toBeVisible()
  await expect(figure(lead, en('review:tiles.newArrivals'))).toContainText('0')
})

test('whoever is on duty to interpret comes first, one tap to call, and the lead sees what was wanted beside who there is @talk', async ({
  joinPhone
}) => {
  const lead = (await joinPhone('lead')).page()
  const phone = await joinPhone('worker')
  const worker = phone.page()
  for (const page of [lead, worker]) page.setDefaultTimeout(30_000)
  const main = worker.getByRole('main')
  const farsi = en('talk:interpreters.of', { language: en('codes:languages.fa') })

  await test.step('the lead writes the rota', async () => {
    await goTo(lead, 'services', en)
    await lead
      .getByRole('main')
      .getByRole('link', { name: en('directory:title'), exact: true })
      .click()
    await lead.getByRole('main').getByRole('searchbox').fill(VAN)
    await lead.getByRole('main').locator('a[href^="/directory/service/"]').filter({ hasText: VAN }).click()
    for (const day of WEEKDAYS) await lead.locator(`#entry-hours-${day}`).fill('00:00-24:00')
    await lead.locator('#entry-phones').fill(NUMBER)
    await lead.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
    await expect(lead.locator('#entry-phones')).toHaveCount(0)
    await sendNow(lead, en)
    await sendNow(worker, en)
  })

  await test.step('the worker meets one language nobody is known for, and calls for another', async () => {
    await logTigrinya(worker)
    await phone.context().setOffline(true)
    await goTo(worker, 'talk', en)
    await worker.getByRole('link', { name: en('talk:interpreters.title'), exact: true }).click()
    await worker.getByRole('button', { name: LANGUAGES.fa.endonym, exact: true }).click()
    const rota = main.getByRole('region', { name: farsi })
    await expect(rota.locator('strong').first()).toHaveText(VAN)
    await expect(rota.getByRole('link', { name: NUMBER }).first()).toHaveAttribute('href', `tel:${NUMBER}`)
    await main.getByRole('button', { name: en('codes:interpreting.interpreted'), exact: true }).click()
    await expect(worker.getByText(en('common:said.saved')).first()).toBeVisible()
    await phone.context().setOffline(false)
    await sendNow(worker, en)
  })

  await test.step('demand against supply', async () => {
    await sendNow(lead, en)
    await goTo(lead, 'review', en)
    await expect(lead.getByText(en('review:interpreting', { interpreted: 1, missing: 0 }))).toBeVisible()
    const demand = lead.getByRole('region', { name: en('review:cuts.interpreting'), exact: true })
    await demand.getByText(en('review:asTable')).click()
    const row = (language: 'fa' | 'ti') =>
      demand.getByRole('table').getByRole('row', { name: new RegExp(en(`codes:languages.${language}`)) })
    await expect(row('fa')).toContainText(/0\s*1\s*0\s*2$/)
    await expect(row('ti')).toContainText(/1\s*0\s*0\s*0$/)
  })
})

const VAN = 'Outreach van: law and social work'
const NUMBER = '+381600000000'

const logTigrinya = async (page: Page) => {
  await goTo(page, 'newArrival', en)
  await fillArrival(page, { men: 2 }, en)
  await page
    .getByRole('group', { name: en('form:language') })
    .getByRole('button', { expanded: false })
    .click()
  const list = page.getByRole('dialog', { name: en('form:language') })
  await list.getByRole('searchbox').fill(en('codes:languages.ti'))
  await list.getByRole('listitem').getByRole('button').click()
  await page.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
  await expect(page.getByText(en('new-arrival:saved'))).toBeVisible()
}

test('cards and options stay in reach while the phone is locked, without signal @talk', async ({ joinPhone }) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  await phone.context().setOffline(true)
  await page.getByRole('button', { name: en('common:actions.hide') }).click()
  await page.getByRole('link', { name: en('unlock:talk') }).click()
  await page.getByRole('link', { name: en('options:title'), exact: true }).click()
  await page.getByRole('link', { name: en('options:topics.hours_72.title') }).click()
  await expect(page.getByText(en('options:topics.hours_72.points.1'))).toBeVisible()
  await expect(page.getByText(en('options:notAdvice'))).toBeVisible()
  await page.getByRole('link', { name: en('common:actions.back'), exact: true }).click()
  await page.getByRole('link', { name: en('common:actions.back'), exact: true }).click()
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name: en('common:places.today') })).toBeVisible()
})
