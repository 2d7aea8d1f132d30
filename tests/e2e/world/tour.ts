// Every screen once, from the first start to the door, in one language; each is held against what a screen must be.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { fillArrival, goTo, logArrival, PASSPHRASE, rowOf, speak } from '#tests/e2e/world/acts.ts'
import type { Tour, TourParts } from '#tests/e2e/world/guide.ts'
import { seeCases } from '#tests/e2e/world/tour-cases.ts'
import { seeDirectory } from '#tests/e2e/world/tour-directory.ts'
import { seeHandOuts } from '#tests/e2e/world/tour-hand-outs.ts'
import { seeShift } from '#tests/e2e/world/tour-shift.ts'
import { seeCard, seeOptions, seeTalk } from '#tests/e2e/world/tour-talk.ts'
import { seeTestimony } from '#tests/e2e/world/tour-testimony.ts'
import type { Words } from '#tests/e2e/world/words.ts'

/** `page` shows a phone that has not joined. From the language on, a second one is chosen too. */
export const seeEveryScreen = async ({ look, ...parts }: TourParts): Promise<void> => {
  const { page } = parts
  // A colour on its way from one state of a button to the next is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const main = page.getByRole('main')
  const tour: Tour = {
    ...parts,
    main,
    look: (screen) => look(page, screen),
    press: (words) => page.getByRole('button', { name: words, exact: true }).first().click(),
    follow: (words) => main.getByRole('link', { name: words, exact: true }).first().click(),
    isTitled: (words) =>
      expect(page.getByRole('heading', { level: 1, name: words, exact: true })).toBeVisible({ timeout: 60_000 })
  }
  await test.step('joining', () => seeJoining(tour))
  await test.step('an empty phone', () => seeEmptyPhone(tour))
  await test.step('new arrival', () => seeNewArrival(tour))
  await test.step('today and people', () => seePeople(tour))
  await test.step('a case', () => seeCases(tour))
  await test.step('handing out', () => seeHandOuts(tour))
  await test.step('referring', () => seeReferring(tour))
  await test.step('a shift', () => seeShift(tour))
  await test.step('services', () => seeServices(tour))
  await test.step('the directory', () => seeDirectory(tour))
  await test.step('talk', () => seeTalk(tour))
  await test.step('options', () => seeOptions(tour))
  await test.step('a card to take along', () => seeCard(tour))
  await test.step('the phone and the review', () => seeReview(tour))
  await test.step('an account', () => seeTestimony(tour))
  await test.step('the door', () => seeDoor(tour))
}

const seeJoining = async ({ page, t, look, press, isTitled, server, language }: Tour) => {
  const link = await server.invite('lead')
  if (language !== 'en') await speak(page, 'en', language)
  await isTitled(t('join:welcome.title'))
  await press(t('common:actions.next'))
  await expect(page.getByText(t('join:invite.missing'))).toBeVisible()
  await look('welcome')
  await page.goto('about:blank')
  await page.goto(link.replace(/#\/join\/.{6}/, '#/join/AAAAAA'))
  await press(t('common:actions.next'))
  await isTitled(t('join:passphrase.title'))
  await look('passphrase-offered')
  await press(t('join:passphrase.own'))
  await press(t('common:actions.next'))
  await look('passphrase-own')
  await page.getByLabel(t('join:passphrase.ownLabel')).fill(PASSPHRASE)
  await press(t('common:actions.next'))
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill('other words')
  await press(t('join:proof.join'))
  await look('proof')
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(PASSPHRASE)
  await press(t('join:proof.join'))
  await isTitled(t('join:trouble.title'))
  await look('join-trouble')
  await page.getByRole('textbox', { name: t('join:invite.newLabel') }).fill(link)
  await press(t('common:actions.tryAgain'))
  await isTitled(t('join:ready.title'))
  await expect(page.getByText(t('join:ready.app'))).toBeVisible()
  await expect(page.getByText(t('join:ready.services'))).toBeVisible()
  await look('get-ready')
  await press(t('join:ready.start'))
}

const seeEmptyPhone = async ({ page, t, look, isTitled }: Tour) => {
  await isTitled(t('common:places.today'))
  await look('today-empty')
  await goTo(page, 'people', t)
  await isTitled(t('people:title'))
  await look('people-empty')
  await goTo(page, 'review', t)
  await isTitled(t('review:title'))
  await look('review-empty')
}

const seeNewArrival = async ({ page, t, main, look, press, isTitled, language }: Tour) => {
  await goTo(page, 'newArrival', t)
  await isTitled(t('new-arrival:title'))
  await press(t('common:actions.save'))
  await look('new-arrival-nobody')
  await fillArrival(page, { boys: 1, alone: 'yes' }, t)
  await look('new-arrival-alone')
  await press(t('ui:language.button'))
  await look('language')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('ui:language.theirs') })
    .click()
  await rowOf(page, language === 'ar' ? 'fa' : 'ar').click()
  await main.locator('summary').click()
  await look('new-arrival-more')
  await press(t('common:actions.save'))
  await expect(page.getByText(t('new-arrival:saved'))).toBeVisible()
  await look('new-arrival-saved-urgent')
  await logArrival(page, { men: 2, girls: 1, urgent: 'sick_or_hurt' }, t)
  await logArrival(page, { men: 12, women: 3, boys: 4 }, t)
  await look('new-arrival-saved')
}

const seePeople = async ({ page, t, main, look }: Tour) => {
  await goTo(page, 'today', t)
  await page
    .getByRole('button', { name: t('ui:counter.add', { label: t('codes:tally.rough'), value: 0 }), exact: true })
    .click()
  await look('today')
  await goTo(page, 'people', t)
  await look('people')
  await page.getByRole('searchbox').fill('qqqq')
  await expect(page.getByText(t('people:found.nobody'))).toBeVisible()
  await look('people-nobody')
  await page.getByRole('searchbox').fill('')
  await main.locator('a[href^="/records/"]').last().click()
  await expect(page.getByRole('heading', { name: t('record:answers') })).toBeVisible()
  await look('record')
}

const seeReferring = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  await goTo(page, 'people', t)
  await main.locator('a[href^="/records/"]').last().click()
  await page
    .getByRole('link', { name: t('record:refer'), exact: true })
    .first()
    .click()
  await isTitled(t('refer:title'))
  await look('refer-1-ask')
  await press(t('refer:askFirst.yes'))
  await press(t('codes:needs.legal_aid'))
  await look('refer-2-needs')
  await press(t('common:actions.next'))
  const services = main.getByRole('list', { name: t('refer:service.title') }).getByRole('button')
  await expect(services.first()).toBeVisible()
  await look('refer-3-service')
  await services.first().click()
  await look('refer-4-due')
  await main.getByRole('button', { name: t('codes:dues.now') }).click()
  await look('refer-5-told')
  await press(t('common:actions.next'))
  await press(t('refer:send'))
  await look('refer-6-check')
  await press(t('refer:consent.worker'))
  await press(t('refer:send'))
  await isTitled(t('refer:after.title'))
  await look('refer-7-after')
  await follow(t('refer:after.seeReferral'))
  await expect(page.getByText(t('record:state'), { exact: true })).toBeVisible()
  await look('referral')
}

const seeServices = async ({ page, t, main, look, isTitled }: Tour) => {
  await goTo(page, 'services', t)
  await isTitled(t('services:title'))
  await look('services')
  await main.getByText(t('codes:needs.legal_aid'), { exact: true }).first().click()
  await look('services-need')
  await main.locator('a[href^="/services/"]').first().click()
  await expect(page.getByRole('heading', { name: t('services:hours') })).toBeVisible()
  await look('service')
  await goTo(page, 'services', t)
  await page.getByRole('searchbox').fill('qqqq')
  await expect(page.getByText(t('services:empty.title'))).toBeVisible()
  await look('services-nothing')
}

const seeReview = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  await sendFromPill(page, t)
  await main.locator('summary').last().click()
  await look('on-this-phone')
  await follow(t('words:link'))
  await isTitled(t('words:title'))
  await main.getByRole('group').first().getByRole('button', { name: 'پښتو', exact: true }).click()
  await main.getByRole('listitem').getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('{{')
  await press(t('common:actions.save'))
  await expect(page.getByRole('dialog').getByText(t('words:refused.markup'))).toBeVisible()
  await look('words-refused')
  await press(t('ui:close'))
  await look('words')
  await goTo(page, 'review', t)
  await isTitled(t('review:title'))
  await look('review')
  await press(t('review:period.other'))
  await look('review-calendar')
  await press(t('ui:close'))
  await follow(t('report:title'))
  await isTitled(t('report:title'))
  await look('report')
  // On a phone the choices are behind one line.
  const folded = main.locator('button[aria-expanded=false]:visible', { hasText: ' · ' })
  if ((await folded.count()) > 0) await folded.click()
  await press(t('report:span.week'))
  await look('report-choices')
  await page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
  await follow(t('changed:title'))
  await isTitled(t('changed:title'))
  await look('changed')
  await page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
  await follow(t('map:title'))
  await isTitled(t('map:title'))
  await main
    .getByRole('button', { name: t('codes:zones.new_belgrade') })
    .first()
    .press('Enter')
  await look('map')
  await page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
  await follow(t('export:title'))
  await isTitled(t('export:title'))
  await look('export')
}

const seeDoor = async ({ page, t, look, press, isTitled }: Tour) => {
  await press(t('common:actions.hide'))
  await isTitled(t('unlock:title'))
  await look('unlock')
  await page.getByRole('textbox', { name: t('unlock:label') }).fill('five words of somebody else')
  await press(t('unlock:open'))
  await expect(page.getByRole('alert')).toContainText(t('unlock:wrong.title'))
  await look('unlock-wrong')
  await press(t('unlock:forgotten'))
  await look('recover-1-help')
  await press(t('unlock:recover.begin'))
  await press(t('join:passphrase.own'))
  await page.getByLabel(t('join:passphrase.ownLabel')).fill(PASSPHRASE)
  await press(t('common:actions.next'))
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(PASSPHRASE)
  await press(t('common:actions.next'))
  await page.getByRole('textbox', { name: t('unlock:recover.keyLabel') }).fill('no key')
  await press(t('unlock:open'))
  await expect(page.getByRole('alert')).toContainText(t('unlock:wrongKey.title'))
  await look('recover-2-key')
}

/** On a small phone the lead's way to the phone itself is the pill in the header. */
const sendFromPill = async (page: Page, t: Words) => {
  await page.getByRole('banner').locator('a[href="/phone"]').click()
  await page.getByRole('button', { name: t('phone:send.now'), exact: true }).click()
  await expect(page.getByText(t('phone:send.done'), { exact: true })).toBeVisible({ timeout: 90_000 })
}
