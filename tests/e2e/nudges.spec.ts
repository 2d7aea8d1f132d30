// A lead is told that somebody needs help while the phone is locked: in words that name nobody, in the language of the screen, by a real
// server that calls a push service. Chromium reaches no push service here, so the last hop alone is stood in for: what the service
// takes is handed to the real service worker.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, logArrival, sendNow, speak, unlock } from '#tests/e2e/world/acts.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'
import { createPushService } from '#tests/server/push-service.ts'

const { PICTURES } = process.env
const t = wordsOf('en')
const arabic = wordsOf('ar')

const main = (page: Page) => page.getByRole('main')
const tellMe = (page: Page, words = t) =>
  main(page).getByRole('button', { name: words('reminders:urgent.on'), exact: true })
const shows = (page: Page, words: string) => expect(main(page).getByText(words, { exact: true }).first()).toBeVisible()

test('a locked phone says in Arabic that somebody needs its lead, and a tap leads past the lock to the board @lead', async ({
  complaints
}) => {
  test.setTimeout(300_000)
  const service = await createPushService()
  const server = await createTestServer({ SUSRET_PUSH_SERVICES: service.origin })
  await server.start()
  const [worker, lead] = [await createTestPhone(server.url, complaints), await createTestPhone(server.url, complaints)]
  await Promise.all([worker.open(), lead.open()])
  const [mina, omar] = [worker.page(), lead.page()]
  try {
    await subscribeAt(omar, service.address())
    await joinTeam(mina, await server.invite('worker'))
    await joinTeam(omar, await server.invite('lead'))

    await test.step('the lead turns it on; a worker is not offered it', async () => {
      await lead.context().grantPermissions(['notifications'])
      await goTo(omar, 'onThisPhone', t)
      await tellMe(omar).click()
      await expect(tellMe(omar)).toHaveAttribute('aria-pressed', 'true')
      await goTo(mina, 'onThisPhone', t)
      await shows(mina, t('reminders:on'))
      await expect(tellMe(mina)).toHaveCount(0)
    })

    await test.step('it is there in both directions and widths', async () => {
      const found: string[] = []
      const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
      const lookIn = (language: 'en' | 'ar') =>
        createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })
      await tellMe(omar).scrollIntoViewIfNeeded()
      await lookIn('en')(omar, 'nudges')
      await speak(omar, 'en', 'ar')
      await tellMe(omar, arabic).scrollIntoViewIfNeeded()
      await lookIn('ar')(omar, 'nudges')
      expect(found).toEqual([])
    })

    await test.step('a calm arrival calls nobody; a child alone calls the lead, with nothing in it', async () => {
      await omar.getByRole('button', { name: arabic('common:actions.hide'), exact: true }).click()
      await expect(omar.getByRole('textbox', { name: arabic('unlock:label') })).toBeVisible()
      await goTo(mina, 'newArrival', t)
      await logArrival(mina, { men: 2 }, t)
      await sendNow(mina, t)
      await goTo(mina, 'newArrival', t)
      await logArrival(mina, { girls: 1, alone: 'yes' }, t)
      await sendNow(mina, t)
      await expect.poll(() => service.pushed.length, { timeout: 30_000 }).toBe(1)
      expect(service.pushed[0]).toMatchObject({ path: '/push/a-browser', body: '', claims: { aud: service.origin } })
      expect(await omar.evaluate(() => document.documentElement.dataset['pushKey'])).toBe(service.pushed[0]?.key)
    })

    await test.step('locked, the phone says so in Arabic, once, and nothing more', async () => {
      const said = {
        title: arabic('common:app'),
        body: arabic('reminders:urgent.says'),
        lang: 'ar',
        dir: 'rtl',
        data: null,
        tag: 'susret-nudge'
      }
      const nudged = async () => {
        // A second one takes the place of the first.
        await deliver(omar, server.url)
        await deliver(omar, server.url)
        return shownOn(omar)
      }
      await expect.poll(nudged).toEqual([said])
      await expect(omar.getByRole('textbox', { name: arabic('unlock:label') })).toBeVisible()
    })

    await test.step('a tap leads to the board, once the phone is open', async () => {
      // An event made here may not be waited for nor bring a window forward: the browser says so, and all else goes on.
      complaints.expect(/waitUntil|Not allowed to focus a window/)
      await deliver(omar, server.url)
      await tapNotification(omar)
      await expect.poll(() => new URL(omar.url()).pathname).toBe('/board')
      await expect(omar.getByRole('textbox', { name: arabic('unlock:label') })).toBeVisible()
      await unlock(omar, 'ar')
      await expect(omar.getByRole('heading', { level: 1, name: arabic('board:title') })).toBeVisible()
    })

    await test.step('the board has who it was about', async () => {
      await shows(omar, arabic('act:alerts.child_alone'))
    })

    await test.step('turned off, the server forgets where the phone is', async () => {
      await omar.getByRole('banner').locator('a[href="/phone"]').click()
      await tellMe(omar, arabic).click()
      await expect(tellMe(omar, arabic)).toHaveAttribute('aria-pressed', 'false')
      await expect.poll(() => omar.evaluate(() => document.documentElement.dataset['pushEnded'])).toBe('yes')
    })
  } finally {
    await Promise.all([worker.dispose(), lead.dispose()])
    await server.dispose()
    await service.close()
  }
})

test('a lead whose browser cannot, may not or finds nobody is told so, and shown the board', async ({
  server,
  openPhone
}) => {
  test.setTimeout(180_000)
  const phone = await openPhone()
  const page = phone.page()
  await failToSubscribe(page)
  await joinTeam(page, await server.invite('lead'))
  await goTo(page, 'onThisPhone', t)

  await test.step('the browser says no', async () => {
    await tellMe(page).click()
    await shows(page, t('reminders:refused'))
    await expect(tellMe(page)).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('no signal', async () => {
    await phone.context().grantPermissions(['notifications'])
    await phone.context().setOffline(true)
    await tellMe(page).click()
    await shows(page, t('reminders:urgent.noSignal'))
    await phone.context().setOffline(false)
  })

  await test.step('no push service behind the browser', async () => {
    await tellMe(page).click()
    await shows(page, t('reminders:urgent.unable'))
    await expect(tellMe(page)).toHaveAttribute('aria-pressed', 'false')
    const found: string[] = []
    const views = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)
    const look = createLook({ language: 'en', views, found, ...(PICTURES && { pictures: PICTURES }) })
    await look(page, 'nudges-unable')
    expect(found).toEqual([])
  })

  await test.step('being reminded is apart from it', async () => {
    const remindMe = main(page).getByRole('button', { name: t('reminders:on'), exact: true })
    await remindMe.click()
    await expect(remindMe).toHaveAttribute('aria-pressed', 'true')
    await expect(tellMe(page)).toHaveAttribute('aria-pressed', 'false')
    await remindMe.click()
    await expect(remindMe).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('the board is a tap away', async () => {
    await main(page)
      .getByRole('link', { name: t('board:title'), exact: true })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: t('board:title') })).toBeVisible()
  })

  await test.step('a browser without push', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PushManager'))
    await page.goto(phone.url('/phone'))
    await unlock(page)
    await shows(page, t('reminders:urgent.unable'))
    await expect(tellMe(page)).toHaveCount(0)
  })
})

/** Stands in for the browser's push service, which answers every subscription with an address. */
const subscribeAt = (page: Page, endpoint: string) =>
  page.addInitScript((address) => {
    if (!('PushManager' in globalThis)) return
    let made: object | null = null
    Object.assign(PushManager.prototype, {
      getSubscription: async () => made,
      subscribe: async (options: { applicationServerKey: Uint8Array<ArrayBuffer> }) => {
        const key = options.applicationServerKey
        const { dataset } = document.documentElement
        dataset['pushKey'] = btoa(String.fromCharCode(...key))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '')
        made = {
          endpoint: address,
          options: { ...options, applicationServerKey: key.slice().buffer },
          unsubscribe: async () => {
            made = null
            dataset['pushEnded'] = 'yes'
            return true
          }
        }
        return made
      }
    })
  }, endpoint)

/** As Chromium fails where no push service answers. */
const failToSubscribe = (page: Page) =>
  page.addInitScript(() => {
    if (!('PushManager' in globalThis)) return
    PushManager.prototype.subscribe = () =>
      Promise.reject(new DOMException('Registration failed - push service not available', 'AbortError'))
  })

/** What the browser does when its push service has something for this app. A worker that rests is woken while the session lasts. */
const deliver = async (page: Page, origin: string) => {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations
      if (registration) resolve(registration.registrationId)
    })
  )
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  await session.send('ServiceWorker.deliverPushMessage', { origin: `${origin}/`, registrationId, data: '' })
  // Whoever looks before Chromium has drawn a notification makes it forget that one; some seconds later it puts it away itself.
  await page.waitForTimeout(1_000)
}

const shownOn = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title, body, lang, dir, data, tag }) => ({
      title,
      body,
      lang,
      dir,
      data: data as unknown,
      tag
    }))
  })

const tapNotification = async (page: Page) => {
  const [worker] = page.context().serviceWorkers()
  if (worker === undefined) throw new Error('No service worker')
  await worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
    const [notification] = await registration.getNotifications()
    const { NotificationEvent } = globalThis as unknown as {
      NotificationEvent: new (type: string, init: object) => Event
    }
    globalThis.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
  })
}
