// From a log to help: an outreach worker without signal meets a child who seems to be alone, follows the steps, informs the
// centre for social work, and notes the certificate; the lead sees all of it on another phone. Then both take one case.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dayAt, weekdayOf } from '#domain/belgrade-time.ts'
import { untilOf } from '#domain/deadlines.ts'
import { momentOf } from '#domain/wall-time.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, sendNow, speak, unlock } from '#tests/e2e/world/acts.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const [en, ar, srLatn] = [wordsOf('en'), wordsOf('ar'), wordsOf('sr-Latn')]
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const pressInSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()

/** The case of the newest group, by way of its arrival. */
const openCase = async (page: Page, t: Words) => {
  await goTo(page, 'people', t)
  await main(page)
    .getByRole('link', { name: t('common:people.boys_one', { count: 1 }) })
    .filter({ hasText: t('codes:urgent.child_alone') })
    .first()
    .click()
  await main(page)
    .getByRole('link', { name: t('case:see'), exact: true })
    .click()
  await expect(main(page).getByRole('heading', { name: t('case:deadlines.title') })).toBeVisible()
}

/** "Until Tuesday 14:20": 72 hours from the last midnight in Belgrade. */
const until72 = (now: number): string => {
  const until = untilOf(momentOf(dayAt(now), 0), { hours: 72 })
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Belgrade', hour: '2-digit', minute: '2-digit' })
  return en('case:deadlines.due', { day: DAYS[weekdayOf(dayAt(until))] ?? '', time: time.format(until) })
}

test('a child alone is met offline, the steps are followed, and the lead sees that help happened @cases', async ({
  joinPhone
}) => {
  test.setTimeout(600_000)
  const [worker, lead] = [await joinPhone('worker'), await joinPhone('lead')]
  const [mina, omar] = [worker.page(), lead.page()]
  for (const page of [mina, omar]) page.setDefaultTimeout(60_000)
  await speak(omar, 'en', 'ar')

  await test.step('without signal: logged, and what to do now is one tap away', async () => {
    await worker.context().setOffline(true)
    await goTo(mina, 'newArrival', en)
    await logArrival(mina, { boys: 1, alone: 'yes' }, en)
    await main(mina)
      .getByRole('alert')
      .getByRole('link', { name: en('act:title'), exact: true })
      .click()
    await expect(main(mina).getByText(en('act:steps.call_csw'))).toBeVisible()
    await expect(main(mina).getByText(en('act:steps.guardian_first'))).toBeVisible()
    await expect(main(mina).locator('a[href^="tel:"]').first()).toBeVisible()
  })

  await test.step('turned to the person, the screen names nothing', async () => {
    const turn = await worker.context().newCDPSession(mina)
    const metrics = { width: 360, height: 640, deviceScaleFactor: 1, mobile: true }
    await turn.send('Emulation.setDeviceMetricsOverride', {
      ...metrics,
      screenOrientation: { type: 'portraitSecondary', angle: 180 }
    })
    await expect(mina.getByRole('heading', { level: 1, name: en('act:quiet') })).toBeVisible()
    await expect(mina.getByText(en('act:alerts.child_alone'))).toHaveCount(0)
    await turn.send('Emulation.setDeviceMetricsOverride', {
      ...metrics,
      screenOrientation: { type: 'portraitPrimary', angle: 0 }
    })
    await expect(main(mina).getByText(en('act:steps.call_csw'))).toBeVisible()
    await turn.detach()
  })

  await test.step('taken in one tap; not to be closed before the centre for social work knows', async () => {
    await press(mina, en('case:owner.take'))
    await expect(main(mina).getByRole('button', { name: en('act:closed.csw_informed') })).toBeVisible()
    await openCase(mina, en)
    await press(mina, en('case:steps.closed'))
    await expect(main(mina).getByText(en('case:refused.alertOpen'))).toBeVisible()
    await mina
      .getByRole('link', { name: en('act:title'), exact: true })
      .first()
      .click()
    await press(mina, en('act:closed.csw_informed'))
    await press(mina, en('ui:undo'))
    await expect(main(mina).getByText(en('act:steps.call_csw'))).toBeVisible()
    await press(mina, en('act:closed.csw_informed'))
    await expect(main(mina).getByText(en('act:nothing'))).toBeVisible()
    await expect(main(mina).getByText(en('record:thisPhone'))).toBeVisible()
  })

  await test.step('what was chosen by a slip is taken back, and what was not so has its own end', async () => {
    const raise = async (alert: string) => {
      await press(mina, en('act:more'))
      await pressInSheet(mina, alert)
    }
    const end = main(mina).getByRole('button', { name: en('act:closed.not_so'), exact: true })
    await raise(en('act:alerts.removal'))
    await expect(end).toBeVisible()
    await press(mina, en('ui:undo'))
    await expect(main(mina).getByText(en('act:nothing'))).toBeVisible()
    await raise(en('act:alerts.doctor_now'))
    await end.click()
    await expect(main(mina).getByText(en('act:nothing'))).toBeVisible()
  })

  await test.step('the certificate: a time to come and a word are refused, then 72 hours run', async () => {
    await openCase(mina, en)
    await press(mina, en('case:deadlines.note'))
    const time = mina.getByLabel(en('case:date.time'))
    await time.fill('noon')
    await pressInSheet(mina, en('common:actions.save'))
    await expect(mina.getByText(en('case:date.badTime'))).toBeVisible()
    await time.fill('23:59')
    await pressInSheet(mina, en('common:actions.save'))
    await expect(mina.getByText(en('case:date.future'))).toBeVisible()
    await time.fill('00:00')
    await pressInSheet(mina, en('common:actions.save'))
    const row = main(mina)
      .getByRole('listitem')
      .filter({ hasText: en('case:deadlines.codes.report_to_centre') })
    await expect(row).toContainText(until72(Date.now()))
  })

  await test.step('an appeal that is made ends its clock; noted in the order of the law, taken back, and told in the history', async () => {
    const note = async (event: 'refused' | 'appealed' | 'granted') => {
      await press(mina, en('case:deadlines.note'))
      await mina.getByRole('dialog').locator('summary').click()
      await pressInSheet(mina, en(`case:events.${event}`))
      await pressInSheet(mina, en('common:actions.save'))
      await expect(mina.getByRole('dialog')).toBeHidden()
    }
    const appeal = main(mina).getByText(en('case:deadlines.codes.appeal_regular'), { exact: true })
    const noted = main(mina)
      .getByRole('list', { name: en('case:date.title') })
      .getByRole('listitem')
    await note('refused')
    await expect(appeal).toBeVisible()
    await note('appealed')
    await expect(appeal).toHaveCount(0)
    await note('granted')
    const events = ['certificate', 'granted', 'refused', 'appealed'] as const
    await expect(noted).toHaveCount(events.length)
    for (const [at, event] of events.entries()) await expect(noted.nth(at)).toContainText(en(`case:events.${event}`))
    for (const event of ['granted', 'refused', 'appealed'] as const) {
      await noted
        .filter({ hasText: en(`case:events.${event}`) })
        .getByRole('button')
        .click()
      await pressInSheet(mina, en('common:actions.remove'))
      await expect(noted.filter({ hasText: en(`case:events.${event}`) })).toHaveCount(0)
    }
    await expect(main(mina).getByText(en('case:deadlines.codes.report_to_centre'))).toBeVisible()
    await main(mina)
      .locator('summary')
      .filter({ hasText: en('case:history.title') })
      .click()
    const told = main(mina)
      .getByRole('list', { name: en('case:history.title') })
      .getByRole('listitem')
    for (const event of ['granted', 'appealed'] as const)
      await expect(told.filter({ hasText: en(`case:events.${event}`) })).toHaveCount(2)
    await main(mina)
      .locator('summary')
      .filter({ hasText: en('case:history.title') })
      .click()
  })

  await test.step('a need with its outcome, seen again with what was given, something to come back for, a note', async () => {
    await press(mina, en('case:needs.add'))
    await pressInSheet(mina, en('codes:needs.medical'))
    await expect(mina.getByRole('dialog')).toBeHidden()
    await main(mina)
      .getByRole('button', { name: new RegExp(en('codes:needs.medical')) })
      .click()
    await pressInSheet(mina, en('codes:needOutcomes.given'))
    await press(mina, en('case:contacts.add'))
    await pressInSheet(mina, en('codes:zones.railway'))
    await pressInSheet(mina, en('codes:quickServices.food_water'))
    await pressInSheet(mina, en('common:actions.save'))
    const seen = main(mina)
      .getByRole('listitem')
      .filter({ hasText: en('codes:quickServices.food_water') })
    await expect(seen).toContainText(en('codes:zones.railway'))
    await press(mina, en('case:followUps.add'))
    await pressInSheet(mina, en('codes:followUps.go_along'))
    await pressInSheet(mina, en('common:actions.save'))
    await expect(mina.getByRole('dialog')).toBeHidden()
    const note = main(mina).getByLabel(en('case:note.label'))
    await note.fill('green rucks')
    await mina.waitForTimeout(1_000)
    await press(mina, en('common:actions.hide'))
    await unlock(mina)
    await expect(main(mina).getByText(en('common:said.pickedUp'))).toBeVisible()
    await expect(note).toHaveValue('green rucks')
    await note.fill('green rucksack')
    await press(mina, en('case:note.keep'))
    await expect(note).toHaveValue('')
    await expect(main(mina).getByRole('listitem').filter({ hasText: 'green rucksack' })).toBeVisible()
  })

  await test.step('the case is found by the words of its note, and not by others', async () => {
    await goTo(mina, 'people', en)
    await mina.getByRole('searchbox').fill('Rucksäck')
    await expect(main(mina).getByRole('status').first()).toHaveText(en('people:found.cases_one', { count: 1 }))
    await mina.getByRole('searchbox').fill('red rucksack')
    await expect(main(mina).getByRole('status').first()).toHaveText(en('people:found.nobody'))
  })

  await test.step('a family that lost each other is found; what was noted twice is removed, and comes back', async () => {
    await goTo(mina, 'newArrival', en)
    await logArrival(mina, { women: 1 }, en)
    const mother = en('common:people.women_one', { count: 1 })
    await openCase(mina, en)
    await press(mina, en('case:bonds.add'))
    await pressInSheet(mina, en('codes:bonds.separated'))
    await mina.getByRole('dialog').getByRole('button').filter({ hasText: mother }).click()
    const bond = main(mina).getByRole('button').filter({ hasText: mother })
    await expect(bond).toContainText(en('codes:bonds.separated'))
    await bond.click()
    await pressInSheet(mina, en('codes:bonds.reunited'))
    if (PICTURES) await mina.screenshot({ path: join(PICTURES, 'bond-now.png') })
    await pressInSheet(mina, en('ui:close'))
    await expect(bond).toContainText(en('codes:bonds.reunited'))
    const again = main(mina)
      .getByRole('link')
      .filter({ hasText: en('codes:quickServices.food_water') })
    await again.click()
    await press(mina, en('record:remove'))
    await expect(main(mina).getByText(en('record:removed'))).toBeVisible()
    await press(mina, en('ui:undo'))
    await mina.getByRole('banner').getByRole('link').first().click()
    await expect(again).toBeVisible()
  })

  await test.step('the lead sees all but the note, in Arabic', async () => {
    await worker.context().setOffline(false)
    await sendNow(mina, en)
    await sendFromPill(omar, ar)
    await goTo(omar, 'today', ar)
    await expect(main(omar).getByText(ar('case:deadlines.codes.report_to_centre'))).toBeVisible()
    await main(omar)
      .getByRole('link', { name: ar('board:title'), exact: true })
      .click()
    await expect(main(omar).getByText(ar('board:columns.owned'))).toBeVisible()
    await openCase(omar, ar)
    await expect(main(omar).getByText(ar('codes:needOutcomes.given')).first()).toBeVisible()
    await expect(main(omar).getByText(ar('codes:quickServices.food_water'))).toBeVisible()
    await expect(
      main(omar).getByText(`${ar('codes:followUps.go_along')} · ${ar('codes:followUpStates.open')}`)
    ).toBeVisible()
    await main(omar).locator('summary').click()
    const history = main(omar).getByRole('list', { name: ar('case:history.title') })
    // Said twice, since the first was taken back; once in each row, though the law counts from it too.
    const informed = history.getByRole('listitem').filter({ hasText: ar('act:closed.csw_informed') })
    await expect(informed).toHaveCount(2)
    for (const row of await informed.allInnerTexts()) {
      expect(row.split(ar('act:closed.csw_informed'))).toHaveLength(2)
      expect(row).not.toContain(', ')
    }
    const plan = history.getByRole('listitem').filter({ hasText: ar('codes:followUps.go_along') })
    await expect(plan).toContainText(ar('case:followUps.when'))
    await expect(plan).not.toContainText(/\dT\d/)
    if (PICTURES) await history.screenshot({ path: join(PICTURES, 'case-history-ar.png') })
    await expect(omar.getByText('green rucksack')).toHaveCount(0)
  })

  await test.step('given back, then taken by both without signal: both are told', async () => {
    await openCase(mina, en)
    await press(mina, en('case:owner.giveBack'))
    await expect(main(mina).getByText(en('case:owner.nobody'))).toBeVisible()
    await sendNow(mina, en)
    await sendFromPill(omar, ar)
    for (const phone of [worker, lead]) await phone.context().setOffline(true)
    await openCase(mina, en)
    await press(mina, en('case:owner.take'))
    await openCase(omar, ar)
    await press(omar, ar('case:owner.take'))
    for (const phone of [worker, lead]) await phone.context().setOffline(false)
    await sendNow(mina, en)
    await sendFromPill(omar, ar)
    await sendNow(mina, en)
    for (const [page, t] of [
      [mina, en],
      [omar, ar]
    ] as const) {
      await openCase(page, t)
      await expect(main(page).getByText(t('case:owner.twice'))).toBeVisible()
    }
    await main(mina)
      .getByRole('button', { name: new RegExp(`^${en('record:disputes.keepMine')}`) })
      .click()
    await expect(main(mina).getByText(en('case:owner.mine'))).toBeVisible()
  })

  await test.step('what both came back for and ended differently is settled where it stands', async () => {
    const plan = (page: Page, t: Words) =>
      main(page)
        .locator('[class*=card]')
        .filter({ has: page.getByText(t('codes:followUps.go_along')) })
        .last()
    await sendNow(mina, en)
    await sendFromPill(omar, ar)
    for (const phone of [worker, lead]) await phone.context().setOffline(true)
    for (const [page, t, words] of [
      [mina, en, en('common:actions.done')],
      [omar, ar, ar('case:followUps.drop')]
    ] as const) {
      await openCase(page, t)
      await plan(page, t).getByRole('button', { name: words, exact: true }).click()
    }
    for (const phone of [worker, lead]) await phone.context().setOffline(false)
    await sendNow(mina, en)
    await sendFromPill(omar, ar)
    await sendNow(mina, en)
    for (const [page, t] of [
      [mina, en],
      [omar, ar]
    ] as const) {
      await openCase(page, t)
      await expect(plan(page, t).getByText(t('record:disputes.title'), { exact: true })).toBeVisible()
      await expect(plan(page, t).getByText(t('record:disputes.first'))).toBeVisible()
      await plan(page, t).scrollIntoViewIfNeeded()
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `follow-up-${t === en ? 'en' : 'ar'}.png`) })
    }
    await plan(mina, en)
      .getByRole('button', { name: new RegExp(`^${en('record:disputes.keepMine')}`) })
      .click()
    const stands = (state: 'open' | 'done') =>
      expect(
        plan(mina, en).getByText(`${en('codes:followUps.go_along')} · ${en(`codes:followUpStates.${state}`)}`)
      ).toBeVisible()
    await stands('done')
    await plan(mina, en)
      .getByRole('button', { name: en('case:followUps.again') })
      .click()
    await stands('open')
  })

  await test.step('a case that is removed by a slip of the thumb comes back whole', async () => {
    await openCase(mina, en)
    await press(mina, en('record:remove'))
    await expect(main(mina).getByText(en('record:removed'))).toBeVisible()
    await press(mina, en('ui:undo'))
    await expect(main(mina).getByText(en('case:deadlines.codes.report_to_centre'))).toBeVisible()
    await expect(main(mina).getByText(en('case:owner.mine'))).toBeVisible()
  })

  await test.step('police about to send people away: steps, numbers and the sentence for the officer, nobody written down', async () => {
    await goTo(mina, 'today', en)
    await main(mina)
      .getByRole('link', { name: en('act:more'), exact: true })
      .click()
    for (const text of ['act:steps.say_asylum', 'act:steps.leave'] as const)
      await expect(main(mina).getByText(en(text))).toBeVisible()
    await expect(main(mina).locator('a[href="tel:192"]')).toBeVisible()
    await press(mina, en('accompany:slip.title'))
    const paper = main(mina).locator('[lang="sr-Latn"]')
    await expect(paper.getByText(srLatn('accompany:slip.asks'))).toBeVisible()
    await expect(paper.getByText(srLatn('codes:zones.bus_station'))).toBeVisible()
    await press(mina, en('ui:close'))
    await expect(main(mina).getByText(en('act:steps.say_asylum'))).toBeVisible()
  })
})

test('an arrival that two people take from the board without signal is told to both @cases', async ({ joinPhone }) => {
  test.setTimeout(600_000)
  const [worker, lead] = [await joinPhone('worker'), await joinPhone('lead')]
  const people = [worker.page(), lead.page()] as const
  const [mina, omar] = people
  await goTo(mina, 'newArrival', en)
  await logArrival(mina, { men: 1, urgent: 'sick_or_hurt' }, en)
  await sendNow(mina, en)
  await sendFromPill(omar, en)
  for (const phone of [worker, lead]) await phone.context().setOffline(true)
  for (const page of people) {
    await goTo(page, 'today', en)
    await main(page)
      .getByRole('link', { name: en('board:title'), exact: true })
      .click()
    await press(page, en('case:owner.take'))
    await expect(main(page).getByText(en('case:owner.mine'))).toBeVisible()
  }
  for (const phone of [worker, lead]) await phone.context().setOffline(false)
  await sendNow(mina, en)
  await sendFromPill(omar, en)
  await sendNow(mina, en)
  for (const page of people) {
    await goTo(page, 'today', en)
    await expect(main(page).getByText(en('case:twins'))).toBeVisible()
  }
  await main(omar)
    .getByRole('link', { name: en('case:see'), exact: true })
    .click()
  await expect(main(omar).getByText(en('case:twinsWhat'))).toBeVisible()
  await expect(main(omar).getByText(en('case:owner.twice'))).toBeVisible()
  await main(omar)
    .getByRole('button', { name: new RegExp(`^${en('record:disputes.keepMine')}`) })
    .click()
  await expect(main(omar).getByText(en('case:owner.mine'))).toBeVisible()
  const found: string[] = []
  const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
  for (const language of ['en', 'ar'] as const) {
    if (language !== 'en') await speak(omar, 'en', language)
    const look = createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })
    await look(omar, 'one-case-of-two')
  }
  await speak(omar, 'ar', 'en')
  expect(found).toEqual([])
  await sendFromPill(omar, en)
  await sendNow(mina, en)
  for (const page of people) {
    await goTo(page, 'today', en)
    await expect(main(page).getByText(en('case:twins'))).toHaveCount(0)
    await main(page)
      .getByRole('link', { name: en('board:title'), exact: true })
      .click()
    await expect(main(page).getByRole('link', { name: en('act:title'), exact: true })).toHaveCount(1)
  }

  await test.step('that a child is not alone is the lead’s to say: a worker neither says nor keeps it', async () => {
    const toAct = async (page: Page) => {
      await goTo(page, 'today', en)
      await main(page)
        .getByRole('link', { name: en('board:title'), exact: true })
        .click()
      await main(page)
        .getByRole('link', { name: en('act:title'), exact: true })
        .click()
    }
    const steps = (page: Page) => main(page).getByText(en('act:steps.call_csw'))
    const notSo = (page: Page) => main(page).getByRole('button', { name: en('act:closed.not_so'), exact: true })
    await toAct(mina)
    await press(mina, en('act:more'))
    await pressInSheet(mina, en('act:alerts.child_alone'))
    await expect(steps(mina)).toBeVisible()
    await sendNow(mina, en)
    await sendFromPill(omar, en)
    for (const phone of [worker, lead]) await phone.context().setOffline(true)
    for (const [page, ends] of [
      [mina, 1],
      [omar, 2]
    ] as const) {
      await toAct(page)
      await expect(steps(page)).toBeVisible()
      await expect(notSo(page)).toHaveCount(ends)
    }
    await press(mina, en('act:closed.csw_informed'))
    await notSo(omar).first().click()
    for (const page of people) await expect(steps(page)).toHaveCount(0)
    for (const phone of [worker, lead]) await phone.context().setOffline(false)
    await sendNow(mina, en)
    await sendFromPill(omar, en)
    await sendNow(mina, en)
    const dispute = (page: Page) => main(page).getByRole('region', { name: en('act:alerts.child_alone'), exact: true })
    for (const [page, kept] of [
      [mina, 1],
      [omar, 2]
    ] as const) {
      await toAct(page)
      await page.getByRole('banner').getByRole('link').first().click()
      await expect(dispute(page).getByRole('button')).toHaveCount(kept)
      await expect(dispute(page).getByText(en('codes:followUps.ask_lead'))).toHaveCount(2 - kept)
    }
    await dispute(omar)
      .getByRole('button', { name: new RegExp(`^${en('record:disputes.keepMine')}`) })
      .click()
    await expect(dispute(omar)).toHaveCount(0)
  })
})

/** On a small phone the lead's way to the phone itself is the pill in the header. */
const sendFromPill = async (page: Page, t: Words) => {
  await goTo(page, 'onThisPhone', t)
  await page.getByRole('button', { name: t('phone:send.now'), exact: true }).click()
  await expect(page.getByText(t('phone:send.done'), { exact: true })).toBeVisible({ timeout: 90_000 })
}
