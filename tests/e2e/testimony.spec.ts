// An account from the person who tells it to the organisation that collects it: taken down without signal, in the person's
// language, sealed, and read at one desk alone. The team's lead sees nothing of it, and beside it the server has no phone.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { isolated } from '#app/language/isolated.ts'
import { MOST_WAITING } from '#device/testimonies/database.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { flipButton, goTo, sendFromDesk, sendNow, speakWith, unlock, joinAsPartner } from '#tests/e2e/world/acts.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { LAPTOP_SIZE, type TestPhone } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env
const [en, fa] = [wordsOf('en'), wordsOf('fa')]
/** "They let the dogs loose; my brother fell into the river." */
const TOLD = 'سگ‌ها را رها کردند؛ برادرم در رودخانه افتاد.'
const OTHER = 'Belgrade Centre for Human Rights'
const ONE_WAITS = en('testimony:waiting_one', { count: 1 })

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
const inSheet = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()
const choose = (page: Page, group: string, words: string) =>
  main(page).getByRole('group', { name: group }).getByRole('button', { name: words, exact: true }).click()

test('an account told in Farsi without signal is read by who collects it, and by nobody else @cases', async ({
  server,
  openPhone,
  joinPhone
}) => {
  test.setTimeout(900_000)
  const desk = await openPhone(LAPTOP_SIZE)
  const reader = desk.page()
  await joinAsPartner(reader, await server.invitePartner('klikaktiv', 'KlikAktiv', '--collects-testimony'))
  const other = await openPhone(LAPTOP_SIZE)
  await joinAsPartner(other.page(), await server.invitePartner('bchr', 'BCHR', '--collects-testimony'))
  const [worker, lead] = [await joinPhone('worker'), await joinPhone('lead', LAPTOP_SIZE)]
  for (const phone of [desk, worker, lead]) phone.page().setDefaultTimeout(60_000)
  const mina = worker.page()
  await sendNow(mina, en)

  await test.step('without signal: found in a quiet place, with what is said first, in the person’s language too', async () => {
    await worker.context().setOffline(true)
    await speakWith(mina, 'en', 'fa')
    await goTo(mina, 'talk', en)
    await main(mina)
      .getByRole('link', { name: en('testimony:title'), exact: true })
      .click()
    await shows(mina, en('testimony:whoReads'))
    await expect(main(mina).getByText(en('testimony:first.apart'))).toHaveCount(0)
    await choose(mina, en('testimony:whoReads'), isolated(OTHER))
    await shows(mina, en('testimony:first.reader', { organisation: isolated(OTHER) }))
    await lookAt(mina, 'account-who-reads')
    await choose(mina, en('testimony:whoReads'), isolated('KlikAktiv'))
    await shows(mina, en('testimony:first.apart'))
    await shows(mina, en('testimony:first.reader', { organisation: isolated('KlikAktiv') }))
    await press(mina, en('talk:care.interpreterYes'))
    await press(mina, en('talk:show'))
    await expect(mina.getByRole('dialog').getByText(fa('testimony:first.forGood'))).toBeVisible()
    await mina.keyboard.press('Escape')
  })

  await test.step('from a child alone none is taken, and whom to call is there', async () => {
    for (const who of [en('codes:urgent.child_alone'), en('common:answers.unsure')]) {
      await press(mina, who)
      await shows(mina, en('testimony:notAlone'))
      await expect(main(mina).locator('a[href^="tel:"]').first()).toBeVisible()
      await expect(main(mina).getByRole('button', { name: en('common:answers.yes'), exact: true })).toHaveCount(0)
    }
    await press(mina, en('testimony:whos.adult'))
    await press(mina, en('common:answers.yes'))
  })

  await test.step('told in Farsi; turned, switched to English and back, nothing is lost', async () => {
    await flipButton(mina, 'en', 'fa').click()
    await shows(mina, fa('testimony:untouched'))
    await choose(mina, fa('testimony:what'), fa('testimony:happened.dogs'))
    await choose(mina, fa('testimony:what'), fa('testimony:happened.injured'))
    await main(mina).getByLabel(fa('testimony:account')).fill(TOLD)
    await turnedRound(worker, async () => {
      await expect(main(mina).getByRole('textbox')).toHaveCount(0)
    })
    await flipButton(mina, 'fa', 'en').click()
    await choose(mina, en('testimony:from'), 'Hungary')
    await choose(mina, en('testimony:to'), 'Serbia')
    await choose(mina, en('testimony:people'), '2–5')
    await expect(main(mina).getByLabel(en('testimony:account'))).toHaveValue(TOLD)
  })

  await test.step('leaving asks first, by a link and by the phone’s own way back', async () => {
    await mina
      .getByRole('navigation')
      .getByRole('link', { name: en('common:places.people'), exact: true })
      .click()
    await inSheet(mina, en('common:actions.continue'))
    await mina.goBack()
    await expect(mina.getByText(en('testimony:leave.lost'))).toBeVisible()
    await inSheet(mina, en('common:actions.continue'))
    await expect(main(mina).getByLabel(en('testimony:account'))).toHaveValue(TOLD)
  })

  await test.step('sealed, it is nowhere on the phone but in one number, also after a kill', async () => {
    await press(mina, en('testimony:seal'))
    await inSheet(mina, en('testimony:seal'))
    await shows(mina, en('testimony:sealed'))
    await worker.kill()
    await worker.open({ isOffline: true })
    await unlock(worker.page())
    await goTo(worker.page(), 'onThisPhone', en)
    await shows(worker.page(), ONE_WAITS)
    await shows(worker.page(), en('phone:empty'))
  })

  await test.step('asking for a delivery does not hurry it', async () => {
    await worker.context().setOffline(false)
    await press(worker.page(), en('phone:send.now'))
    await shows(worker.page(), en('phone:send.partly'))
    await shows(worker.page(), ONE_WAITS)
    expect(rowsOf(server.folder)).toEqual([])
  })

  await test.step('hours later it has gone by itself', async () => {
    await worker.context().addInitScript(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 5 * 3_600_000
    })
    await worker.page().reload()
    await unlock(worker.page())
    await goTo(worker.page(), 'onThisPhone', en)
    await expect.poll(() => rowsOf(server.folder).length, { timeout: 90_000 }).toBe(1)
    await sendNow(worker.page(), en)
    await expect(main(worker.page()).getByText(ONE_WAITS)).toHaveCount(0)
  })

  await test.step('what comes to the desk in a shape nobody knows is in sight, and read when it comes as it should', async () => {
    const whereItIs = '**/v1/testimonies/fetched*'
    await desk.context().route(whereItIs, (route) => route.fulfill({ json: { from: 'a later version' } }))
    await openAccounts(reader)
    await expect(main(reader).getByText(en('testimony:unreadable'))).toBeVisible()
    await lookAt(reader, 'account-unreadable')
    await desk.context().unroute(whereItIs)
  })

  await test.step('the organisation reads it at its desk, without signal too', async () => {
    await sendFromDesk(reader, en)
    await openAccounts(reader)
    await main(reader)
      .getByRole('button', { name: /Hungary – Serbia/ })
      .click()
    await expect(reader.getByRole('dialog').getByText(TOLD)).toBeVisible()
    await desk.kill()
    await desk.open({ isOffline: true })
    await unlock(desk.page())
    await openAccounts(desk.page())
    await lookAt(desk.page(), 'accounts')
    await main(desk.page())
      .getByRole('button', { name: /Hungary – Serbia/ })
      .click()
    await expect(desk.page().getByRole('dialog').getByText(TOLD)).toBeVisible()
    await lookAt(desk.page(), 'account-read')
  })

  await test.step('where as many wait as fit, it is said before anybody tells', async () => {
    await worker.page().evaluate(async (rows) => {
      const opening = indexedDB.open('susret-testimonies')
      await new Promise((settle) => (opening.onsuccess = settle))
      const transaction = opening.result.transaction('leaving', 'readwrite')
      for (const row of rows) transaction.objectStore('leaving').put(row)
      await new Promise((settle) => (transaction.oncomplete = settle))
      opening.result.close()
    }, manyThatWait)
    await worker.page().reload()
    await unlock(worker.page())
    await goTo(worker.page(), 'talk', en)
    await main(worker.page())
      .getByRole('link', { name: en('testimony:title'), exact: true })
      .click()
    await shows(worker.page(), en('testimony:tooMany'))
    await lookAt(worker.page(), 'account-too-many')
    await expect(main(worker.page()).getByText(en('testimony:ask'))).toHaveCount(0)
  })

  await test.step('the other organisation that collects them has nothing', async () => {
    await sendFromDesk(other.page(), en)
    await openAccounts(other.page())
    await shows(other.page(), en('testimony:none'))
  })

  await test.step('the lead sees nothing of it, nor does the worker', async () => {
    await sendNow(lead.page(), en)
    for (const page of [lead.page(), worker.page()]) {
      await goTo(page, 'people', en)
      await expect(main(page).locator('a[href^="/records/"]')).toHaveCount(0)
    }
    await goTo(lead.page(), 'review', en)
    await expect(lead.page().getByText('Hungary')).toHaveCount(0)
    await goTo(lead.page(), 'onThisPhone', en)
    await shows(lead.page(), en('phone:empty'))
  })

  await test.step('beside it the server has no phone, and nothing of it in the clear', async () => {
    const [row] = rowsOf(server.folder)
    expect(Object.keys(row ?? {})).toEqual(['id', 'organisation', 'sealed'])
    for (const device of devicesOf(server.folder)) expect(JSON.stringify(row)).not.toContain(device)
    for (const name of await readdir(server.folder)) {
      const bytes = await readFile(join(server.folder, name)).catch(() => Buffer.alloc(0))
      expect(bytes.includes(TOLD), name).toBe(false)
    }
  })

  await test.step('read, it is deleted, which takes a second tap and signal', async () => {
    const page = desk.page()
    await inSheet(page, en('testimony:delete'))
    await inSheet(page, en('testimony:delete'))
    await expect(page.getByText(en('testimony:stillHere'))).toBeVisible()
    await desk.context().setOffline(false)
    await inSheet(page, en('testimony:delete'))
    await shows(page, en('testimony:none'))
    expect(rowsOf(server.folder)).toMatchObject([{ sealed: null }])
  })
})

const manyThatWait = Array.from({ length: MOST_WAITING }, (_, at) => ({
  id: `made up ${at}`,
  json: '{}',
  from: Date.UTC(2099, 0, 1)
}))

const openAccounts = async (page: Page) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: en('record:referrals'), exact: true })
    .click()
  await main(page)
    .getByRole('link', { name: en('testimony:accounts'), exact: true })
    .click()
}

/** Held against what a screen must be, as the tour does. */
const lookAt = async (page: Page, screen: string) => {
  const found: string[] = []
  const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
  await createLook({ language: 'en', views, found, ...(PICTURES && { pictures: PICTURES }) })(page, screen)
  expect(found).toEqual([])
}

const turnedRound = async (phone: TestPhone, work: () => Promise<void>) => {
  const session = await phone.context().newCDPSession(phone.page())
  const metrics = { width: 360, height: 640, deviceScaleFactor: 1, mobile: true }
  const turn = (type: 'portraitPrimary' | 'portraitSecondary', angle: number) =>
    session.send('Emulation.setDeviceMetricsOverride', { ...metrics, screenOrientation: { type, angle } })
  await turn('portraitSecondary', 180)
  await work()
  await turn('portraitPrimary', 0)
  await session.detach()
}

const inDatabase = (folder: string, sql: string) => {
  const database = new DatabaseSync(join(folder, 'susret.sqlite'), { readOnly: true })
  const rows = database.prepare(sql).all()
  database.close()
  return rows
}
const rowsOf = (folder: string) => inDatabase(folder, 'select * from testimony')
const devicesOf = (folder: string) => inDatabase(folder, 'select id from device').map(({ id }) => String(id))
