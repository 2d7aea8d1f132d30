// The 20-second screen at 360×640, in every language: what is asked of everybody is in sight without scrolling, a count
// never moves under the thumb, and what was found in a long list stays in sight. What is above and below takes little room.
import type { Locator, Page } from '@playwright/test'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, goTo, KINDS, logArrival, speak, speakWith } from '#tests/e2e/world/acts.ts'
import { expectInSight } from '#tests/e2e/world/in-sight.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

const en = wordsOf('en')
const URGENT = ['child_alone', 'sick_or_hurt', 'at_risk']

test('everything asked of everybody is in sight, in every language', async ({ joinPhone }) => {
  // Sixteen languages: this ends a test that hangs, it measures nothing.
  test.setTimeout(1_800_000)
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  let from: InterfaceLanguage = 'en'
  for (const language of INTERFACE_LANGUAGES) {
    const t = wordsOf(language)
    const counters = KINDS.map((kind) => counterSays(t, kind, 0)[1].name)
    const lists = [t('form:language'), t('form:country')]
    const flags = URGENT.map((flag) => t(`codes:urgent.${flag}`))
    const save = t('common:actions.save')
    await test.step(language, async () => {
      await speak(page, from, language)
      await expectInSight(page, [...counters, ...lists, ...flags, save])

      await fillArrival(page, { boys: 1 }, t)
      await expectInSight(page, [t('form:alone'), ...lists, ...flags, save])

      await logArrival(page, { alone: 'yes' }, t)
      const help = page.getByRole('alert').filter({ hasText: t('new-arrival:helpTitle') })
      await expect(help).toBeInViewport({ ratio: 1 })
      await expectInSight(page, [...counters, save])

      await logArrival(page, { men: 1 }, t)
      await expectInSight(page, [...counters, ...lists, save])
      await fillArrival(page, { men: 1 }, t)
      await expectInSight(page, [...lists, ...flags, save])
      await logArrival(page, {}, t)
      // The last save can be taken back for half a minute, which takes room below; whoever comes anew has all of it.
      await goTo(page, 'today', t)
      await goTo(page, 'newArrival', t)
    })
    from = language
  }
})

test('the bar above is one row also beside a way back and with a second language, in every language', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  await logArrival(page, { men: 12, women: 3, boys: 4 }, en)
  await goTo(page, 'people', en)
  await page.getByRole('main').getByRole('link', { name: '12 men' }).click()
  const record = page.url()
  await speakWith(page, 'en', 'sr-Latn')
  let from: InterfaceLanguage = 'en'
  for (const language of INTERFACE_LANGUAGES) {
    const t = wordsOf(language)
    await test.step(language, async () => {
      await speak(page, from, language)
      await expectOneRow(page, t)
      await page
        .getByRole('link', { name: t('record:refer'), exact: true })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1, name: t('refer:title') })).toBeVisible()
      await expectOneRow(page, t)
      await page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
      await expect(page).toHaveURL(record)
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
  await expect(language.getByRole('button', { pressed: true })).toBeInViewport({ ratio: 1 })
  await fillArrival(page, { men: 1 }, en)
  await page.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
  await goTo(page, 'people', en)
  await expect(page.getByRole('main').getByRole('link', { name: '1 man' })).toContainText(en('codes:languages.ti'))
})

const questionOf = (page: Page, name: string, t: Words) =>
  page.getByRole('main').getByRole('group', { name: t(`form:${name}`), exact: true })

/** The way back and the ways at the end of the bar stand at one height, and the title is no taller than two of them. */
const expectOneRow = async (page: Page, t: Words) => {
  const banner = page.getByRole('banner')
  const middleOf = async (target: Locator) => {
    const { y, height } = (await target.boundingBox()) ?? { y: 0, height: 0 }
    return y + height / 2
  }
  const back = await middleOf(banner.getByRole('link', { name: t('common:actions.back'), exact: true }))
  expect(await middleOf(banner.getByRole('button', { name: t('common:actions.hide'), exact: true }))).toBe(back)
  expect((await banner.boundingBox())?.height).toBeLessThan(96)
  const title = banner.getByRole('heading', { level: 1 })
  expect(await title.evaluate((words) => words.scrollWidth - words.clientWidth)).toBeLessThanOrEqual(1)
}
