// Somebody comes to the desk of the organisation they were referred to, with the card the team gave them. Without signal the desk
// scans or types it, the referral opens, and one tap more says that the person has arrived. Every card that is not right is
// said to be so in a sentence.
import type { Page } from '@playwright/test'
import { isolated } from '#app/language/isolated.ts'
import { createCardCode } from '#domain/card-code.ts'
import { personCardText } from '#domain/person-card.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, refer, sendFromDesk, sendNow, speak, joinAsPartner } from '#tests/e2e/world/acts.ts'
import { drawingOf, drawingOn, holdBeforeCamera } from '#tests/e2e/world/camera.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const OURS = 'Belgrade Centre for Human Rights'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) =>
  main(page).getByRole('button', { name: words, exact: true }).first().click()
const inSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true })
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()
const openCheckIn = (page: Page) => press(page, t('partner:checkIn.title'))

test('a card opens the referral at the desk without signal, and one tap says that the person has arrived @cases', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(900_000)
  const desk = await openPhone()
  const rights = desk.page()
  rights.setDefaultTimeout(60_000)
  await joinAsPartner(rights, await server.invitePartner('bchr', 'BCHR'))
  const worker = await joinPhone('worker')
  const mina = worker.page()
  mina.setDefaultTimeout(60_000)
  await sendNow(mina, t)
  const found: string[] = []
  const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
  const lookIn = (language: 'en' | 'ar') =>
    createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })
  const look = lookIn('en')
  let [code, card] = ['', '']

  await test.step('without signal two women are referred; one of them takes a card along', async () => {
    await worker.context().setOffline(true)
    for (const isLast of [false, true]) {
      await goTo(mina, 'newArrival', t)
      await logArrival(mina, { women: 1 }, t)
      await mina.getByRole('link', { name: t('new-arrival:refer'), exact: true }).click()
      await refer(mina, { need: 'legal_aid', to: OURS }, t)
      if (!isLast) continue
      await main(mina)
        .getByRole('link', { name: t('common:actions.giveCard'), exact: true })
        .click()
      code = await main(mina)
        .getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/)
        .innerText()
      card = await drawingOn(mina)
    }
    await worker.context().setOffline(false)
    await sendNow(mina, t)
    await sendFromDesk(rights, t)
    await rights
      .getByRole('navigation')
      .getByRole('link', { name: t('record:referrals'), exact: true })
      .click()
    await expect(
      main(rights)
        .getByRole('region', { name: t('partner:new'), exact: true })
        .getByRole('link')
    ).toHaveCount(2)
  })

  await test.step('without signal each card that is not right is refused in a sentence', async () => {
    await desk.context().setOffline(true)
    await openCheckIn(rights)
    const field = rights.getByLabel(t('handouts:cards.code'))
    const type = async (typed: string, refusal: string) => {
      await field.fill(typed)
      await inSheet(rights, t('partner:checkIn.find')).click()
      await expect(rights.getByRole('dialog').getByText(refusal, { exact: true })).toBeVisible()
      await expect(field).toHaveValue(typed)
    }
    const scan = async (text: string, refusal: string) => {
      await holdBeforeCamera(rights, drawingOf(text))
      await inSheet(rights, t('handouts:cards.scan')).click()
      await expect(rights.getByRole('dialog').getByText(refusal, { exact: true })).toBeVisible()
    }
    const other = createCardCode((count) => new Uint8Array(count).fill(7))
    await type('K7QA 4TXG', t('handouts:cards.letters', { letter: isolated('A') }))
    await type('K7QM', t('handouts:cards.length'))
    await type(code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'), t('handouts:cards.check'))
    await type(other, t('partner:checkIn.unknown'))
    await look(rights, 'check-in')
    await scan(personCardText(other, '2020-01-31'), t('partner:checkIn.ended'))
    await scan('https://example.org', t('handouts:cards.notCard'))
    await scan('https://susret.example/#/card/AAAA', t('card:verdict.unreadable'))
  })

  await test.step('the card of the person opens their referral, and one tap says they have arrived', async () => {
    await holdBeforeCamera(rights, card)
    await inSheet(rights, t('handouts:cards.scan')).click()
    await shows(rights, t('partner:checkIn.found'))
    await look(rights, 'checked-in')
    await press(rights, t('record:steps.started'))
    await shows(rights, t('codes:referralStates.started'))
  })

  await test.step('typed, the same card opens the same referral', async () => {
    await rights
      .getByRole('navigation')
      .getByRole('link', { name: t('record:referrals'), exact: true })
      .click()
    await openCheckIn(rights)
    await rights.getByLabel(t('handouts:cards.code')).fill(code.toLowerCase())
    await inSheet(rights, t('partner:checkIn.find')).click()
    await shows(rights, t('codes:referralStates.started'))
    await desk.context().setOffline(false)
    await sendFromDesk(rights, t)
  })

  await test.step('the worker sees who has arrived, and that the other has not', async () => {
    await sendNow(mina, t)
    await goTo(mina, 'people', t)
    await expect(
      main(mina)
        .getByRole('link')
        .filter({ hasText: t('codes:referralStates.started') })
    ).toHaveCount(1)
  })

  await test.step('from right to left too, nothing is cut off', async () => {
    const ar = wordsOf('ar')
    await speak(rights, 'en', 'ar')
    await rights
      .getByRole('navigation')
      .getByRole('link', { name: ar('record:referrals'), exact: true })
      .click()
    await press(rights, ar('partner:checkIn.title'))
    await rights.getByLabel(ar('handouts:cards.code')).fill(createCardCode((count) => new Uint8Array(count).fill(9)))
    await inSheet(rights, ar('partner:checkIn.find')).click()
    await expect(rights.getByText(ar('partner:checkIn.unknown'))).toBeVisible()
    await lookIn('ar')(rights, 'check-in')
  })

  await test.step('what may be told and what may be passed on are asked together, and fit from right to left too', async () => {
    for (const language of ['en', 'ar'] as const) {
      const words = wordsOf(language)
      if (language === 'ar') await speak(mina, 'en', 'ar')
      await goTo(mina, 'newArrival', words)
      await logArrival(mina, { women: 1 }, words)
      await mina.getByRole('link', { name: words('new-arrival:refer'), exact: true }).click()
      await press(mina, words('refer:askFirst.yes'))
      await press(mina, words('codes:needs.legal_aid'))
      await mina.getByRole('button', { name: words('common:actions.next'), exact: true }).click()
      await mina.getByRole('searchbox').fill('BCHR')
      await main(mina)
        .getByRole('list', { name: words('refer:service.title') })
        .getByRole('button')
        .first()
        .click()
      await main(mina)
        .getByRole('button', { name: words('codes:dues.soon') })
        .click()
      await shows(mina, words('partner:passOn.title'))
      await lookIn(language)(mina, 'told')
    }
  })
  expect(found).toEqual([])
})
