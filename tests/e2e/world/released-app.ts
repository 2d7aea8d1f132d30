// Browser tests whose server is given one version of the app after another.
import type { Page } from '@playwright/test'
import { expect, test as base } from '#tests/e2e/fixtures.ts'
import { type AppBuilds, type AppServer, createAppBuilds, createAppServer } from '#tests/e2e/world/app-builds.ts'

export const test = base.extend<{ readonly server: AppServer }, { readonly builds: AppBuilds }>({
  builds: [
    async ({}, provide) => {
      const builds = await createAppBuilds()
      await provide(builds)
      await builds.dispose()
    },
    { scope: 'worker' }
  ],
  server: async ({ builds }, provide) => {
    const server = await createAppServer(await builds.folderOf('first'))
    await provide(server)
    await server.dispose()
  }
})

/** Looks for a new version, as the browser does by itself once a day, and waits until it is whole on the phone. */
export const fetchUpdate = async (page: Page): Promise<void> => {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect.poll(() => page.evaluate(isWaiting), { timeout: 60_000 }).toBe(true)
}

export const expectNoneWaiting = (page: Page) => expect.poll(() => page.evaluate(isWaiting)).toBe(false)

export const expectBuild = (page: Page, name: string) =>
  expect(page.locator('html')).toHaveAttribute('data-build', name, { timeout: 60_000 })

/** How often the page begins anew from here on. */
export const countStarts = (page: Page): (() => number) => {
  let starts = 0
  page.on('domcontentloaded', () => (starts += 1))
  return () => starts
}

const isWaiting = async () => {
  const registration = await navigator.serviceWorker.getRegistration()
  return registration?.waiting !== null && registration?.waiting !== undefined
}

/** Takes every file whose name begins so out of the phone's caches; how many there were. */
export const loseFiles = (page: Page, beginning: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    let lost = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        if (request.url.includes(`/assets/${wanted}`) && (await cache.delete(request))) lost += 1
      }
    }
    return lost
  }, beginning)
