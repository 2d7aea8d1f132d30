// The 20-second screen at 360×640, in every language: what is asked of everybody is in sight without scrolling, a count
// never moves under the thumb, and what was found in a long list stays in sight.
import type { Page } from '@playwright/test'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, goTo, KINDS, logArrival, speak } from '#tests/e2e/world/acts.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

const en = wordsOf('en')

test('everything asked of everybody is in sight, in five languages', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  let from: InterfaceLanguage = 'en'
  for (const language of INTERFACE_LANGUAGES) {
    const t = wordsOf(language)
    await test.step(language, async () => {
      await speak(page, from, language)
      for (const kind of KINDS) await isInSight(page.getByRole(...counterSays(t, kind, 0)))
      for (const question of ['language', 'country', 'urgent']) await isInSight(questionOf(page, question, t))
      await isInSight(page.getByRole('button', { name: t('common:actions.save'), exact: true }))

      await fillArrival(page, { boys: 1 }, t)
      for (const question of ['alone', 'language', 'country']) await isInSight(questionOf(page, question, t))
      await isInSight(page.getByRole('button', { name: t('codes:urgent.child_alone'), exact: true }))
      await page.getByRole('button', { name: t('ui:counter.remove', { label: t('form:boys'), value: 1 }) }).click()
    })
    from = language
  }
})

test('no counter moves between a save and the next group, also after an urgent one', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  for (const group of [{ men: 1 }, { men: 1, urgent: 'sick_or_hurt' }]) {
    await logArrival(page, group, en)
    const before = await page.getByRole(...counterSays(en, 'men', 0)).boundingBox()
    await fillArrival(page, { men: 1 }, en)
    expect(await page.getByRole(...counterSays(en, 'men', 1)).boundingBox()).toEqual(before)
    await page.getByRole('button', { name: en('ui:counter.remove', { label: en('form:men'), value: 1 }) }).click()
  }
})

test('a language found in the list stands beside the question and is saved with the group', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  const language = questionOf(page, 'language', en)
  await language.getByRole('button', { expanded: false }).click()
  const list = page.getByRole('dialog', { name: en('form:language') })
  await list.getByRole('searchbox').fill(en('codes:languages.ti'))
  await list.getByRole('listitem').getByRole('button').click()
  await isInSight(language.getByRole('button', { pressed: true }))
  await fillArrival(page, { men: 1 }, en)
  await page.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
  await goTo(page, 'people', en)
  await expect(page.getByRole('main').getByRole('link', { name: '1 man' })).toContainText(en('codes:languages.ti'))
})

const questionOf = (page: Page, name: string, t: Words) =>
  page.getByRole('main').getByRole('group', { name: t(`form:${name}`), exact: true })

const isInSight = (target: ReturnType<Page['locator']>) => expect(target).toBeInViewport({ ratio: 1 })
