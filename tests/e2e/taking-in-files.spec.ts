// A file of another directory, taken in by a lead: all of it and not only its first entry; the screen answers while thousands are
// looked at; and what is too much is said before anything is done.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, sendNow } from '#tests/e2e/world/acts.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const en = wordsOf('en')

/** Each with the one organisation they have in common. */
const fileOf = (services: number) => {
  const organization = { id: idOf(0), name: 'Helpers of the river', description: 'They help' }
  const contents = Array.from({ length: services }, (_, at) => ({
    id: idOf(at + 1),
    name: `Soup kitchen ${at + 1}`,
    status: 'active',
    organization
  }))
  return { name: 'others.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ contents })) }
}

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const openDirectory = async (page: Page) => {
  await goTo(page, 'services', en)
  await page.getByRole('link', { name: en('directory:title') }).click()
  await expect(page.getByRole('heading', { level: 1, name: en('directory:title') })).toBeVisible()
}

const choose = (page: Page, services: number) => page.locator('main input[type=file]').setInputFiles(fileOf(services))

test('all of a file is taken in, and reaches another phone', async ({ joinPhone }) => {
  const lead = (await joinPhone('lead', LAPTOP_SIZE)).page()
  const worker = (await joinPhone('worker')).page()
  await openDirectory(lead)
  await choose(lead, 3)
  await expect(lead.getByText(en('directory:import.new', { number: '4' })).last()).toBeVisible()
  await lead.getByRole('button', { name: en('directory:import.takeIn') }).click()
  await expect(lead.getByText(en('common:said.saved'), { exact: true })).toBeVisible()
  await sendNow(lead, en)
  await sendNow(worker, en)
  await goTo(worker, 'services', en)
  await worker.getByRole('searchbox').fill('Soup kitchen')
  for (const number of [1, 2, 3]) await expect(worker.getByText(`Soup kitchen ${number}`).first()).toBeVisible()
})

test('while thousands are looked at the screen says how far it is, and more than a phone can carry is refused', async ({
  joinPhone
}) => {
  const page = (await joinPhone('lead')).page()
  await openDirectory(page)
  await choose(page, 10_000)
  const tooMany = page.getByText(en('directory:import.tooMany', { number: '10,000' }))
  await expect(tooMany).toBeVisible()
  await expect(page.getByRole('button', { name: en('directory:import.takeIn') })).toHaveCount(0)

  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  // Each line as somebody sees it: at a moment when the screen is drawn.
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(globalThis, { seen })
    const look = () => {
      const [line] = /Read: [\d,]+ of [\d,]+/.exec(document.querySelector('main')?.textContent ?? '') ?? []
      if (line !== undefined) seen.add(line)
      requestAnimationFrame(look)
    }
    look()
  })
  await choose(page, 9_999)
  await expect(page.getByText(en('directory:import.new', { number: '10,000' })).last()).toBeVisible({ timeout: 60_000 })
  await expect(tooMany).toHaveCount(0)
  const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen])
  expect(seen.length).toBeGreaterThan(4)
  expect(seen.every((line) => line.endsWith('of 10,000'))).toBe(true)
})
