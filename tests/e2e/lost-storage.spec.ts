// The browser throws away what the phone kept: no fresh start without a word. What had not been sent is handed over from
// the second copy, or saved to a file that the operator takes in, and the phone joins again.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { acceptInvite, goTo, logArrival } from '#tests/e2e/world/acts.ts'
import type { TestPhone } from '#tests/e2e/world/phone.ts'
import type { TestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const PROOF = { tag: '@letterbox' }

test(
  'a phone whose storage was cleared says so, hands over what was left and joins again',
  PROOF,
  async ({ server, joinPhone }) => {
    const phone = await joinPhone('worker')
    await saveWithoutSignal(phone, 3)
    await clearDatabases(phone)

    await test.step('even an invite does not pass the screen that says what happened', async () => {
      await phone.open({ path: await server.invite('worker'), isOffline: true })
      await expectIncident(phone.page(), 3)
    })
    await test.step('without signal the copy stays', async () => {
      await handOver(phone.page())
      await expect(phone.page().getByText(t('unlock:rescue.noSignal'))).toBeVisible()
      expect(await changesOf(server, 1)).toBe('0')
    })
    await phone.context().setOffline(false)
    await handOver(phone.page())
    await expect(phone.page().getByText(t('unlock:rescue.arrived_other', { count: 3 }))).toBeVisible()
    expect(await changesOf(server, 1)).toBe('3')

    await phone
      .page()
      .getByRole('button', { name: t('unlock:gone.joinAgain') })
      .click()
    await acceptInvite(phone.page())
    expect(await changesOf(server, 1)).toBe('3')
  }
)

test('what was left is saved to a file, and the operator takes it in once', PROOF, async ({ server, joinPhone }) => {
  const phone = await joinPhone('worker')
  await saveWithoutSignal(phone, 2)
  await clearDatabases(phone)
  await phone.open({ isOffline: true })
  await expectIncident(phone.page(), 2)
  const [file] = await Promise.all([
    phone.page().waitForEvent('download'),
    phone
      .page()
      .getByRole('button', { name: t('unlock:rescue.toFile') })
      .click()
  ])
  const path = join(server.folder, file.suggestedFilename())
  await file.saveAs(path)
  await expect(phone.page().getByText(t('unlock:rescue.saved'))).toBeVisible()
  expect(await server.command('rescue', path)).toMatch(/(\d) of \1 parcels are in the store/)
  expect(await server.command('rescue', path)).toMatch(/(\d) of \1 parcels are in the store/)
  expect(await changesOf(server, 1)).toBe('2')
})

const saveWithoutSignal = async (phone: TestPhone, count: number) => {
  await phone.context().setOffline(true)
  await goTo(phone.page(), 'newArrival', t)
  for (let men = 1; men <= count; men += 1) await logArrival(phone.page(), { men }, t)
  await expect.poll(() => changesCopied(phone.page())).toBe(count)
}

/** How many changes lie in the files of the second copy, which say so in their names: `<phone>.<parcel>.<count>.parcel`. */
const changesCopied = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('lifeboat')
    let sum = 0
    for await (const name of folder.keys()) sum += Number(/(\d+)\.parcel$/.exec(name)?.[1] ?? 0)
    return sum
  })

const clearDatabases = async (phone: TestPhone) => {
  await phone.close()
  await rm(join(phone.profile, 'Default', 'IndexedDB'), { recursive: true })
}

const expectIncident = async (page: Page, unsent: number) => {
  await expect(page.getByRole('heading', { level: 1, name: t('unlock:gone.lost.title') })).toBeVisible()
  await expect(page.getByText(t('unlock:rescue.found_other', { count: unsent }))).toBeVisible()
}

const handOver = (page: Page) => page.getByRole('button', { name: t('unlock:rescue.handOver') }).click()

/** How many changes the server has of a phone, by the phone's number. */
const changesOf = async (server: TestServer, phone: number): Promise<string | undefined> => {
  const lines = (await server.command('devices')).split('\n')
  return lines.find((line) => line.startsWith(`Phone ${phone} `))?.split(/\s{2,}/)[4]
}
