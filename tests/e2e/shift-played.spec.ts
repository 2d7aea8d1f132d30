// One shift, played through: six hours without signal with a child alone, somebody sick, a registration with its 72 hours, sixty
// portions and three referrals to two organisations, which end done, declined and with nobody coming. Worker, lead and both
// organisations see it. Every task says its taps and seconds beside what it may take.
import type { Page } from '@playwright/test'
import { dayAt, dayPlus, weekdayOf } from '#domain/belgrade-time.ts'
import { momentOf } from '#domain/wall-time.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import {
  counterSays,
  goTo,
  type Group,
  itemTile,
  joinTeam,
  logArrival,
  sendFromDesk,
  sendNow,
  speak,
  speakWith,
  unlock,
  joinAsPartner
} from '#tests/e2e/world/acts.ts'
import { createClerk, passHours, setClock } from '#tests/e2e/world/watch.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** All of it is over by now, whatever the time: it was yesterday, from eight to two. */
const DAY = dayPlus(dayAt(Date.now()), -1)
const MORNING = momentOf(DAY, 8 * 60)

const ARRIVAL = { taps: 5, seconds: 10 }
const FAMILY = { taps: 10, seconds: 15 }
const SAME_AGAIN = { taps: 2, seconds: 3 }
const SEEN_AGAIN = { taps: 1, seconds: 1 }
/** How quickly the words change is measured by itself: `npm run bench`. */
const LANGUAGE = { taps: 2 }
const CARD = { taps: 2, seconds: 3 }
const SERVICE = { taps: 3, seconds: 6 }
/** A tally of sixty: a tap and a second each. */
const PORTIONS = { taps: 60, seconds: 60 }
const FIGURES = { taps: 2, seconds: 3 }
const REFERRAL = { taps: 8, seconds: 45 }
const REFER_AGAIN = { taps: 4 }

const LAWYERS = 'Belgrade Centre for Human Rights'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const pressInSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
const follow = (page: Page, words: string) => main(page).getByRole('link', { name: words, exact: true }).first().click()
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()

test('a shift is played through without signal, and each referral ends as it ended @cases', async ({
  server,
  openPhone
}) => {
  test.setTimeout(600_000)
  const open = async () => {
    const phone = await openPhone()
    phone.page().setDefaultTimeout(60_000)
    await setClock(phone.page(), MORNING)
    return phone
  }
  const joinAs = async (role: 'worker' | 'lead') => {
    const phone = await open()
    await joinTeam(phone.page(), await server.invite(role))
    return phone
  }
  const joinPartner = async (organisation: string, provider: string) => {
    const page = (await open()).page()
    await joinAsPartner(page, await server.invitePartner(organisation, provider))
    return page
  }
  const [worker, lead, lawyers, listeners] = await Promise.all([
    joinAs('worker'),
    joinAs('lead'),
    joinPartner('bchr', 'BCHR'),
    joinPartner('pin', 'PIN')
  ])
  const [mina, omar] = [worker.page(), lead.page()]
  const clerk = createClerk()
  const log = (group: Group) => logArrival(mina, group, t)

  await sendNow(mina, t)
  await worker.context().grantPermissions(['notifications'])
  await press(mina, t('reminders:on'))
  await worker.context().setOffline(true)

  await test.step('08:00: the shift begins; a child alone, and a family with somebody sick', async () => {
    await goTo(mina, 'today', t)
    await follow(mina, t('shift:title'))
    await clerk.task({ what: 'start the shift', on: mina }, async () => {
      await press(mina, '2')
      await press(mina, t('shift:start'))
      await shows(mina, t('shift:delivered'))
    })
    await goTo(mina, 'newArrival', t)
    await clerk.task({ what: 'log a child alone', on: mina, target: ARRIVAL }, () => log({ boys: 1, alone: 'yes' }))
    await clerk.task({ what: 'child alone: take it, guardian informed', on: mina }, async () => {
      await follow(mina, t('act:title'))
      await shows(mina, t('act:steps.call_csw'))
      await press(mina, t('case:owner.take'))
      await press(mina, t('act:closed.csw_informed'))
      await shows(mina, t('act:nothing'))
    })
    await goTo(mina, 'newArrival', t)
    const family = { men: 1, women: 1, boys: 1, girls: 2, urgent: 'sick_or_hurt' }
    await clerk.task({ what: 'log a family of five, one is sick', on: mina, target: FAMILY }, () => log(family))
    await clerk.task({ what: 'sick: take it, the doctor came', on: mina }, async () => {
      await follow(mina, t('act:title'))
      await shows(mina, t('act:steps.call_194'))
      await press(mina, t('case:owner.take'))
      await press(mina, t('act:closed.doctor_came'))
      await shows(mina, t('act:nothing'))
    })
  })

  await test.step('10:00: to the police with a man; the certificate says ten, and 72 hours run', async () => {
    await passHours(mina, 2)
    await unlock(mina)
    await goTo(mina, 'newArrival', t)
    await clerk.task({ what: 'log a man', on: mina, target: ARRIVAL }, () => log({ men: 1 }))
    await goTo(mina, 'people', t)
    await main(mina)
      .getByRole('link', { name: t('common:people.men_one', { count: 1 }) })
      .filter({ hasNotText: t('common:people.women_one', { count: 1 }) })
      .first()
      .click()
    await clerk.task({ what: 'go along, asylum asked, certificate', on: mina }, async () => {
      await press(mina, t('case:start'))
      await press(mina, t('codes:followUps.go_along'))
      await pressInSheet(mina, t('codes:needs.reg_accompany'))
      await press(mina, t('accompany:states.intention'))
      await pressInSheet(mina, t('codes:zones.new_belgrade'))
      await press(mina, t('accompany:states.certificate'))
      await mina
        .getByRole('dialog')
        .getByText(/Krnjača/)
        .first()
        .click()
      await mina.getByLabel(t('case:date.time')).fill('10:00')
      await pressInSheet(mina, t('common:actions.save'))
      await shows(mina, t('case:deadlines.codes.report_to_centre'))
    })
    const until = { day: DAYS[weekdayOf(dayPlus(DAY, 3))] ?? '', time: '10:00' }
    await expect(main(mina).getByText(t('case:deadlines.due', until))).toBeVisible()
  })

  await test.step('three men and three more, one seen again, a lawyer who is open, and a card in their language', async () => {
    await goTo(mina, 'newArrival', t)
    await log({ men: 3 })
    await clerk.task({ what: 'log the same again', on: mina, target: SAME_AGAIN }, async () => {
      await press(mina, t('new-arrival:sameAgain'))
      await press(mina, t('common:actions.save'))
      await expect(mina.getByRole(...counterSays(t, 'men', 0))).toBeVisible()
    })
    await goTo(mina, 'today', t)
    const seenAgain = (value: number) =>
      main(mina).getByRole('button', {
        name: t('ui:counter.add', { label: t('codes:tally.returned'), value }),
        exact: true
      })
    await clerk.task({ what: 'count somebody seen again', on: mina, target: SEEN_AGAIN }, async () => {
      await seenAgain(0).click()
      await expect(seenAgain(1)).toBeVisible()
    })
    await clerk.task({ what: 'find an open service', on: mina, target: SERVICE }, async () => {
      await goTo(mina, 'services', t)
      await main(mina).getByText(t('codes:needs.legal_aid'), { exact: true }).first().click()
      await main(mina).locator('a[href^="/services/"]').first().click()
      await expect(main(mina).getByRole('heading', { name: t('services:hours') })).toBeVisible()
    })
    await speakWith(mina, 'en', 'ar')
    await clerk.task({ what: 'a card in their language', on: mina, target: CARD }, async () => {
      await goTo(mina, 'talk', t)
      await main(mina)
        .getByRole('link', { name: t('phrases:cards.child_with_you') })
        .click()
      await expect(mina.getByText(wordsOf('ar')('phrases:cards.child_with_you'), { exact: true })).toBeVisible()
    })
    await clerk.task({ what: 'switch the language', on: mina, target: LANGUAGE }, () => speak(mina, 'en', 'fr'))
    await speak(mina, 'fr', 'en')
    // Talk is open to whoever holds a locked phone.
    await goTo(mina, 'today', t)
  })

  await test.step('12:00: sixty portions, a tap each', async () => {
    await passHours(mina, 2)
    await unlock(mina)
    await goTo(mina, 'today', t)
    await follow(mina, t('handouts:title'))
    const tile = (value: number | 'any') => itemTile(mina, t, { label: t('handouts:items.meal_hot'), value })
    await clerk.task({ what: 'hand out sixty portions', on: mina, target: PORTIONS }, async () => {
      for (let portion = 0; portion < 60; portion += 1) await tile('any').click()
      await expect(tile(60)).toBeVisible()
    })
  })

  await test.step('three referrals to two organisations, each with a yes', async () => {
    const aWoman = async () => {
      await goTo(mina, 'newArrival', t)
      await log({ women: 1 })
    }
    const refer = async (need: 'legal_aid' | 'pss', provider: string) => {
      await aWoman()
      await mina.getByRole('link', { name: t('new-arrival:refer'), exact: true }).click()
      await shows(mina, t('refer:askFirst.yes'))
      await clerk.task({ what: `refer: ${need}`, on: mina, target: REFERRAL }, () => referTo(mina, need, provider))
    }
    await refer('legal_aid', LAWYERS)
    await aWoman()
    await goTo(mina, 'people', t)
    await main(mina)
      .getByRole('link', { name: t('common:people.women_one', { count: 1 }) })
      .filter({ hasNotText: t('common:people.men_one', { count: 1 }) })
      .first()
      .click()
    await clerk.task({ what: 'refer again (same service)', on: mina, target: REFER_AGAIN }, () =>
      referAgain(mina, LAWYERS)
    )
    await refer('pss', 'Psychosocial Innovation Network')
  })

  await test.step('14:00: the shift ends; with signal the team and both organisations have everything', async () => {
    await passHours(mina, 2)
    await unlock(mina)
    await goTo(mina, 'today', t)
    await main(mina)
      .getByRole('link', { name: /^Shift since 08:00$/ })
      .click()
    await clerk.task({ what: 'end the shift', on: mina }, async () => {
      await press(mina, t('shift:end'))
      await expect(main(mina).getByText(/^Your shift is over: 08:00 to 14:00\.$/)).toBeVisible()
    })
    await worker.context().setOffline(false)
    await sendNow(mina, t)
  })

  await test.step('one organisation helps and declines, the other waits in vain', async () => {
    for (const page of [lawyers, listeners, omar]) await passHours(page, 6)
    await Promise.all([lawyers, listeners, omar].map((page) => unlock(page)))
    await Promise.all([lawyers, listeners].map((desk) => sendFromDesk(desk, t)))
    await openNew(lawyers)
    await clerk.task({ what: 'accept, arrived, help was given', on: lawyers }, async () => {
      for (const step of [t('partner:accept'), t('record:steps.started'), t('record:steps.done')]) {
        await press(lawyers, step)
      }
      await shows(lawyers, t('codes:referralStates.done'))
    })
    await openNew(lawyers)
    await clerk.task({ what: 'not possible, and why', on: lawyers }, async () => {
      await press(lawyers, t('record:steps.declined'))
      await pressInSheet(lawyers, t('codes:reasons.full'))
      await shows(lawyers, t('codes:referralStates.declined'))
    })
    await openNew(listeners)
    await clerk.task({ what: 'accept, the person did not come', on: listeners }, async () => {
      await press(listeners, t('partner:accept'))
      await press(listeners, t('record:steps.did_not_come'))
      await shows(listeners, t('codes:referralStates.did_not_come'))
    })
    await Promise.all([lawyers, listeners].map((desk) => sendFromDesk(desk, t)))
  })

  await test.step('worker and lead see how each ended, who was registered, what was given, and what runs out', async () => {
    await Promise.all([mina, omar].map((page) => sendNow(page, t)))
    const women: string[] = []
    for (const at of [0, 1, 2]) {
      await goTo(mina, 'people', t)
      await main(mina)
        .getByRole('link', { name: t('common:people.women_one', { count: 1 }) })
        .filter({ hasNotText: t('common:people.men_one', { count: 1 }) })
        .nth(at)
        .click()
      await expect(main(mina).getByRole('heading', { name: t('record:answers') })).toBeVisible()
      women.push(await main(mina).innerText())
    }
    await goTo(omar, 'today', t)
    await clerk.task({ what: 'the figures of the day', on: omar, target: FIGURES }, () => goTo(omar, 'review', t))
    const listed = (name: string) => main(omar).getByRole('list', { name, exact: true })
    for (const state of ['done', 'declined', 'did_not_come'] as const) {
      const words = t(`codes:referralStates.${state}`)
      expect(
        women.filter((record) => record.includes(words)),
        words
      ).toHaveLength(1)
      await expect(listed(t('review:cuts.referrals')).getByRole('listitem').filter({ hasText: words })).toContainText(
        '1'
      )
    }
    await expect(listed(t('codes:needs.reg_accompany'))).toContainText(t('accompany:states.certificate'))
    await expect(listed(t('handouts:handedOut'))).toContainText('60')
    await shows(omar, t('case:deadlines.codes.report_to_centre'))
  })

  await test.step('a day before the 72 hours end the phone reminds, locked, and names nobody', async () => {
    await passHours(mina, 43)
    expect(await remindersOn(mina)).toEqual([])
    await passHours(mina, 1)
    await expect.poll(() => remindersOn(mina)).toEqual([[t('common:app'), t('reminders:due')]])
    await expect(mina.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()
  })

  process.stdout.write(`${clerk.table()}\n`)
})

const referTo = async (page: Page, need: 'legal_aid' | 'pss', service: string) => {
  await press(page, t('refer:askFirst.yes'))
  await press(page, t(`codes:needs.${need}`))
  await press(page, t('common:actions.next'))
  await main(page)
    .getByRole('list', { name: t('refer:service.title') })
    .getByRole('button')
    .filter({ hasText: service })
    .first()
    .click()
  await main(page)
    .getByRole('button', { name: t('codes:dues.soon') })
    .click()
  await shows(page, t('partner:passOn.title'))
  await press(page, t('common:actions.next'))
  await press(page, t('refer:consent.worker'))
  await press(page, t('refer:send'))
  await expect(page.getByText(t('refer:after.title')).first()).toBeVisible()
}

/** From the person's record, with both questions to the person. */
const referAgain = async (page: Page, service: string) => {
  await page.getByRole('link', { name: t('record:refer'), exact: true }).click()
  await main(page)
    .getByRole('region', { name: t('refer:askFirst.again') })
    .getByRole('button')
    .filter({ hasText: service })
    .click()
  await press(page, t('refer:consent.worker'))
  await press(page, t('refer:send'))
  await expect(page.getByText(t('refer:after.title')).first()).toBeVisible()
}

const remindersOn = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title, body }) => [title, body])
  })

/** The first that nobody has answered. */
const openNew = async (page: Page) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('record:referrals'), exact: true })
    .click()
  await main(page)
    .getByRole('region', { name: t('partner:new'), exact: true })
    .getByRole('link')
    .first()
    .click()
  await shows(page, t('partner:seen'))
}
