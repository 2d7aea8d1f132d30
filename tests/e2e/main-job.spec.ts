// The main job, whole: a worker logs 40 arrivals and 5 referrals without signal and in three languages, the browser is
// killed twice and the server once, and the lead's day says 40 and 5, on another device, in another language.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import {
  counterSays,
  fillArrival,
  figure,
  goTo,
  type Group,
  joinTeam,
  logArrival,
  refer,
  speak,
  unlock
} from '#tests/e2e/world/acts.ts'
import { createTestPhone, LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ar, sr] = [wordsOf('en'), wordsOf('ar'), wordsOf('sr-Latn')]

/** Ten groups, four times over: 40 arrivals of 76 people, 24 of them children alone. */
const GROUPS: readonly Group[] = [
  { men: 1 },
  { men: 1 },
  { men: 2 },
  { boys: 1, alone: 'yes', urgent: 'child_alone' },
  { men: 1, women: 1, girls: 2 },
  { men: 1 },
  { boys: 3, alone: 'yes' },
  { men: 1, urgent: 'sick_or_hurt' },
  { men: 3 },
  { boys: 2, alone: 'yes' }
]
const arrivals = Array.from({ length: 40 }, (_, at) => GROUPS[at % GROUPS.length] as Group)
const sumOf = (kind: 'men' | 'boys' | 'women' | 'girls') => arrivals.reduce((sum, group) => sum + (group[kind] ?? 0), 0)

test('40 arrivals and 5 referrals reach the lead exactly once @main-job', async ({ complaints }) => {
  test.setTimeout(900_000)
  const server = await createTestServer()
  await server.start()
  const worker = await createTestPhone(server.url, complaints)
  const lead = await createTestPhone(server.url, complaints, { size: LAPTOP_SIZE })

  try {
    await worker.open()
    await joinTeam(worker.page(), await server.invite('worker'))
    await lead.open()
    await joinTeam(lead.page(), await server.invite('lead'))
    await speak(lead.page(), 'en', 'ar')

    await test.step('15 arrivals in English without signal, then the browser is killed in the middle of a form', async () => {
      await worker.context().setOffline(true)
      await goTo(worker.page(), 'newArrival', en)
      for (const group of arrivals.slice(0, 15)) await logArrival(worker.page(), group, en)
      await fillArrival(worker.page(), { men: 4, boys: 1 }, en)
      await worker.page().waitForTimeout(500)
      await worker.kill()
    })

    await test.step('a cold start without signal, with the form as it was; 15 arrivals in Arabic', async () => {
      await worker.open({ path: '/new', isOffline: true })
      await unlock(worker.page())
      await expect(worker.page().getByRole(...counterSays(en, 'men', 4))).toBeVisible()
      await expect(worker.page().getByRole(...counterSays(en, 'boys', 1))).toBeVisible()
      await speak(worker.page(), 'en', 'ar')
      await expect(worker.page().getByRole(...counterSays(ar, 'men', 4))).toBeVisible()
      const label = ar('form:men')
      for (let value = 4; value > 0; value -= 1) {
        await worker
          .page()
          .getByRole('button', { name: ar('ui:counter.remove', { label, value }), exact: true })
          .click()
      }
      const boys = ar('form:boys')
      await worker
        .page()
        .getByRole('button', { name: ar('ui:counter.remove', { label: boys, value: 1 }), exact: true })
        .click()
      for (const group of arrivals.slice(15, 30)) await logArrival(worker.page(), group, ar)
    })

    await test.step('two referrals in Arabic, then the browser is killed again', async () => {
      for (const need of ['legal_aid', 'accommodation']) {
        await goTo(worker.page(), 'people', ar)
        await worker.page().getByRole('main').getByRole('link').first().click()
        await worker
          .page()
          .getByRole('link', { name: ar('record:refer'), exact: true })
          .first()
          .click()
        await refer(worker.page(), { need }, ar)
      }
      await worker.kill()
    })

    await test.step('10 arrivals and 3 referrals in Serbian', async () => {
      await worker.open({ isOffline: true })
      const language = await languageAtTheDoor(worker.page())
      await unlock(worker.page(), language)
      await speak(worker.page(), language, 'sr-Latn')
      await goTo(worker.page(), 'newArrival', sr)
      for (const [at, group] of arrivals.slice(30).entries()) {
        await logArrival(worker.page(), group, sr)
        if (at >= 3) continue
        await worker
          .page()
          .getByRole('link', { name: sr('new-arrival:refer'), exact: true })
          .click()
        await refer(worker.page(), { need: 'legal_aid' }, sr)
        await goTo(worker.page(), 'newArrival', sr)
      }
    })

    await test.step('signal returns; the server is killed while the records come in, and starts again', async () => {
      // Page or service worker, whichever is first, hands over; only the page's answer is seen from here.
      const first = worker
        .context()
        .waitForEvent('response', {
          predicate: (response) => response.url().endsWith('/v1/parcels'),
          timeout: 3_000
        })
        .catch(() => undefined)
      await worker.context().setOffline(false)
      await first
      await server.kill()
      await worker.page().waitForTimeout(1_000)
      await server.start()
      await goTo(worker.page(), 'onThisPhone', sr)
      await worker
        .page()
        .getByRole('button', { name: sr('phone:send.now') })
        .click()
      await expect(worker.page().getByText(sr('phone:work.all_sent'))).toBeVisible({ timeout: 180_000 })
    })

    await test.step('the lead sees exactly 40 and 5, in Arabic', async () => {
      const page = lead.page()
      await goTo(page, 'onThisPhone', ar)
      await page.getByRole('button', { name: ar('phone:send.now') }).click()
      await goTo(page, 'review', ar)
      await expect(figure(page, ar('review:tiles.newArrivals'))).toContainText(
        String(sumOf('men') + sumOf('boys') + sumOf('women') + sumOf('girls'))
      )
      await expect(figure(page, ar('review:tiles.newArrivals'))).toContainText('40')
      for (const kind of ['men', 'boys', 'women', 'girls'] as const) {
        await expect(figure(page, ar(`form:${kind}`))).toContainText(String(sumOf(kind)))
      }
      await expect(figure(page, ar('review:tiles.open'))).toContainText('5')
      await page.screenshot({ path: 'test-results/review-ar-laptop.png' })
    })

    await test.step('and the server holds 45 changes of the worker, none missing', async () => {
      expect(await server.command('devices')).toMatch(/worker.*\b45\b/)
    })
  } finally {
    await worker.dispose()
    await lead.dispose()
    await server.dispose()
  }
})

/**
 * The browser writes a chosen language to disk within a minute or so. Killed before, it speaks the one chosen before; records
 * are written at once.
 */
const languageAtTheDoor = async (page: Page): Promise<'ar' | 'en'> => {
  const door = (t: typeof en) => page.getByRole('textbox', { name: t('unlock:label') })
  await door(ar).or(door(en)).waitFor()
  return (await door(ar).isVisible()) ? 'ar' : 'en'
}
