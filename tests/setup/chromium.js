// Finds a Chromium for the browser tests, or gets one. Says what it did. Plain JavaScript, like tests/run.js.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, Trouble, projectNode } from '../../src/server/install.js'
import { findOnPath, installFromDebian } from './machine.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium that starts. Throws Trouble when none can be had. */
export const setUpChromium = () => {
  const given = process.env.CHROMIUM
  if (given) {
    if (!starts(given)) throw new Trouble(`CHROMIUM says ${given}, which does not start.`)
    return found(given, 'as CHROMIUM says')
  }
  const onPath = NAMES.map(findOnPath).find((path) => path !== undefined && starts(path))
  if (onPath) return found(onPath, 'on the PATH')
  const byPlaywright = ownByPlaywright()
  if (byPlaywright) return found(byPlaywright, 'as Playwright keeps it')
  return install()
}

const install = () => {
  console.log('Chromium: none here; asking Playwright for its own (playwright install chromium) …')
  playwright('install', 'chromium')
  const downloaded = ownByPlaywright()
  if (downloaded) return found(downloaded, 'downloaded by Playwright')
  console.log('Chromium: that did not work.')
  installFromDebian('chromium')
  const installed = NAMES.map(findOnPath).find((path) => path !== undefined && starts(path))
  if (installed) return found(installed, 'installed from Debian')
  throw new Trouble(
    'The browser tests need Chromium, and none could be had. Install Chromium or Chrome, or say where one is: CHROMIUM=/path/to/chromium npm test'
  )
}

/** The Chromium that Playwright keeps for itself, when it has one that starts. */
const ownByPlaywright = () => {
  const script = "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())"
  const { stdout } = spawnSync(projectNode(), ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' })
  return stdout && existsSync(stdout) && starts(stdout) ? stdout : undefined
}

const playwright = (...args) =>
  spawnSync(projectNode(), [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 10 * 60_000
  })

const starts = (path) => spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0

const found = (path, how) => {
  console.log(`Chromium: ${path}, ${how}.`)
  return path
}
