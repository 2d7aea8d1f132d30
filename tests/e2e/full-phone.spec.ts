// The phone is full to the last byte: it says so, keeps what was typed, shows nothing as saved that is not, and saves as
// soon as there is room.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import {
  counterSays,
  figure,
  fillArrival,
  type Group,
  goTo,
  joinTeam,
  logArrival,
  sendNow,
  unlock,
  untilUp
} from '#tests/e2e/world/acts.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { createSmallDisk, findReasonWithoutSmallDisk } from '#tests/e2e/world/small-disk.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const DISK_MIB = 400
/** The last blocks of files that are there already still take a few. */
const MOST_SAVES = 60
const reason = findReasonWithoutSmallDisk()
if (reason !== undefined) console.log(`The full phone is not tried: ${reason}`)

test('@letterbox a full phone says so, keeps the answers, and saves them once when there is room', async ({
  server,
  complaints
}) => {
  test.skip(reason !== undefined, reason)
  // The browser closes every connection when the disk is full; a question that was under way ends with that.
  complaints.expect(/NO_SPACE|QuotaExceededError|DatabaseClosedError/)
  const disk = createSmallDisk(DISK_MIB)
  const phone = await createTestPhone(server.url, complaints, { disk: disk.folder })
  try {
    await phone.open()
    const page = phone.page()
    await joinTeam(page, await server.invite('worker'))
    await phone.context().setOffline(true)
    await goTo(page, 'newArrival', t)
    await logArrival(page, { men: 1 }, t)
    let saved = 1
    /** The browser makes room for itself now and then; then it is filled again. */
    const saveUntilRefused = async (group: Group) => {
      for (;;) {
        expect(saved).toBeLessThan(MOST_SAVES)
        disk.fill()
        if (!(await isSaved(page))) return
        saved += 1
        await fillArrival(page, group, t)
      }
    }
    await test.step('until nothing more is taken, what is said to be saved is', async () => {
      await fillArrival(page, { men: 2 }, t)
      await saveUntilRefused({ men: 2 })
      await expectFull(page)
    })
    await test.step('what is typed now stays too, and the phone goes on saying so', async () => {
      await page.getByRole(...counterSays(t, 'women', 0)).click()
      await saveUntilRefused({ men: 2, women: 1 })
      await expectFull(page)
      await expect(page.getByRole(...counterSays(t, 'men', 2))).toBeVisible()
      await expect(page.getByRole(...counterSays(t, 'women', 1))).toBeVisible()
    })
    disk.makeRoom()
    // Chromium may find its own files broken after that and begin empty ones, at once or at its next start. Then nothing more
    // is taken, the phone says what is missing, and the second copy has all that was said to be saved.
    if (await isSaved(page)) {
      saved += 1
      await expect(page.getByText(t('new-arrival:phoneFull'))).toBeHidden()
    } else {
      await expectFull(page)
    }

    await phone.kill()
    await phone.open()
    const passphrase = phone.page().getByRole('textbox', { name: t('unlock:label') })
    const lost = phone.page().getByRole('heading', { level: 1, name: t('unlock:gone.lost.title') })
    await untilUp(phone.page())
    await expect(passphrase.or(lost)).toBeVisible({ timeout: 60_000 })
    if (await lost.isVisible()) {
      console.log('The browser began its storage anew; what was saved comes from the second copy')
      await expect(
        phone
          .page()
          .getByText(t(saved === 1 ? 'unlock:rescue.found_one' : 'unlock:rescue.found_other', { count: saved }))
      ).toBeVisible()
      await phone
        .page()
        .getByRole('button', { name: t('unlock:rescue.handOver') })
        .click()
    } else {
      await unlock(phone.page())
      await expect(figure(phone.page(), t('today:soFar.groups'))).toHaveText(new RegExp(`^${saved}`))
      await sendNow(phone.page(), t)
    }
    await expect.poll(() => changesOf(server)).toBe(saved)
  } finally {
    await phone.dispose()
    disk.dispose()
  }
})

test('a full phone says so where something is removed, leaves it in every list, and removes it when there is room', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(/QuotaExceededError/)
  const phone = await joinPhone('worker')
  const page = phone.page()
  const main = page.getByRole('main')
  const browser = await phone.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const allow = (quotaSize?: number) =>
    browser.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) })
  const press = (words: string) => main.getByRole('button', { name: words, exact: true }).first().click()
  const inSheet = (words: string) => page.getByRole('dialog').getByRole('button', { name: words, exact: true })
  const openRecord = async () => {
    await goTo(page, 'people', t)
    await main.getByRole('link', { name: t('common:people.men_other', { count: 2 }) }).click()
  }
  const full = page.getByRole('alert').filter({ hasText: t('common:trouble.phoneFull') })
  const cards = main.getByRole('list', { name: t('handouts:cards.title') }).getByRole('button')
  const code = page.getByLabel(t('handouts:cards.code'))
  const giveCard = async () => {
    await press(t('handouts:cards.give'))
    await code.fill('K7QM 4TXG')
    await inSheet(t('handouts:cards.give')).click()
  }

  await phone.context().setOffline(true)
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 2 }, t)
  await openRecord()
  await giveCard()
  await expect(cards).toHaveCount(1)

  await test.step('nothing more is taken: the browser goes by what it last counted for half a minute', async () => {
    await allow(1)
    await goTo(page, 'today', t)
    const again = main.getByRole('button', { name: new RegExp(`^${t('codes:tally.rough')}`) })
    await expect(async () => {
      await again.first().click()
      await expect(page.getByText(t('today:again.phoneFull'))).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 120_000 })
  })

  await test.step('a card is not given, and its code stays; none is taken off', async () => {
    await openRecord()
    await giveCard()
    await expect(full).toBeVisible()
    await expect(code).toHaveValue('K7QM 4TXG')
    await inSheet(t('ui:close')).click()
    await cards.click()
    await inSheet(t('handouts:cards.notTheirs')).click()
    await expect(full).toBeVisible()
    await inSheet(t('ui:close')).click()
    await expect(cards).not.toContainText(t('handouts:cards.notTheirs'))
  })

  await test.step('the people are not removed: not from the screen, the list or the totals', async () => {
    await press(t('record:remove'))
    await expect(full).toBeVisible()
    await expect(main.getByText(t('record:removed'))).toHaveCount(0)
    await openRecord()
    await goTo(page, 'today', t)
    await expect(figure(page, t('today:soFar.groups'))).toHaveText(/^1/)
  })

  await test.step('with room again they are', async () => {
    await allow()
    await openRecord()
    await cards.click()
    await inSheet(t('handouts:cards.notTheirs')).click()
    await expect(inSheet(t('record:putBack'))).toBeVisible()
    await inSheet(t('ui:close')).click()
    await press(t('record:remove'))
    await expect(main.getByText(t('record:removed'))).toBeVisible()
  })
})

const expectFull = (page: Page) =>
  expect(page.getByRole('alert').filter({ hasText: t('new-arrival:phoneFull') })).toBeVisible()

/** Taps Save. A form that was saved is empty. */
const isSaved = async (page: Page): Promise<boolean> => {
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  return page
    .getByRole(...counterSays(t, 'men', 0))
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false
    )
}
