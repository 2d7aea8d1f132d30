// July 2018 in Belgrade as it was published: the lead's review of the month prints those totals, and nothing else.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { REFERRAL_FORM_COLUMNS } from '#domain/exports/referral-forms.ts'
import { toCsv } from '#domain/exports/sheet.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { figure, goTo, speak } from '#tests/e2e/world/acts.ts'
import { turnTo } from '#tests/e2e/world/calendar.ts'
import { createLook } from '#tests/e2e/world/look.ts'
import { LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')
const { PICTURES } = process.env

const PUBLISHED = [
  ['review:tiles.newArrivals', '1,541'],
  ['form:men', '1,034'],
  ['form:boys', '313'],
  ['form:women', '125'],
  ['form:girls', '69'],
  ['review:tiles.childrenAlone', '252']
] as const

const PUBLISHED_TABLES: readonly (readonly [
  'report:who' | 'shift:children' | 'review:cuts.route' | 'review:cuts.country',
  readonly (readonly [string, string])[]
])[] = [
  [
    'report:who',
    [
      ['Men', '1,034'],
      ['Boys', '313'],
      ['Women', '125'],
      ['Girls', '69'],
      ['All', '1,541']
    ]
  ],
  ['shift:children', [['Children alone', '252']]],
  [
    'review:cuts.route',
    [
      ['North Macedonia', '873'],
      ['By plane', '349'],
      ['Bulgaria', '270'],
      ['Did not say', '41'],
      ['Albania', '5'],
      ['Bosnia and Herzegovina', '3'],
      ['All', '1,541']
    ]
  ],
  [
    'review:cuts.country',
    [
      ['Bangladesh', '61'],
      ['India', '23'],
      ['Somalia', '16'],
      ['Sri Lanka', '6'],
      ['All', '1,541']
    ]
  ]
]

test('the lead reads the published totals of July 2018, also when the month was seeded twice @lead', async ({
  server,
  joinPhone
}) => {
  await server.command('seed', '--month', '2018-07')
  const once = await server.command('devices')
  await server.command('seed', '--month', '2018-07')
  expect(changesOf(await server.command('devices'))).toEqual(changesOf(once))
  expect(changesOf(once)).not.toEqual([])

  const page = (await joinPhone('lead', LAPTOP_SIZE)).page()
  await goTo(page, 'review', t)
  await turnTo(page, '2018-07')
  await page.getByRole('button', { name: t('review:period.whole') }).click()
  await expect(page.getByText('1,541 people newly arrived')).toHaveText(
    '1,541 people newly arrived: 1,034 men, 313 boys, 125 women, 69 girls; 252 children alone.'
  )
  for (const [label, total] of PUBLISHED) {
    await expect(figure(page, t(label)).getByText(total, { exact: true })).toBeVisible()
  }

  await test.step('and how many babies there are among them, in a chart that nothing is cut off of', async () => {
    const amongIn = (words: typeof t) => page.getByRole('list', { name: words('report:amongThem'), exact: true })
    await expect(amongIn(t).getByRole('listitem').first()).toHaveText(new RegExp(`^${t('form:babies')}\\d+$`))
    for (const language of ['en', 'ar'] as const) {
      const found: string[] = []
      if (language === 'ar') await speak(page, 'en', 'ar')
      for (const size of [PHONE_SIZE, LAPTOP_SIZE]) {
        await page.setViewportSize(size)
        await amongIn(wordsOf(language)).evaluate((list) => list.scrollIntoView({ block: 'center' }))
        const views = [{ light: 'day', text: 100, width: size.width }] as const
        await createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })(page, 'review-among-them')
      }
      // With eight areas, what came where is wider than a phone: those tables scroll in a frame of their own.
      const byZone = wordsOf(language)('review:cuts.zone')
      expect(found.filter((flaw) => !flaw.includes(` · ${byZone} · `))).toEqual([])
    }
    await speak(page, 'ar', 'en')
    await page.setViewportSize(LAPTOP_SIZE)
  })

  await test.step('the report of the month has them too, in English and in both scripts of Serbian', async () => {
    await page.getByRole('link', { name: t('report:title'), exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Report · July 2018' })).toBeVisible()
    for (const [name, rows] of PUBLISHED_TABLES)
      expect(await rowsOf(page, name)).toEqual(expect.arrayContaining(rows.map((row) => [...row])))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
    await page.getByRole('button', { name: t('services:copyMessage') }).click()
    await expect(page.getByRole('button', { name: t('common:said.copied') })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^Report · July 2018\s+1,541 people newly arrived: 1,034 men, 313 boys, 125 women, 69 girls; 252 children alone\./
    )
    await page.getByRole('button', { name: 'Srpski', exact: true }).click()
    await expect(page.getByText('1.541 novopristigla osoba: 1.034 muškarca')).toBeVisible()
    await page.getByRole('button', { name: 'Српски', exact: true }).click()
    await expect(page.getByText('1.541 новопристигла особа: 1.034 мушкарца')).toBeVisible()
    await page.getByRole('link', { name: t('common:actions.back') }).click()
  })

  await test.step('what is to be checked is gone through with the keyboard alone', async () => {
    await page.locator('summary', { hasText: /^[\d,]+ wait for help/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('report:check.keys'))).toBeVisible()
    await expect(page.locator('details[open] a').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const opened = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(opened).toMatch(/^\/records\//)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: t('record:answers') })).toBeVisible()
    await page.goBack()
    await expect(page.locator(`a[href="${opened}"]:focus`)).toBeVisible()
  })

  await test.step('sixty of them, each opened and come back from, with the arrow keys and Enter', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
    const seen = new Set([await focused()])
    const began = Date.now()
    while (seen.size < 60) {
      await page.keyboard.press('ArrowDown')
      await expect.poll(async () => seen.has(await focused())).toBe(false)
      const next = await focused()
      expect(next).toMatch(/^\/records\//)
      seen.add(next)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: t('record:answers') })).toBeVisible()
      await page.goBack()
      await expect(page.locator(`a[href="${next}"]:focus`)).toBeVisible()
    }
    console.log(
      `Sixty records with the keyboard alone: ${Math.round((Date.now() - began) / 1000)} s beside reading them`
    )
  })

  await test.step('saves the month as Excel for others', async () => {
    await page.getByRole('link', { name: t('export:title') }).click()
    await page.getByRole('button', { name: t('export:detail.week'), exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('export:save') }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('susret-arrivals-2018-07-01-2018-07-31.xlsx')
    const sheets = unzipSync(readFileSync(await file.path()))
    expect(Object.keys(sheets)).toContain('xl/sheet2.xml')
    expect(strFromU8(sheets['xl/sheet1.xml'] ?? new Uint8Array())).toContain('2018-07-02')
  })

  await test.step('and what people need, without the needs that are told in confidence, and is told how it can be', async () => {
    await page.getByRole('button', { name: t('review:cuts.needs'), exact: true }).click()
    const refusal = page.getByRole('status').filter({ hasText: t('export:refused') })
    await refusal.getByRole('button', { name: t('export:detail.period'), exact: true }).click()
    await page.getByRole('button', { name: t('export:format.csv'), exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('export:save') }).click()
    const file = await saved
    const name = 'susret-needs-2018-07-01-2018-07-31'
    expect(file.suggestedFilename()).toBe(`${name}.zip`)
    const parts = unzipSync(readFileSync(await file.path()))
    const [needs, codes] = [`${name}.csv`, `${name}-codes.csv`].map((part) =>
      strFromU8(parts[part] ?? new Uint8Array())
    )
    expect(needs).toContain(t('codes:needs.medical'))
    expect(codes).toContain(`medical,${t('codes:needs.medical')}`)
    expect(`${needs}${codes}`).not.toMatch(/gbv_support|tip_support|safe_shelter/)
  })

  await test.step('and the referrals, of which that month has none: headings, and no row', async () => {
    const nrc = t('export:file.forms', { name: t('review:cuts.referrals') })
    const save = async (file: string) => {
      await page.getByRole('button', { name: file, exact: true }).click()
      await expect(page.getByRole('button', { name: t('export:detail.week') })).toHaveCount(0)
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: t('export:save') }).click()
      const saving = await saved
      return { name: saving.suggestedFilename(), bytes: readFileSync(await saving.path()) }
    }
    const steps = await save(t('review:cuts.referrals'))
    const [table = new Uint8Array()] = Object.values(unzipSync(steps.bytes))
    expect(strFromU8(table).trim().split('\r\n')).toHaveLength(1)
    const forms = await save(nrc)
    expect(forms.name).toBe('susret-forms-2018-07-01-2018-07-31.zip')
    const [sheet, codes] = Object.values(unzipSync(forms.bytes)).map((part) => Buffer.from(part).toString('utf8'))
    expect(sheet).toBe(toCsv([REFERRAL_FORM_COLUMNS.map(({ heading }) => heading)]))
    expect(codes).toContain('Priority,Emergency,Now (24 hours)')
    // NRC reads English; what its words mean is told in the language chosen.
    await page
      .getByRole('group', { name: t('export:languageOfCodes') })
      .getByRole('button', { name: 'Français' })
      .click()
    const [same, inFrench] = Object.values(unzipSync((await save(nrc)).bytes)).map((part) =>
      Buffer.from(part).toString('utf8')
    )
    expect(same).toBe(sheet)
    expect(inFrench).toContain('Consent to release information,No,Non')
  })

  await test.step('and only months that have settled, each named where it is saved', async () => {
    const months = page.getByRole('group', { name: t('report:span.month'), exact: true })
    await expect(months.getByRole('button', { name: 'July 2018', pressed: true })).toBeVisible()
    await expect(page.getByText(`${t('review:period.whole')}: July 2018`)).toBeVisible()
    await expect(page.getByRole('button', { name: t('review:period.today'), exact: true })).toHaveCount(0)
    // It was brought long after: whoever has a file of it from before is not to have this one too.
    await page.getByRole('button', { name: t('review:tiles.newArrivals'), exact: true }).click()
    const late = page.getByText(t('export:late', { day: '' }).slice(-30))
    await expect(late).toBeVisible()
    await months.getByRole('button').first().click()
    await expect(late).toHaveCount(0)
    const newest = (await months.getByRole('button', { pressed: true }).textContent()) ?? ''
    await expect(page.getByText(`${t('review:period.whole')}: ${newest}`)).toBeVisible()
    await expect(months.getByRole('button', { name: t('review:period.monthAfter') })).toBeDisabled()
    // Of the days of today nothing is saved: that is said, and the newest month that may be is there at once.
    await page.getByRole('link', { name: t('common:actions.back') }).click()
    await page.getByRole('button', { name: t('review:period.today'), exact: true }).click()
    await page.getByRole('link', { name: t('export:title') }).click()
    const notYet = page.getByRole('status').filter({ hasText: t('export:notYet', { day: '' }).slice(-30) })
    await expect(notYet).toBeVisible()
    await expect(months.getByRole('button', { name: newest, pressed: true })).toBeVisible()
    await expect(page.getByRole('button', { name: t('export:save') })).toBeVisible()
    await page.getByRole('link', { name: t('common:actions.back') }).click()
  })

  await test.step('a day before it has nobody', async () => {
    await turnTo(page, '2018-06')
    await page.getByRole('button', { name: 'Saturday, 30 June 2018' }).click()
    await expect(page.getByText(t('review:sentence.nobody'))).toBeVisible()
    await expect(figure(page, t('review:tiles.newArrivals')).getByText('0', { exact: true })).toBeVisible()
  })
})

/** Name and number of each row. */
const rowsOf = async (page: Page, table: (typeof PUBLISHED_TABLES)[number][0]): Promise<string[][]> => {
  const rows = page.getByRole('region', { name: t(table), exact: true }).getByRole('row')
  return (await rows.allInnerTexts()).map((row) =>
    row
      .split(/\t/)
      .slice(0, 2)
      .map((cell) => cell.trim())
  )
}

/** How many changes the server holds of each phone. */
const changesOf = (devices: string): string[] =>
  devices
    .split('\n')
    .filter((line) => line.startsWith('Phone'))
    .map((line) =>
      line
        .split(/\s{2,}/)
        .slice(4, 6)
        .join(' ')
    )
