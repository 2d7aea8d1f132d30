// A referral that ends in help: a worker refers somebody to an organisation that reads on its own phone. Both are without signal
// in turn. The organisation opens it, asks back, sets a time, and help is given; worker and lead see each step. What identifies
// the person is on the two phones it was meant for and nowhere else.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, PASSPHRASE, sendFromDesk, sendNow, joinAsPartner } from '#tests/e2e/world/acts.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const PASSED_ON = { name: 'Zarghuna', where: 'third bench by the fountain', note: 'left knee is swollen' }

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) =>
  main(page).getByRole('button', { name: words, exact: true }).first().click()
const pressBelow = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).click()
const inSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()
const look = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `partner-${name}.png`), fullPage: true })
}

test('somebody is referred, read, asked about, expected and helped; worker and lead see each step @cases', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(900_000)
  const desk = await openPhone(LAPTOP_SIZE)
  const rights = desk.page()
  rights.setDefaultTimeout(60_000)
  await joinAsPartner(rights, await server.invitePartner('bchr', 'BCHR'))
  await shows(rights, t('partner:empty'))
  const [worker, lead] = [await joinPhone('worker'), await joinPhone('lead', LAPTOP_SIZE)]
  const [mina, chief] = [worker.page(), lead.page()]
  for (const page of [mina, chief]) page.setDefaultTimeout(60_000)
  await sendNow(mina, t)

  await test.step('without signal: what the person agreed to pass on is asked, said aloud and saved', async () => {
    await worker.context().setOffline(true)
    await goTo(mina, 'newArrival', t)
    await logArrival(mina, { women: 1 }, t)
    await openPerson(mina)
    await mina
      .getByRole('link', { name: t('record:refer'), exact: true })
      .first()
      .click()
    await press(mina, t('refer:askFirst.yes'))
    await press(mina, t('codes:needs.legal_aid'))
    await pressBelow(mina, t('common:actions.next'))
    await mina.getByRole('searchbox').fill('Belgrade Centre for Human Rights')
    await main(mina)
      .getByRole('list', { name: t('refer:service.title') })
      .getByRole('button')
      .first()
      .click()
    await main(mina)
      .getByRole('button', { name: t('codes:dues.soon') })
      .click()
    await shows(mina, t('refer:told.title'))
    await shows(mina, t('partner:passOn.title'))
    for (const name of ['name', 'where', 'note'] as const) {
      await main(mina)
        .getByLabel(t(`partner:${name}`), { exact: true })
        .fill(PASSED_ON[name])
    }
    await look(mina, 'pass-on')
    await pressBelow(mina, t('common:actions.next'))
    await look(mina, 'check')
    await press(mina, t('refer:consent.worker'))
    await pressBelow(mina, t('refer:send'))
    await expect(mina.getByText(t('refer:after.title')).first()).toBeVisible()
    await expect(main(mina).getByText(t('partner:passOn.call'))).toHaveCount(0)
    await worker.context().setOffline(false)
    await sendNow(mina, t)
    await openReferral(mina)
    await shows(mina, PASSED_ON.name)
  })

  await test.step('the organisation reads it, and nothing of the team beside it', async () => {
    await sendFromDesk(rights, t)
    await rights.goto(desk.url('/people'))
    await unlockIfAsked(rights)
    await shows(rights, t('partner:new'))
    await look(rights, 'inbox')
    await rights.getByRole('main').getByRole('link').first().click()
    for (const words of Object.values(PASSED_ON)) await shows(rights, words)
    await shows(rights, t('partner:seen'))
    await look(rights, 'referred')
  })

  await test.step('without signal it asks back, accepts and sets a time', async () => {
    await desk.context().setOffline(true)
    await press(rights, t('partner:ask'))
    await inSheet(rights, t('partner:questions.come_alone'))
    await shows(rights, t('partner:noReply'))
    await press(rights, t('partner:accept'))
    await press(rights, t('record:steps.appointment'))
    await inSheet(rights, '12:00')
    await inSheet(rights, t('common:actions.save'))
    await shows(rights, t('codes:referralStates.appointment'))
    // Another time, taken back: the time of before holds again.
    const expected = (hour: string) =>
      main(rights)
        .getByText(new RegExp(`\\b${hour}\\b`))
        .first()
    await expect(expected('12:00')).toBeVisible()
    await press(rights, t('record:steps.appointment'))
    await inSheet(rights, '16:00')
    await inSheet(rights, t('common:actions.save'))
    await expect(expected('16:00')).toBeVisible()
    await pressBelow(rights, t('ui:undo'))
    await expect(expected('12:00')).toBeVisible()
    await desk.context().setOffline(false)
    await sendFromDesk(rights, t)
  })

  await test.step('worker and lead see that it was read, what is asked and when the person is expected', async () => {
    for (const page of [mina, chief]) {
      await sendNow(page, t)
      await goTo(page, 'today', t)
      await expect(waitingOnToday(page)).toContainText(t('partner:questions.come_alone'))
      await openReferral(page)
      await shows(page, t('codes:referralStates.appointment'))
      await expect(main(page).getByText(t('partner:readBy', { when: '' }), { exact: false })).toBeVisible()
      await shows(page, t('partner:questions.come_alone'))
    }
    await look(mina, 'team')
    // What was sealed is on the phone that wrote it, and not on the lead's.
    await expect(main(chief).getByText(PASSED_ON.name)).toHaveCount(0)
    await worker.context().setOffline(true)
    await press(mina, t('codes:yesNoUnsure.yes'))
    await worker.context().setOffline(false)
    await sendNow(mina, t)
    await goTo(mina, 'today', t)
    await expect(waitingOnToday(mina)).toContainText('12:00')
    await waitingOnToday(mina).click()
    await press(mina, t('record:fields.timeTold'))
    await shows(mina, t('record:fields.timeTold'))
    await goTo(mina, 'today', t)
    await shows(mina, t('today:newArrival'))
    await expect(waitingOnToday(mina)).toHaveCount(0)
    await sendNow(mina, t)
  })

  await test.step('the team is still choosing why not', async () => {
    await openReferral(mina)
    await press(mina, t('record:steps.declined'))
    await expect(mina.getByRole('dialog').getByText(t('codes:reasons.full'))).toBeVisible()
    await worker.context().setOffline(true)
  })

  await test.step('the organisation hears the answer, the person comes and is helped', async () => {
    await sendFromDesk(rights, t)
    await goHome(rights)
    await shows(rights, t('partner:underWay'))
    await rights.getByRole('main').getByRole('link').first().click()
    await shows(rights, t('codes:yesNoUnsure.yes'))
    await press(rights, t('record:steps.started'))
    await press(rights, t('record:steps.done'))
    await shows(rights, t('codes:referralStates.done'))
    await sendFromDesk(rights, t)
    await goHome(rights)
    await shows(rights, t('partner:ended'))
  })

  await test.step('what was done meanwhile refuses the step, in words that name what is possible', async () => {
    await worker.context().setOffline(false)
    await expect(main(mina).getByText(t('codes:referralStates.done'), { exact: true }).first()).toBeAttached()
    await inSheet(mina, t('codes:reasons.full'))
    await shows(mina, t('case:refused.notAStep', { steps: t('record:steps.closed') }))
    await look(mina, 'not-a-step')
    await shows(mina, t('codes:referralStates.done'))
  })

  await test.step('worker and lead see that it ended in help', async () => {
    for (const page of [mina, chief]) {
      await sendNow(page, t)
      await openReferral(page)
      await shows(page, t('codes:referralStates.done'))
      await expect(main(page).getByRole('button', { name: t('record:steps.closed'), exact: true })).toBeVisible()
    }
  })

  await test.step('the server holds none of it in plain', async () => {
    for (const name of await readdir(server.folder)) {
      const bytes = await readFile(join(server.folder, name)).catch(() => Buffer.alloc(0))
      for (const words of Object.values(PASSED_ON)) expect(bytes.includes(words), name).toBe(false)
    }
  })
})

const openPerson = async (page: Page) => {
  await goTo(page, 'people', t)
  await main(page)
    .getByRole('link', { name: t('common:people.women_one', { count: 1 }) })
    .first()
    .click()
}

/** The one referral whose answer nobody has taken up. */
const waitingOnToday = (page: Page) =>
  main(page)
    .getByRole('region', { name: `${t('record:referrals')}: ${t('common:standing.waitForYou_one', { count: 1 })}` })
    .getByRole('link')

const openReferral = async (page: Page) => {
  await openPerson(page)
  await main(page)
    .getByRole('link', { name: new RegExp(t('codes:needs.legal_aid')) })
    .first()
    .click()
  await shows(page, t('record:state'))
}

const goHome = async (page: Page) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('record:referrals'), exact: true })
    .click()
}

const unlockIfAsked = async (page: Page) => {
  await page.getByRole('textbox', { name: t('unlock:label') }).fill(PASSPHRASE)
  await page.getByRole('button', { name: t('unlock:open'), exact: true }).click()
}
