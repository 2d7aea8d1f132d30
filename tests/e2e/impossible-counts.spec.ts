// More children alone than children: refused in words as it is saved and as it is corrected, and nothing that was counted is lost.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { fillArrival, goTo, speak } from '#tests/e2e/world/acts.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const [en, ar] = [wordsOf('en'), wordsOf('ar')]
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).click()
const add = (page: Page, label: string, value: number) => press(page, en('ui:counter.add', { label, value }))

test('a count that cannot be is said, stays to be mended, and is then saved @cases', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  page.setDefaultTimeout(60_000)
  await goTo(page, 'newArrival', en)

  await test.step('more alone than there are children', async () => {
    const alone = en('form:childrenAlone')
    await fillArrival(page, { men: 1, boys: 1, women: 1 }, en)
    await main(page).locator('summary').first().click()
    for (const value of [0, 1]) await add(page, alone, value)
    await press(page, en('common:actions.save'))
    const refusal = (t: Words) => t('new-arrival:tooMany', { what: t('form:childrenAlone'), number: 2, all: 1 })
    await expect(page.getByRole('alert').filter({ hasText: refusal(en) })).toBeVisible()
    await speak(page, 'en', 'ar')
    await expect(page.getByText(refusal(ar))).toBeVisible()
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'too-many-ar.png') })
    await speak(page, 'ar', 'en')
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'too-many-en.png') })
    await press(page, en('ui:counter.remove', { label: alone, value: 2 }))
    await expect(page.getByText(refusal(en))).toHaveCount(0)
    await add(page, en('form:pregnant'), 0)
    await press(page, en('common:actions.save'))
    await expect(page.getByText(en('new-arrival:saved')).last()).toBeVisible()
  })

  await test.step('corrected to fewer women than are pregnant', async () => {
    await goTo(page, 'people', en)
    await main(page).locator('a[href^="/records/"]').first().click()
    const women = en('form:women')
    await main(page)
      .getByRole('button')
      .filter({ hasText: en('common:actions.change') })
      .filter({ hasText: women })
      .first()
      .click()
    await press(page, en('ui:counter.remove', { label: women, value: 1 }))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: en('common:actions.save'), exact: true })
      .click()
    const refusal = en('new-arrival:tooMany', { what: en('form:pregnant'), number: 1, all: 0 })
    await expect(page.getByRole('dialog').getByText(refusal)).toBeVisible()
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'too-many-corrected.png') })
    await add(page, women, 0)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: en('common:actions.save'), exact: true })
      .click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})
