// Susret stands open twice on one phone, and one of the two joins a team.
import { expect, test } from '#tests/e2e/fixtures.ts'
import { joinTeam, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('a tab that was open before another one joined asks for the passphrase, without being loaded again @letterbox', async ({
  server,
  openPhone
}) => {
  const phone = await openPhone()
  const before = await phone.context().newPage()
  await before.goto(phone.url('/'))
  await expect(before.getByRole('heading', { level: 1, name: t('join:welcome.title') })).toBeVisible()
  await before.evaluate(() => Object.assign(window, { wasNotLoadedAgain: true }))

  await joinTeam(phone.page(), await server.invite('worker'))
  await expect(before.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()
  await unlock(before)
  await expect(before.getByRole('heading', { level: 1, name: t('common:places.today') })).toBeVisible()
  expect(await before.evaluate(() => 'wasNotLoadedAgain' in window)).toBe(true)
})
