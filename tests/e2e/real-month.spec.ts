// July 2018 in Belgrade as it was published: the lead's review of the month prints those totals, and nothing else.
import { expect, test } from '#tests/e2e/fixtures.ts'
import { figure, goTo } from '#tests/e2e/world/acts.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

const PUBLISHED = [
  ['review:tiles.newArrivals', '1,541'],
  ['form:men', '1,034'],
  ['form:boys', '313'],
  ['form:women', '125'],
  ['form:girls', '69'],
  ['review:tiles.childrenAlone', '252']
] as const

test('the lead reads the published totals of July 2018, also when the month was seeded twice', async ({
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
  await page.getByLabel(t('review:period.month')).fill('2018-07')
  await expect(page.getByText('1,541 people newly arrived')).toHaveText(
    '1,541 people newly arrived: 1,034 men, 313 boys, 125 women, 69 girls; 252 children alone.'
  )
  for (const [label, total] of PUBLISHED) {
    await expect(figure(page, t(label)).getByText(total, { exact: true })).toBeVisible()
  }

  await test.step('a day before it has nobody', async () => {
    await page.getByLabel(t('review:period.day')).fill('2018-06-30')
    await expect(page.getByText(t('review:sentence.nobody'))).toBeVisible()
    await expect(figure(page, t('review:tiles.newArrivals')).getByText('0', { exact: true })).toBeVisible()
  })
})

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
