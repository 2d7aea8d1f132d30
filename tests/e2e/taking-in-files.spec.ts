// What another directory has, taken in by a lead: all of a file and not only its first entry; the screen answers while thousands are
// looked at; what is too much is said before anything is done; and from another server, after every change was seen.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { createLook, WIDTHS } from '#tests/e2e/world/look.ts'
import { createTestPhone, LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const en = wordsOf('en')
const { PICTURES } = process.env
const VIEWS = [WIDTHS.phone, WIDTHS.laptop].map((width) => ({ light: 'day', text: 100, width }) as const)

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

test('all of a file is taken in, and reaches another phone @lead', async ({ joinPhone }) => {
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

test('what cannot be taken in is left out where that is asked for, and what the team wrote meanwhile is not written over @lead', async ({
  joinPhone
}) => {
  const [lead, other] = [(await joinPhone('lead', LAPTOP_SIZE)).page(), (await joinPhone('lead', LAPTOP_SIZE)).page()]
  const organization = { id: idOf(0), name: 'Helpers of the river', description: 'They help' }
  const service = (number: number, more: object) => ({ id: idOf(number), status: 'active', organization, ...more })
  const chooseOf = (page: Page, ...contents: object[]) =>
    page.locator('main input[type=file]').setInputFiles({
      name: 'others.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ contents }))
    })
  await openDirectory(lead)
  await chooseOf(
    lead,
    service(1, { name: 'Soup kitchen', languages: [{ id: idOf(9), code: 'de' }] }),
    service(2, { name: 'Tailor at the river', phones: [{ id: idOf(8), number: 'ask Mina' }] })
  )
  await expect(lead.getByText(en('directory:refused.phone'))).toBeVisible()
  await expect(lead.getByRole('button', { name: en('directory:import.takeIn') })).toHaveCount(0)
  await lead
    .getByText(en('directory:import.new', { number: '2' }))
    .last()
    .click()
  await expect(lead.getByText(`de · ${en('directory:refused.unknown')}`)).toBeVisible()
  const rest = lead.getByRole('button', { name: `${en('directory:import.takeOthers')} (2)` })

  await openDirectory(other)
  await chooseOf(other, service(1, { name: 'Soup kitchen, second floor' }))
  await other.getByRole('button', { name: en('directory:import.takeIn') }).click()
  await expect(other.getByText(en('common:said.saved'), { exact: true })).toBeVisible()
  await sendNow(other, en)
  await lead.evaluate(() => dispatchEvent(new Event('online')))
  await expect(lead.getByText('Soup kitchen, second floor').first()).toBeVisible()
  await rest.click()
  await expect(lead.getByText(en('words:teamFirst'))).toBeVisible()
  await lead.getByRole('button', { name: `${en('directory:import.takeOthers')} (1)` }).click()
  await expect(lead.getByText(en('common:said.saved'), { exact: true })).toBeVisible()
  await expect(lead.getByText('Soup kitchen', { exact: true }).first()).toBeVisible()
  await expect(lead.getByText('Tailor at the river')).toHaveCount(0)
})

test('while thousands are looked at the screen says how far it is, and more than a phone can carry is refused @lead', async ({
  joinPhone
}) => {
  const page = (await joinPhone('lead')).page()
  await openDirectory(page)
  await choose(page, 100_000)
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
  // All of them can be seen before they are taken in.
  const more = (left: string) => page.getByRole('button', { name: en('people:showMore', { next: '200', left }) })
  await page.locator('summary', { hasText: en('directory:import.new', { number: '10,000' }) }).click()
  await more('9,800').click()
  await expect(more('9,600')).toBeVisible()
})

test('what another server has is seen before it is taken in, and said when it does not answer @lead', async ({
  complaints
}) => {
  test.setTimeout(600_000)
  const other = await createTestServer({ SUSRET_HSDS: 'demo' })
  await other.start()
  const feed = `${other.url}/hsds`
  const large = await createLargeFeed(1_001)
  const own = await createTestServer({ SUSRET_FEEDS: `${feed} ${large.url}` })
  await own.start()
  const theirs = await createTestPhone(other.url, complaints, { size: LAPTOP_SIZE })
  const ours = await createTestPhone(own.url, complaints, { size: PHONE_SIZE })
  try {
    await theirs.open()
    await joinTeam(theirs.page(), await other.invite('lead'))
    await openDirectory(theirs.page())
    await choose(theirs.page(), 2)
    await theirs
      .page()
      .getByRole('button', { name: en('directory:import.takeIn') })
      .click()
    await expect(theirs.page().getByText(en('common:said.saved'), { exact: true })).toBeVisible()
    await sendNow(theirs.page(), en)

    await ours.open()
    const page = ours.page()
    await joinTeam(page, await own.invite('lead'))
    // What its own team has is there before it is compared.
    await sendNow(page, en)
    await openDirectory(page)
    const fromIn = (t: typeof en, from = feed) =>
      page.getByRole('button', { name: t('directory:import.from', { name: from.replace('http://', '') }) })
    const from = fromIn(en)
    const found: string[] = []
    const see = async (name: string, inSight: (t: typeof en) => Locator) => {
      for (const language of ['en', 'ar'] as const) {
        if (language === 'ar') await speak(page, 'en', 'ar')
        await inSight(wordsOf(language)).scrollIntoViewIfNeeded()
        await createLook({ language, views: VIEWS, found, ...(PICTURES && { pictures: PICTURES }) })(page, name)
      }
      await speak(page, 'ar', 'en')
    }
    await see('feed-offered', (t) => fromIn(t))

    // Each would have to be asked for its organisation; a feed is not split as a file is.
    await fromIn(en, large.url).click()
    await expect(page.getByRole('alert')).toHaveText(en('directory:import.tooManyThere', { number: '1,000' }))
    await see('feed-too-many', () => page.getByRole('alert'))
    expect(large.asked()).toBe(1)

    large.becomeSomethingElse()
    await fromIn(en, large.url).click()
    await expect(page.getByRole('alert')).toHaveText(
      `${large.url.replace('http://', '')}${en('directory:refused.value')}`
    )

    await theirs.dispose()
    await other.kill()
    await from.click()
    await expect(page.getByText(en('directory:import.silent'))).toBeVisible()
    await see('feed-silent', (t) => page.getByText(t('directory:import.silent')))

    await other.start()
    await from.click()
    // An organisation and its two services; all the rest both have from the start.
    await expect(page.getByText(en('directory:import.new', { number: '3' })).last()).toBeVisible()
    await expect(page.getByText(/^Changed/)).toHaveCount(0)
    await see('feed-read', (t) => page.getByRole('button', { name: t('directory:import.takeIn') }))
    await page.getByRole('button', { name: en('directory:import.takeIn') }).click()
    await expect(page.getByText(en('common:said.saved'), { exact: true })).toBeVisible()
    await from.click()
    await expect(page.getByText(/^As before/).last()).toBeVisible()
    await expect(page.getByRole('button', { name: en('directory:import.takeIn') })).toHaveCount(0)
    expect(found).toEqual([])
  } finally {
    await Promise.all([theirs.dispose(), ours.dispose(), own.dispose(), other.dispose()])
    large.end()
  }
})

/** Of another maker: services in one page, each with its organisation by id alone. `asked`: how often. */
const createLargeFeed = async (services: number) => {
  let asked = 0
  let isSomethingElse = false
  const contents = Array.from({ length: services }, (_, at) => ({
    id: idOf(at),
    name: `Service ${at}`,
    organization_id: idOf(1)
  }))
  const server = createServer((_, response) => {
    asked += 1
    if (isSomethingElse) return void response.end('<h1>Welcome</h1>')
    response.end(JSON.stringify({ contents, last_page: true, total_items: services }))
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hsds`,
    asked: () => asked,
    becomeSomethingElse: () => void (isSomethingElse = true),
    end: () => void server.close()
  }
}
