// A phone in a person's hand: a real Chromium with a profile that outlives being killed, and the few things a person does.
import { cp, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS } from '#tests/e2e/world/chromium-flags.ts'
import type { Complaints } from '#tests/e2e/complaints.ts'

export const PHONE_SIZE = { width: 360, height: 640 }
export const LAPTOP_SIZE = { width: 1280, height: 800 }

export type Size = typeof PHONE_SIZE

/** `isOffline`: without signal before the first byte is asked for. */
export type Opening = { path?: string; isOffline?: boolean }

export type TestPhone = {
  readonly page: () => Page
  readonly context: () => BrowserContext
  readonly profile: string
  /** Where the app is. */
  readonly url: (path: string) => string
  readonly open: (how?: Opening) => Promise<void>
  /** SIGKILL of the whole browser, in the middle of whatever it does. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
  /** A picture of the screen in a file, if there is a screen. */
  readonly screenshot: (path: string) => Promise<void>
  readonly dispose: () => Promise<void>
}

type TestPhoneParts = {
  size?: Size | undefined
  disk?: string
  /** A folder with `fonts` in it, which the phone brought from its maker. */
  own?: string
  /** The profile of a phone that was closed, to go on from a copy of. */
  from?: string | undefined
}

export const createTestPhone = async (
  url: string,
  complaints: Complaints,
  { size = PHONE_SIZE, disk = tmpdir(), own, from }: TestPhoneParts = {}
): Promise<TestPhone> => {
  const profile = await mkdtemp(join(disk, 'susret-phone-'))
  if (from !== undefined) await cp(from, profile, { recursive: true })
  let context: BrowserContext | undefined
  let page: Page | undefined

  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The phone is not open')
    return value
  }

  return {
    profile,
    page: () => there(page),
    context: () => there(context),
    url: (path) => new URL(path, url).href,
    open: async ({ path = '/', isOffline = false } = {}) => {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env['CHROMIUM'] ?? 'chromium',
        ...(own !== undefined && { env: { ...process.env, XDG_DATA_HOME: own } }),
        args: [
          ...CHROMIUM_FLAGS,
          // A microphone that beeps, given without asking.
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream'
        ],
        viewport: size,
        locale: 'en-GB',
        colorScheme: 'light',
        hasTouch: size === PHONE_SIZE
      })
      complaints.watch(context)
      page = context.pages()[0] ?? (await context.newPage())
      await context.setOffline(isOffline)
      await page.goto(path.startsWith('/') ? new URL(path, url).href : path)
    },
    kill: async () => {
      // Chromium's own lock names the process that holds the profile: "<host>-<pid>".
      const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1))
      // Playwright starts each browser as the first of a process group of its own.
      process.kill(-pid, 'SIGKILL')
      await waitUntilGone(pid)
      await context?.close().catch(() => undefined)
      context = undefined
      page = undefined
      await rm(join(profile, 'SingletonLock'), { force: true })
    },
    close: async () => {
      await context?.close()
      context = undefined
      page = undefined
    },
    screenshot: async (path) => {
      await page?.screenshot({ path }).catch(() => undefined)
    },
    dispose: async () => {
      await context?.close().catch(() => undefined)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

const waitUntilGone = async (pid: number) => {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((settle) => setTimeout(settle, 20))
  }
}
