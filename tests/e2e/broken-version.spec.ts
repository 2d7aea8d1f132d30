// A new version that does not start: after two starts the phone has the earlier one again, with everything on it. Where that
// cannot open what the new one has upgraded, the new one comes back at a person's word.
import { expect } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import type { TestPhone } from '#tests/e2e/world/phone.ts'
import { countStarts, expectBuild, expectNoneWaiting, fetchUpdate, test } from '#tests/e2e/world/released-app.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

test.describe.configure({ mode: 'default' })

const t = wordsOf('en')

test('@letterbox a version that does not start gives way after two starts to the one before, and nothing is lost', async ({
  builds,
  server,
  joinPhone,
  complaints
}) => {
  complaints.expect(/A planted fault/)
  const phone = await joinPhone('worker')
  const page = phone.page()
  await expectBuild(page, 'first')
  await saveWithoutSignal(phone)
  await server.release(await builds.folderOf('throws', { fault: 'throws' }))
  await fetchUpdate(page)
  const starts = countStarts(page)

  await page.getByRole('button', { name: t('common:update.now') }).click()
  // The tap, the second start of the broken version, and the first of the earlier one.
  await expect.poll(starts, { timeout: 60_000 }).toBe(3)
  await expectBuild(page, 'first')
  await unlock(page)
  await goTo(page, 'onThisPhone', t)
  await expect(page.getByText(t('common:update.wentBack'))).toBeVisible()
  await sendNow(page, t)
  expect(await changesOf(server)).toBe(1)

  await page.reload()
  await expectBuild(page, 'first')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expectNoneWaiting(page)

  await server.release(await builds.folderOf('second'))
  await fetchUpdate(page).catch(() => undefined)
  await expectBuild(page, 'second')
  await unlock(page)
  await goTo(page, 'onThisPhone', t)
  await expect(page.getByText(t('common:update.wentBack'))).toBeHidden()
  expect(starts()).toBe(5)
})
test('@letterbox a version that lacks a file, or has a login page in its place, is never taken, and the next good one is', async ({
  builds,
  server,
  joinPhone,
  complaints
}) => {
  complaints.expect(/bad-precaching-response|Failed to fetch|Failed to find a valid digest|status of 404/)
  const page = (await joinPhone('worker')).page()
  for (const fault of ['missing', 'portal'] as const) {
    await server.release(await builds.folderOf(fault, { fault }))
    const tried = page.evaluate(tryUpdate)
    expect(await tried).toBe('redundant')
    await expectNoneWaiting(page)
  }
  await page.reload()
  await expectBuild(page, 'first')

  await unlock(page)
  await server.release(await builds.folderOf('second'))
  await fetchUpdate(page)
  await goTo(page, 'onThisPhone', t)
  await page.getByRole('button', { name: t('common:update.now') }).click()
  await expectBuild(page, 'second')
})

test('@letterbox a version that gave way after it upgraded the storage is fetched again at a word, with all that was saved', async ({
  builds,
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  await saveWithoutSignal(phone)
  await server.release(await builds.folderOf('later', { fault: 'later_storage' }))
  await fetchUpdate(page)
  await page.addInitScript(keepFromComingUp)
  await page.getByRole('button', { name: t('common:update.now') }).click()
  await expectBuild(page, 'later')
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name: t('phone:title') })).toBeVisible()
  expect(await page.evaluate(goBack)).toBe(true)

  await page.reload()
  await expectBuild(page, 'first')
  const outdated = page.getByRole('heading', { level: 1, name: t('unlock:gone.outdated.title') })
  await expect(outdated).toBeVisible()
  await test.step('while nobody answers the words stay', async () => {
    await server.kill()
    const starts = countStarts(page)
    await page.getByRole('button', { name: t('unlock:gone.loadAgain') }).click()
    await expect.poll(starts).toBe(1)
    await expectBuild(page, 'first')
    await expect(outdated).toBeVisible()
    await server.start()
  })
  await page.getByRole('button', { name: t('unlock:gone.loadAgain') }).click()
  await expectBuild(page, 'later')
  await unlock(page)
  await sendNow(page, t)
  expect(await changesOf(server)).toBe(1)
})

/** So that it waits on the phone; ends where updates are offered. */
const saveWithoutSignal = async (phone: TestPhone) => {
  const page = phone.page()
  await goTo(page, 'newArrival', t)
  await phone.context().setOffline(true)
  await logArrival(page, { men: 2 }, t)
  await goTo(page, 'onThisPhone', t)
  await phone.context().setOffline(false)
}

/** Runs in the page, before all else. */
const keepFromComingUp = () => addEventListener('susret-up', (event) => event.stopImmediatePropagation())

/** As a page does that was started too often; whether the phone went back. */
const goBack = () =>
  new Promise<boolean>((settle) => {
    const version = document.querySelector<HTMLElement>('script[data-version]')?.dataset['version']
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<{ current: string }>) => settle(data.current !== version)
    navigator.serviceWorker.controller?.postMessage({ say: 'go_back', version }, [port2])
  })

/** Looks for a new version; in what state the worker that was found ends. */
const tryUpdate = async () => {
  const registration = await navigator.serviceWorker.getRegistration()
  const found = new Promise<string>((settle) => {
    registration?.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => settle(worker.state))
    })
  })
  await registration?.update()
  return found
}
