// Before anything is told of a person they read what they are asked, in their own language: both questions of a referral, the
// second with the organisation and just what it would be told, in words that speak to them.
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { LANGUAGES } from '#domain/codes/languages.ts'
import {
  fillArrival,
  goTo,
  joinAsPartner,
  logArrival,
  sendNow,
  speak,
  speakWith,
  unlock
} from '#tests/e2e/world/acts.ts'
import { expectFlawless, LIGHTS, WIDTHS } from '#tests/e2e/world/look.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const [en, ps, ar, fa] = [wordsOf('en'), wordsOf('ps'), wordsOf('ar'), wordsOf('fa')]

const TOLD = ['people', 'language', 'needs', 'urgent'] as const
const PASSED_ON = { name: 'Zarghuna', where: 'third bench by the fountain', note: 'left knee is swollen' }

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const inTheirs = (page: Page, language: string) => main(page).locator(`div[lang="${language}"]`)

test('a referral is agreed to in the person’s language, said by an interpreter where nobody has checked it @talk', async ({
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  page.setDefaultTimeout(30_000)
  await phone.context().setOffline(true)
  await openReferral(page)

  await test.step('without a language of theirs: the worker’s words, and the way to let them point', async () => {
    await expect(main(page).getByText(en('refer:askFirst.aloud'))).toBeVisible()
    await expect(main(page).getByRole('link', { name: en('talk:pointTitle') })).toBeVisible()
    await expect(main(page).getByRole('button', { name: en('talk:show') })).toHaveCount(0)
  })

  await test.step('in Pashto: only once an interpreter stands by', async () => {
    await speakWith(page, 'en', 'ps')
    await expect(main(page).getByText(en('talk:care.neverChild'))).toBeVisible()
    await expect(page.getByText(ps('refer:askFirst.aloud'))).toHaveCount(0)
    await lookAt(page, 'consent-ask-interpreter')
    await press(page, en('talk:care.interpreterYes'))
    await expect(inTheirs(page, 'ps').getByText(ps('refer:askFirst.aloud'))).toBeVisible()
    await expect(inTheirs(page, 'ps')).toHaveAttribute('dir', 'rtl')
    await expect(main(page).getByText(en('refer:askFirst.mayRefuse'))).toBeVisible()
    await expect(main(page).getByText(en('talk:notChecked'))).toBeVisible()
    await lookAt(page, 'consent-ask')
  })

  await test.step('turned to them: theirs large, the worker’s small', async () => {
    const shown = page.getByRole('dialog', { name: en('talk:show') })
    await press(page, en('talk:show'))
    const sizes = await Promise.all(
      [ps, en].map((t) =>
        shown.getByText(t('refer:askFirst.aloud')).evaluate((words) => parseFloat(getComputedStyle(words).fontSize))
      )
    )
    expect(sizes[0]).toBeGreaterThan((sizes[1] ?? 0) * 1.5)
    await lookAt(page, 'consent-ask-shown')
    await page.keyboard.press('Escape')
  })

  await test.step('the second question says the organisation and what it would be told', async () => {
    await answerUpToWhatIsTold(page)
    await press(page, en('common:actions.next'))
    for (const name of ['people', 'needs', 'urgent'] as const) {
      await expect(main(page).locator('blockquote')).toContainText(en(`codes:tellable.${name}`))
      await expect(inTheirs(page, 'ps')).toContainText(ps(`refer:consent.yours.${name}`))
    }
    await expect(inTheirs(page, 'ps')).toContainText(ps('refer:consent.isItOk'))
    await expect(inTheirs(page, 'ps')).not.toContainText(ps('refer:consent.yours.language'))
    await lookAt(page, 'consent-check')
    await press(page, en('talk:show'))
    await expect(page.getByRole('dialog')).toContainText(ps('refer:consent.isItOk'))
    await lookAt(page, 'consent-check-shown')
    await page.keyboard.press('Escape')
  })

  await test.step('another person, another language: an interpreter is asked for anew', async () => {
    await speakWith(page, 'en', 'ar')
    await expect(inTheirs(page, 'ar')).toHaveCount(0)
    await press(page, en('talk:care.interpreterYes'))
    await expect(inTheirs(page, 'ar')).toContainText(ar('refer:consent.isItOk'))
  })

  await test.step('a worker who reads Arabic, a person who reads English: nobody has to check the original', async () => {
    await speak(page, 'en', 'ar')
    await expect(inTheirs(page, 'en')).toContainText(en('refer:consent.isItOk'))
    await expect(main(page).getByText(ar('talk:notChecked'))).toHaveCount(0)
    await lookAt(page, 'consent-check', 'ar')
  })
})

test('the person is spoken to in what is told and passed on, the worker reads what they ticked and typed @talk', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(300_000)
  const desk = (await openPhone(LAPTOP_SIZE)).page()
  await joinAsPartner(desk, await server.invitePartner('bchr', 'BCHR'))
  const phone = await joinPhone('worker')
  const page = phone.page()
  page.setDefaultTimeout(30_000)
  await sendNow(page, en)
  await phone.context().setOffline(true)
  const names = Object.keys(PASSED_ON) as (keyof typeof PASSED_ON)[]
  const ofThem = [...TOLD.map((name) => en(`codes:tellable.${name}`)), ...names.map((name) => en(`partner:${name}`))]
  const worker = main(page).locator('blockquote')
  const shown = page.getByRole('dialog', { name: en('talk:show') })

  await test.step('all that can be told of two women is ticked and typed', async () => {
    await goTo(page, 'newArrival', en)
    await fillArrival(page, { women: 2, urgent: 'sick_or_hurt' }, en)
    await main(page)
      .getByRole('group', { name: en('form:language'), exact: true })
      .getByRole('button', { name: LANGUAGES.fa.endonym, exact: true })
      .click()
    await press(page, en('common:actions.save'))
    await expect(page.getByText(en('new-arrival:saved')).last()).toBeVisible()
    await openReferralOfLast(page)
    await answerUpToWhatIsTold(page, 'Belgrade Centre for Human Rights')
    for (const name of names) {
      await main(page)
        .getByLabel(en(`partner:${name}`), { exact: true })
        .fill(PASSED_ON[name])
    }
    await press(page, en('common:actions.next'))
  })

  await test.step('Farsi: “what you need”, where the worker’s words say “what they need”', async () => {
    await speakWith(page, 'en', 'fa')
    await press(page, en('talk:care.interpreterYes'))
    for (const name of [...TOLD, ...names]) {
      await expect(inTheirs(page, 'fa')).toContainText(fa(`refer:consent.yours.${name}`))
      await expect(worker).not.toContainText(en(`refer:consent.yours.${name}`))
    }
    for (const words of ofThem) await expect(worker).toContainText(words)
    for (const words of [fa('codes:tellable.needs'), fa('partner:where')]) {
      await expect(inTheirs(page, 'fa')).not.toContainText(words)
    }
    await picture(inTheirs(page, 'fa'), 'consent-yours-fa')
  })

  await test.step('turned to them it is the same', async () => {
    await press(page, en('talk:show'))
    await expect(shown.locator('[lang="fa"]')).toContainText(fa('refer:consent.yours.where'))
    await expect(shown).toContainText(en('partner:where'))
    await picture(shown, 'consent-yours-fa-shown')
    await page.keyboard.press('Escape')
  })

  await test.step('Arabic, and what is no longer told is no longer read', async () => {
    await speakWith(page, 'en', 'ar')
    await press(page, en('talk:care.interpreterYes'))
    await expect(inTheirs(page, 'ar')).toContainText(ar('refer:consent.yours.note'))
    await picture(inTheirs(page, 'ar'), 'consent-yours-ar')
    await press(page, en('talk:show'))
    await picture(shown, 'consent-yours-ar-shown')
    await page.keyboard.press('Escape')
    await press(page, en('common:actions.back'))
    await main(page).getByLabel(en('partner:note'), { exact: true }).fill('')
    await press(page, en('common:actions.next'))
    await expect(inTheirs(page, 'ar')).toContainText(ar('refer:consent.yours.where'))
    await expect(inTheirs(page, 'ar')).not.toContainText(ar('refer:consent.yours.note'))
  })
})

test('while no organisation is chosen there is nothing to read to the person @talk', async ({ joinPhone }) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  page.setDefaultTimeout(30_000)
  await speakWith(page, 'en', 'fa')
  await openReferral(page)
  await page.goto(phone.url(`${new URL(page.url()).pathname}?service=gone-since`))
  await unlock(page)
  await press(page, en('talk:care.interpreterYes'))
  await expect(inTheirs(page, 'fa')).toContainText(fa('refer:askFirst.aloud'))
  await press(page, en('refer:askFirst.yes'))
  await press(page, en('codes:needs.legal_aid'))
  await press(page, en('common:actions.next'))
  await main(page)
    .getByRole('button', { name: en('codes:dues.soon') })
    .click()
  await press(page, en('common:actions.next'))
  await expect(main(page).locator('blockquote')).toContainText(en('refer:consent.isItOk'))
  await expect(inTheirs(page, 'fa')).toHaveCount(0)
  await expect(main(page).getByRole('button', { name: en('talk:show') })).toHaveCount(0)
})

/** From an arrival to the first question. */
const openReferral = async (page: Page) => {
  await goTo(page, 'newArrival', en)
  await logArrival(page, { men: 2, urgent: 'sick_or_hurt' }, en)
  await openReferralOfLast(page)
}

const openReferralOfLast = async (page: Page) => {
  await goTo(page, 'people', en)
  await main(page).locator('a[href^="/records/"]').last().click()
  await page
    .getByRole('link', { name: en('record:refer'), exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: en('refer:title'), exact: true })).toBeVisible()
}

/** From the first question to what is told, which is urgent too: legal help, of that organisation or of whichever comes first. */
const answerUpToWhatIsTold = async (page: Page, organisation?: string) => {
  await press(page, en('refer:askFirst.yes'))
  await press(page, en('codes:needs.legal_aid'))
  await press(page, en('common:actions.next'))
  if (organisation !== undefined) await page.getByRole('searchbox').fill(organisation)
  await main(page)
    .getByRole('list', { name: en('refer:service.title') })
    .getByRole('button')
    .first()
    .click()
  await main(page)
    .getByRole('button', { name: en('codes:dues.soon') })
    .click()
  await press(
    page,
    en('refer:told.option', { what: en('codes:tellable.urgent'), value: en('codes:urgent.sick_or_hurt') })
  )
}

/** Three lights, letters twice as big, a small phone and a laptop. */
const lookAt = async (page: Page, screen: string, language: 'en' | 'ar' = 'en') => {
  const views = [
    ...LIGHTS.map((light) => ({ light, text: 100, width: WIDTHS.phone }) as const),
    { light: 'day', text: 200, width: WIDTHS.small },
    { light: 'day', text: 100, width: WIDTHS.laptop }
  ] as const
  await expectFlawless(page, screen, { language, views })
}

const picture = async (part: Locator, name: string) => {
  if (!PICTURES) return
  await part.scrollIntoViewIfNeeded()
  await part.page().screenshot({ path: join(PICTURES, `${name}-360.png`) })
}
