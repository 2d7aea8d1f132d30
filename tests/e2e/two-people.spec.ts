// Two people change the same answers without signal, on two real phones. Both see both answers, with who and when; each
// settles some; both agree, and so does the lead.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, refer, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { axeFlawsOf } from '#tests/e2e/world/axe.ts'
import { layoutFlawsOf, wordFlawsOf } from '#tests/e2e/world/flaws.ts'
import { LAPTOP_SIZE, PHONE_SIZE, type TestPhone } from '#tests/e2e/world/phone.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

/** A folder for pictures for human eyes. */
const { PICTURES } = process.env

const [en, ar] = [wordsOf('en'), wordsOf('ar')]
type Key = `${string}:${string}`

/** Somebody with a phone, in the language they read. */
type Person = { readonly name: string; readonly page: Page; readonly phone: TestPhone; readonly t: Words }

test('two people change the same answers offline, see both, settle them and agree @letterbox', async ({
  joinPhone
}) => {
  test.setTimeout(900_000)
  const person = async (name: string, role: 'worker' | 'lead', language: 'en' | 'ar'): Promise<Person> => {
    const phone = await joinPhone(role, role === 'lead' ? LAPTOP_SIZE : PHONE_SIZE)
    if (language !== 'en') await speak(phone.page(), 'en', language)
    phone.page().setDefaultTimeout(60_000)
    return { name, phone, page: phone.page(), t: language === 'ar' ? ar : en }
  }
  const mina = await person('mina', 'worker', 'en')
  const omar = await person('omar', 'worker', 'ar')
  const lead = await person('lead', 'lead', 'en')
  const both = [mina, omar]

  await test.step('both have a child’s record, a referral of the child and another arrival; then no signal', async () => {
    await goTo(mina.page, 'newArrival', mina.t)
    await logArrival(mina.page, { women: 1 }, mina.t)
    await logArrival(mina.page, { boys: 1, alone: 'unsure' }, mina.t)
    await openRecord(mina, 'boys')
    await mina.page
      .getByRole('link', { name: mina.t('record:refer'), exact: true })
      .first()
      .click()
    await refer(mina.page, { need: 'legal_aid' }, mina.t)
    await sendNow(mina.page, mina.t)
    await sendNow(omar.page, omar.t)
    for (const { phone } of both) await phone.context().setOffline(true)
  })

  await test.step('each answers in their own way', async () => {
    await change(mina, { kind: 'boys', question: 'alone', answer: 'codes:yesNoUnsure.yes' })
    await note(mina, { kind: 'boys', question: 'urgent', answer: 'codes:urgent.at_risk' })
    await change(omar, { kind: 'boys', question: 'alone', answer: 'codes:yesNoUnsure.no' })
    await note(omar, { kind: 'boys', question: 'urgent', answer: 'codes:urgent.sick_or_hurt' })
    await step(mina, 'accepted')
    await step(omar, 'declined', 'codes:reasons.full')
    await openRecord(mina, 'women')
    await main(mina)
      .getByRole('button', { name: mina.t('record:remove'), exact: true })
      .click()
    await note(omar, { kind: 'women', question: 'sleeping', answer: 'codes:sleeping.rough' })
  })

  await test.step('with signal, all three hear all of it', async () => {
    for (const { phone } of both) await phone.context().setOffline(false)
    for (const { page, t } of [mina, omar, mina, lead]) await sendNow(page, t)
  })

  await test.step('both see both answers, who gave them and when, and are told that it waits for them', async () => {
    for (const one of both) {
      const { page, t } = one
      await expect(main(one).getByText(t('phone:reasons.twoAnswers'))).toBeVisible()
      if (one === omar) await look(one, 'on-this-phone')
      await goTo(page, 'today', t)
      await expect(main(one).getByRole('link', { name: t('today:twoAnswers.see') })).toBeVisible()
      if (one === omar) await look(one, 'today')
      await goTo(page, 'people', t)
      await expect(main(one).getByText(t('common:standing.twoAnswers'), { exact: true })).toHaveCount(3)
      if (one === omar) await look(one, 'people')
      await openRecord(one, 'boys')
      // The more careful answer counts meanwhile: the child is alone.
      await expect(main(one).getByText(t('record:disputes.careful'))).toBeVisible()
      await expect(main(one).getByText(`${t('codes:yesNoUnsure.yes')} · ${t('record:disputes.title')}`)).toBeVisible()
      const alone = dispute(one, t('form:alone'))
      for (const answer of ['yes', 'no'] as const) {
        await expect(alone.getByText(t(`codes:yesNoUnsure.${answer}`), { exact: true })).toBeVisible()
      }
      await expect(alone.getByText(new RegExp(`^${t('record:thisPhone')} · .*[0-9٠-٩]{2}`))).toBeVisible()
      await expect(alone.getByText(new RegExp(`^${t('record:otherPhone')} · .*[0-9٠-٩]{2}`))).toBeVisible()
      await expect(alone.getByRole('button', { name: t('record:disputes.keepBoth') })).toHaveCount(0)
      await areSideBySide(alone)
      await look(one, 'arrival')
    }
  })

  await test.step('no step is taken over two answers', async () => {
    for (const one of both) {
      await openReferral(one)
      await expect(main(one).getByText(one.t('record:disputes.first'))).toBeVisible()
      await expect(main(one).getByRole('button', { name: one.t('record:steps.done'), exact: true })).toHaveCount(0)
      if (one === omar) await look(one, 'referral')
    }
  })

  await test.step('what one removed and the other used is still there', async () => {
    for (const one of both) {
      await openRecord(one, 'women')
      await expect(
        dispute(one, one.t('record:fields.removed')).getByText(one.t('record:keptValue'), { exact: true })
      ).toBeVisible()
      if (one === omar) await look(one, 'removed')
    }
  })

  await test.step('the lead finds all three to check', async () => {
    await goTo(lead.page, 'review', lead.t)
    const disclosure = main(lead)
      .locator('summary')
      .filter({ hasText: lead.t('review:toCheck.disputed_other', { count: 3 }) })
    await disclosure.click()
    await expect(main(lead).locator('details[open]').getByText(lead.t('common:standing.twoAnswers'))).toHaveCount(3)
    await look(lead, 'review')
    await openRecord(lead, 'boys')
    await expect(dispute(lead, lead.t('form:alone')).getByText(/^Phone [12] · /)).toHaveCount(2)
    await look(lead, 'arrival')
  })

  await test.step('each settles some', async () => {
    await openRecord(omar, 'boys')
    await keep(omar, omar.t('form:alone'), 'keepTheirs')
    await keep(omar, omar.t('form:urgent'), 'keepBoth')
    await openRecord(omar, 'women')
    await keep(omar, omar.t('record:fields.removed'), 'keepMine')
    await openReferral(mina)
    await keep(mina, mina.t('record:fields.state'), 'keepMine')
    for (const { page, t } of [mina, omar, mina, lead]) await sendNow(page, t)
  })

  await test.step('and all agree', async () => {
    for (const one of [...both, lead]) {
      const { page, t } = one
      await goTo(page, 'people', t)
      await expect(main(one).locator('a[href^="/records/"]')).toHaveCount(3)
      await expect(main(one).getByText(t('common:standing.twoAnswers'))).toHaveCount(0)
      await openRecord(one, 'boys')
      await expect(main(one).getByText(t('codes:yesNoUnsure.yes'), { exact: true })).toBeVisible()
      await expect(main(one).getByText(t('codes:urgent.at_risk'))).toContainText(t('codes:urgent.sick_or_hurt'))
      await openReferral(one)
      await expect(main(one).getByText(t('codes:referralStates.accepted'), { exact: true })).toBeVisible()
      await expect(main(one).getByRole('button', { name: t('record:steps.done'), exact: true })).toBeVisible()
    }
  })
})

const main = ({ page }: Person): Locator => page.getByRole('main')

const openRecord = async (person: Person, kind: 'boys' | 'women') => {
  const { page, t } = person
  await goTo(page, 'people', t)
  await expect(page.getByRole('heading', { level: 1, name: t('people:title'), exact: true })).toBeVisible()
  await main(person)
    .locator('a[href^="/records/"]')
    .filter({ has: page.getByText(t(`common:people.${kind}_one`, { count: 1 }), { exact: true }) })
    .click()
  await expect(main(person).getByRole('heading', { name: t('record:answers'), exact: true })).toBeVisible()
}

const openReferral = async (person: Person) => {
  await openRecord(person, 'boys')
  await main(person).locator('a[href^="/records/"]').click()
  await expect(
    main(person).getByRole('heading', { level: 2, name: person.t('record:state'), exact: true })
  ).toBeVisible()
}

const choose = async ({ page, t }: Person, answer: Key) => {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: t(answer), exact: true }).click()
  await sheet.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(sheet).toBeHidden()
}

type Answering = { kind: 'boys' | 'women'; question: string; answer: Key }

/** A button with words that are seen, and after them what it is about, which is heard. */
const saying = (seen: string, heard = ''): RegExp => new RegExp(`^${seen}\\s*: ${heard.replace('?', '\\?')}`)

/** Another answer in place of the one that is there. */
const change = async (person: Person, { kind, question, answer }: Answering) => {
  await openRecord(person, kind)
  const label = person.t(`form:${question}`)
  await main(person)
    .getByRole('button', { name: saying(person.t('common:actions.change'), label) })
    .click()
  await choose(person, answer)
}

/** An answer to what nobody had answered. */
const note = async (person: Person, { kind, question, answer }: Answering) => {
  await openRecord(person, kind)
  await main(person)
    .locator('summary')
    .filter({ hasText: person.t('record:addAnswer') })
    .click()
  await main(person)
    .getByRole('button', { name: person.t(`form:${question}`), exact: true })
    .click()
  await choose(person, answer)
}

const step = async (person: Person, to: 'accepted' | 'declined', reason?: Key) => {
  const { page, t } = person
  await openReferral(person)
  await main(person)
    .getByRole('button', { name: t(`record:steps.${to}`), exact: true })
    .click()
  if (reason)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t(reason), exact: true })
      .click()
  await expect(
    main(person)
      .getByText(t(`codes:referralStates.${to}`), { exact: true })
      .first()
  ).toBeVisible()
}

const dispute = (person: Person, label: string): Locator =>
  main(person)
    .getByRole('region', { name: person.t('record:disputes.title'), exact: true })
    .getByRole('region', { name: label, exact: true })

const keep = async (person: Person, label: string, which: 'keepMine' | 'keepTheirs' | 'keepBoth') => {
  const words = person.t(`record:disputes.${which}`)
  await dispute(person, label)
    .getByRole('button', { name: saying(words) })
    .click()
  await expect(dispute(person, label)).toHaveCount(0)
}

/** Both answers and both buttons at once, beside each other, however small the phone. */
const areSideBySide = async (region: Locator) => {
  const boxes = await Promise.all((await region.getByRole('button').all()).map((button) => button.boundingBox()))
  const [one, other] = boxes
  expect(boxes).toHaveLength(2)
  if (!one || !other) throw new Error('The buttons are not on the screen')
  expect(Math.abs(one.y - other.y)).toBeLessThan(one.height)
  expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(one.width)
}

/** Holds the screen against what a screen must be, and leaves a picture where one is wanted. */
const look = async ({ name, page, t }: Person, screen: string) => {
  const language = t === ar ? 'ar' : 'en'
  for (const [size, viewport] of Object.entries({ phone: PHONE_SIZE, laptop: LAPTOP_SIZE })) {
    await page.setViewportSize(viewport)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/two-people-${screen}-${name}-${size}.png` })
    expect((await layoutFlawsOf(page)).map((flaw) => `${screen} on a ${size}: ${flaw}`)).toEqual([])
  }
  await page.setViewportSize(name === 'lead' ? LAPTOP_SIZE : PHONE_SIZE)
  const flaws = [...(await axeFlawsOf(page, 'all')), ...(await wordFlawsOf(page, language))]
  expect(flaws.map((flaw) => `${screen}: ${flaw}`)).toEqual([])
}
