// A later version of the app upgrades the storage: killed in the middle again and again it is whole in the end; an older
// window lets go and says so, one that holds on is named; and what waited is delivered, once.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { expect } from '#tests/e2e/fixtures.ts'
import { counterSays, figure, fillArrival, goTo, logArrival, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { UPGRADE_TURNS } from '#tests/e2e/world/app-builds.ts'
import { expectBuild, fetchUpdate, test } from '#tests/e2e/world/released-app.ts'
import type { TestPhone } from '#tests/e2e/world/phone.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

test.describe.configure({ mode: 'default' })

const t = wordsOf('en')
const SEED = Number(process.env['SEED'] ?? 2018)
const KILLS = Number(process.env['UPGRADE_KILLS'] ?? 4)
const LONGEST_MS = 2_500
const SAVED = 3

test(`@letterbox a phone killed ${KILLS} times inside an upgrade of its storage has all of it, and the team has it once`, async ({
  builds,
  server,
  joinPhone
}) => {
  test.setTimeout(300_000 + KILLS * 30_000)
  const random = createSeededRandom(SEED)
  const phone = await joinPhone('worker')
  await saveWithoutSignal(phone.page(), SAVED)
  await phone.close()
  await server.release(await builds.folderOf('later', { fault: 'later_storage' }))
  await phone.open()
  await takeLater(phone)

  let inside = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(random() * LONGEST_MS)
    await phone.kill()
    await phone.open({ isOffline: true })
    await takeLater(phone)
    if (!(await passphraseIn(phone.page()).isVisible())) inside += 1
  }
  console.log(`${KILLS} kills, ${inside} times the storage was still to be upgraded afterwards, seed ${SEED}`)

  await unlock(phone.page())
  await expect(figure(phone.page(), t('today:soFar.groups'))).toHaveText(new RegExp(`^${SAVED}`))
  expect(new Set(await stampsIn(phone.page()))).toEqual(new Set([UPGRADE_TURNS]))
  await phone.context().setOffline(false)
  await sendNow(phone.page(), t)
  expect(await changesOf(server)).toBe(SAVED)
})

test('@letterbox an older window lets go of storage that is upgraded, one that holds on is named, and its form is kept', async ({
  builds,
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const old = phone.page()
  await saveWithoutSignal(old, 1)
  await fillArrival(old, { men: 2 }, t)
  await phone.context().setOffline(false)
  const young = await phone.context().newPage()
  await young.goto(phone.url('/phone'))
  await unlock(young)
  await old.evaluate(holdLetterbox)
  await server.release(await builds.folderOf('later', { fault: 'later_storage' }))
  await fetchUpdate(young)
  await young.getByRole('button', { name: t('common:update.now') }).click()
  await expectBuild(young, 'later')

  await test.step('the new window says which one to close', async () => {
    await expect(young.getByRole('heading', { level: 1, name: t('unlock:blocked.title') })).toBeVisible()
    await expect(
      young.getByRole('list', { name: t('unlock:blocked.windows') }).getByText(await old.title())
    ).toBeVisible()
  })
  await old.evaluate(letLetterboxGo)
  await test.step('and goes on by itself as soon as that lets go', async () => {
    await unlock(young)
    await expect(young.getByRole('heading', { level: 1, name: t('phone:title') })).toBeVisible()
  })
  await test.step('the old window says so, and loads the new version with the form as it was', async () => {
    await expect(old.getByRole('heading', { level: 1, name: t('unlock:gone.outdated.title') })).toBeVisible()
    await old.getByRole('button', { name: t('unlock:gone.loadAgain') }).click()
    await expectBuild(old, 'later')
    await unlock(old)
    await goTo(old, 'newArrival', t)
    await expect(old.getByRole(...counterSays(t, 'men', 2))).toBeVisible()
    await old.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
    await expect(old.getByText(t('new-arrival:saved')).last()).toBeVisible()
  })
  await sendNow(old, t)
  expect(await changesOf(server)).toBe(2)
})

/** Killed at once, the browser may have forgotten that the new version took over; the old one then finds it again. */
const takeLater = async (phone: TestPhone) => {
  const root = phone.page().locator('html')
  await expect(root).toHaveAttribute('data-build', /./)
  if ((await root.getAttribute('data-build')) === 'later') return
  await phone.context().setOffline(false)
  // It takes over by itself and loads the page anew, in the middle of this call as it may be.
  await phone
    .page()
    .evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    .catch(() => undefined)
  await expectBuild(phone.page(), 'later')
  await phone.context().setOffline(true)
}

const passphraseIn = (page: Page) => page.getByRole('textbox', { name: t('unlock:label') })

const saveWithoutSignal = async (page: Page, count: number) => {
  await page.context().setOffline(true)
  await goTo(page, 'newArrival', t)
  for (let men = 1; men <= count; men += 1) await logArrival(page, { men }, t)
}

/** Past the app: a hold that nothing but this window can end. */
const holdLetterbox = () =>
  new Promise<void>((settle) => {
    const asked = indexedDB.open('susret-letterbox')
    asked.onsuccess = () => {
      Object.assign(globalThis, { held: asked.result })
      settle()
    }
  })

const letLetterboxGo = () => (globalThis as unknown as { held: IDBDatabase }).held.close()

/** What the upgrade has written into each row. */
const stampsIn = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((settle) => {
        request.onsuccess = () => settle(request.result)
      })
    const database = await answer(indexedDB.open('susret-letterbox'))
    const transaction = database.transaction(['rows', 'parcels', 'contents'])
    const rows = await Promise.all(
      [...transaction.objectStoreNames].map(async (name) => answer(transaction.objectStore(name).getAll()))
    )
    database.close()
    return rows.flat().map((row: { stamped: number }) => row.stamped)
  })
