// Playwright: the whole of Susret in real Chromium. `npm run e2e -- --grep @main-job` runs one proof alone.
import { defineConfig, devices } from '@playwright/test'
import { CHROMIUM_FLAGS } from '#tests/e2e/world/chromium-flags.ts'

const { CHROMIUM } = process.env
if (!CHROMIUM) throw new Error('CHROMIUM is not set. Use npm run e2e, which finds a browser first.')

/** Takes hours: only when it is asked for. */
const isMatrix = process.argv.some((word) => word.includes('@matrix'))

export default defineConfig({
  ...(!isMatrix && { grepInvert: /@matrix/ }),
  testDir: 'e2e',
  outputDir: '../test-results',
  reporter: 'list',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // The machine may be busy: these end a test that hangs, they measure nothing.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          executablePath: CHROMIUM,
          args: [...CHROMIUM_FLAGS, '--disable-component-update', '--disable-sync']
        }
      }
    }
  ]
})
