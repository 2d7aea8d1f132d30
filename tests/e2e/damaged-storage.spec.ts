// The files behind the browser's storage are cut short, written over or gone, wherever a seed says. The phone either says
// what happened and offers what was left, or opens and says what is missing; it never begins anew without a word, and the
// team has everything that was shown as saved, once.
import { cp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { createSeededRandom, type Random } from '#domain/seeded-random.ts'
import { pick } from '#tests/crash/shift.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { figure, goTo, logArrival, sendNow, unlock, untilUp } from '#tests/e2e/world/acts.ts'
import { type Damage, DAMAGES, filesUnder } from '#tests/e2e/world/damage.ts'
import type { TestPhone } from '#tests/e2e/world/phone.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const SEED = Number(process.env['SEED'] ?? 2018)
const CASES = Number(process.env['DAMAGES'] ?? 6)
const SAVED = 3

test(`@letterbox ${CASES} kinds of damage to the files of the storage cost no record and no word`, async ({
  server,
  joinPhone,
  complaints
}) => {
  test.setTimeout(180_000 + CASES * 60_000)
  complaints.expect(/./)
  const phone = await joinPhone('worker')
  await saveWithoutSignal(phone)
  await phone.close()
  const storage = join(phone.profile, 'Default', 'IndexedDB')
  const whole = join(phone.profile, 'whole')
  await cp(storage, whole, { recursive: true })

  const random = createSeededRandom(SEED)
  const outcomes: string[] = []
  for (let one = 0; one < CASES; one += 1) {
    await rm(storage, { recursive: true })
    await cp(whole, storage, { recursive: true })
    const [kind, file, what] = await damage(storage, { random, one })
    await phone.open({ isOffline: true })
    const outcome = await judge(phone.page())
    outcomes.push(`${kind}, ${basename(file)}, ${what}: ${outcome}`)
    console.log(outcomes.at(-1))
    await phone.close()
  }

  await test.step('and with signal the team has all of it, once', async () => {
    await phone.open()
    if ((await doorOf(phone.page())) === 'opens') {
      await unlock(phone.page())
      await sendNow(phone.page(), t)
    } else {
      const handOver = phone.page().getByRole('button', { name: t('unlock:rescue.handOver') })
      await handOver
        .or(phone.page().getByText(t('unlock:rescue.nothing')))
        .first()
        .waitFor()
      if (await handOver.isVisible()) await handOver.click()
    }
    await expect.poll(() => changesOf(server), { timeout: 90_000 }).toBe(SAVED)
  })
})

const KINDS = Object.entries<Damage>(DAMAGES)

/** Each kind in turn; the file is the seed's choice. */
const damage = async (folder: string, { random, one }: { random: Random; one: number }) => {
  const [kind = '', act] = KINDS[one % KINDS.length] ?? []
  const file = pick(await filesUnder(folder), random)
  return [kind, file, (await act?.(file, random)) ?? ''] as const
}

const saveWithoutSignal = async (phone: TestPhone) => {
  await phone.context().setOffline(true)
  await goTo(phone.page(), 'newArrival', t)
  for (let men = 1; men <= SAVED; men += 1) await logArrival(phone.page(), { men }, t)
  await expect
    .poll(() =>
      phone.page().evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('lifeboat')
        let sum = 0
        for await (const name of folder.keys()) sum += Number(/(\d+)\.parcel$/.exec(name)?.[1] ?? 0)
        return sum
      })
    )
    .toBe(SAVED)
}

const INCIDENTS = ['lost', 'unreadable'] as const

/** A welcome is a fresh start without a word: it is none of these, and the test ends there. */
const doorOf = async (page: Page): Promise<'opens' | (typeof INCIDENTS)[number]> => {
  const heading = (kind: (typeof INCIDENTS)[number]) =>
    page.getByRole('heading', { level: 1, name: t(`unlock:gone.${kind}.title`) })
  // The door stands as it was left until the phone behind it is here and has read its storage.
  const incident = heading('lost').or(heading('unreadable'))
  await Promise.race([untilUp(page), incident.waitFor({ timeout: 60_000 })])
  // What it found decides which screen it shows; that screen may still be on its way.
  const isLocked = await page.evaluate(() => localStorage.getItem('susret-door') === 'locked')
  if (!isLocked) {
    await expect(incident).toBeVisible()
    return (await heading('lost').isVisible()) ? 'lost' : 'unreadable'
  }
  await expect(page.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()
  return 'opens'
}

const judge = async (page: Page): Promise<string> => {
  const door = await doorOf(page)
  if (door !== 'opens') {
    await expectRescue(page)
    return door
  }
  await unlock(page)
  const today = page.getByRole('heading', { level: 1, name: t('common:places.today') })
  const broken = page.getByText(t('unlock:damaged.title')).or(page.getByText(t('unlock:failed.title')))
  const refused = page.getByText(t('unlock:wrong.title'))
  await expect(today.or(broken).or(refused).first()).toBeVisible({ timeout: 60_000 })
  expect(await refused.isVisible(), 'the right words are said to be wrong').toBe(false)
  if (await broken.isVisible()) {
    await expectRescue(page)
    return 'does not open, and says so'
  }
  const groups = Number.parseInt(await figure(page, t('today:soFar.groups')).innerText())
  if (groups === SAVED) return 'opens whole'
  await goTo(page, 'onThisPhone', t)
  await expect(page.getByText(t('phone:damaged.advice'))).toBeVisible()
  return `opens with ${groups} of ${SAVED} groups, and says so`
}

const expectRescue = (page: Page) =>
  expect(page.getByText(t('unlock:rescue.found_other', { count: SAVED }))).toBeVisible({ timeout: 60_000 })
