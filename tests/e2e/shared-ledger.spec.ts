// Two organisations on one server tell each other, by the card of a person, what they gave: both without signal at the moment of
// giving. What is told is a hint and never a refusal, and nothing is told before both have said that they take part.
import type { Page } from '@playwright/test'
import { createCardCode } from '#domain/card-code.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, itemTile, joinTeam, PASSPHRASE, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const SHOES = t('handouts:items.shoes')
const [EARLIER, CARD] = [5, 6].map((byte) => createCardCode((count) => new Uint8Array(count).fill(byte))) as [
  string,
  string
]

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()

const useCard = async (page: Page, code: string) => {
  await press(page, t('handouts:cards.use'))
  await page.getByLabel(t('handouts:cards.code')).fill(code)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('handouts:cards.use'), exact: true })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const giveShoes = async (page: Page) => {
  const shoes = (value: number | 'any') => itemTile(page, t, { label: SHOES, value })
  if (!(await shoes('any').isVisible())) await page.locator('summary').click()
  const before = Number(
    /\d+/.exec((await shoes('any').getAttribute('aria-label')) ?? (await shoes('any').innerText()))?.[0]
  )
  await shoes('any').click()
  await expect(shoes(before + 1)).toBeVisible()
}
const openHandOut = async (page: Page) => {
  await goTo(page, 'today', t)
  await main(page)
    .getByRole('link', { name: t('handouts:title'), exact: true })
    .click()
}
const hints = (page: Page) =>
  main(page)
    .getByRole('listitem')
    .filter({ hasText: t('handouts:elsewhere') })

test('what another organisation gave is a hint here, offline, and is given again all the same @cases', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(600_000)
  const [first, second] = [await joinPhone('worker'), await openPhone()]
  const [mina, vera] = [first.page(), second.page()]
  for (const page of [mina, vera]) page.setDefaultTimeout(60_000)
  await joinTeam(vera, await server.inviteTeam('north', 'North team'), PASSPHRASE)
  const swap = async () => {
    for (const phone of [first, second]) await phone.context().setOffline(false)
    for (const page of [mina, vera]) await sendNow(page, t)
    for (const phone of [first, second]) await phone.context().setOffline(true)
  }
  await swap()

  await test.step('while nobody has said that they take part, nothing is told', async () => {
    await openHandOut(mina)
    await useCard(mina, EARLIER)
    await giveShoes(mina)
    await swap()
    await openHandOut(vera)
    await useCard(vera, EARLIER)
    await expect(hints(vera)).toHaveCount(0)
    await press(vera, t('handouts:cards.next'))
  })

  await test.step('both take part: what one gives without signal is a hint to the other, without signal too', async () => {
    await server.command('ledger', '--take-part', 'yes')
    expect(await server.command('ledger', '--organisation', 'north', '--take-part', 'yes')).toMatch(/North team +yes/)
    await swap()
    await openHandOut(mina)
    await useCard(mina, CARD)
    await giveShoes(mina)
    await swap()
    await openHandOut(vera)
    await useCard(vera, CARD)
    await expect(hints(vera)).toHaveCount(1)
    await expect(hints(vera)).toContainText(t('codes:needs.shoes'))
    await expect(hints(vera)).toContainText(t('services:today'))
    await expect(main(vera).getByText(t('handouts:beforeWhat'))).toBeVisible()
  })

  await test.step('it fits, also from right to left', async () => {
    const found: string[] = []
    const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
    for (const language of ['en', 'ar'] as const) {
      if (language === 'ar') await speak(vera, 'en', 'ar')
      await main(vera).getByText(wordsOf(language)('handouts:elsewhere')).scrollIntoViewIfNeeded()
      await createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })(vera, 'shared-ledger')
    }
    await speak(vera, 'ar', 'en')
    expect(found).toEqual([])
  })

  await test.step('it is given all the same, and the first learns of it', async () => {
    await giveShoes(vera)
    await swap()
    await openHandOut(mina)
    await useCard(mina, CARD)
    await expect(hints(mina)).toHaveCount(1)
    // Nothing of the other team but the hint.
    await goTo(mina, 'people', t)
    await expect(main(mina).locator('a[href^="/records/"]')).toHaveCount(0)
  })
})
