// A shift without signal from its start to its end: what is typed at dawn outlives a reload, the sheet says who is in danger,
// and nobody is kept from going home by what still waits on the phone.
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, logArrival, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('a shift begins, counts, hands over and ends without signal, and the team then has everything @cases', async ({
  joinPhone
}) => {
  test.setTimeout(300_000)
  const phone = await joinPhone('worker')
  const page = phone.page()
  page.setDefaultTimeout(60_000)
  const main = page.getByRole('main')
  const press = (words: string) => page.getByRole('button', { name: words, exact: true }).first().click()
  const follow = (words: string) => main.getByRole('link', { name: words, exact: true }).first().click()
  const counted = main.getByRole('list', { name: t('shift:sleptOut') }).getByRole('listitem')
  const men = page.getByLabel(t('form:men'), { exact: true })

  await test.step('it begins, and Today says since when', async () => {
    await phone.context().setOffline(true)
    await goTo(page, 'newArrival', t)
    await logArrival(page, { boys: 1, alone: 'yes' }, t)
    await goTo(page, 'today', t)
    await follow(t('shift:title'))
    await press('2')
    await press(t('shift:start'))
    await expect(main.getByRole('button', { name: t('shift:start') })).toHaveCount(0)
    await goTo(page, 'today', t)
    await main.getByRole('link', { name: /^Shift since \d\d:00$/ }).click()
  })

  await test.step('half a man is refused in words; what was typed is there after a reload and can be mended', async () => {
    await follow(t('shift:count'))
    await men.fill('12.5')
    await press(t('common:actions.save'))
    await expect(main.getByText(t('handouts:badNumber'))).toBeVisible()
    await expect(main.getByText(t('shift:notCounted'))).toBeVisible()
    await page.reload()
    await unlock(page)
    await expect(men).toHaveValue('12.5')
    await men.fill('12')
    await press(t('common:actions.save'))
    await expect(counted).toContainText('12')
    await expect(men).toHaveValue('')
  })

  await test.step('a second count of the area stands in place of the first', async () => {
    await men.fill('14')
    await press(t('common:actions.save'))
    await expect(counted).toHaveCount(1)
    await expect(counted).toContainText('14')
    await expect(counted).not.toContainText('12')
  })

  await test.step('the sheet has the boy, this shift and the count, and prints without a button', async () => {
    await page.getByRole('banner').getByRole('link').first().click()
    await follow(t('shift:handOver'))
    const section = (title: string) => main.getByRole('region', { name: title, exact: true })
    const boy = section(t('board:title')).getByRole('link')
    await expect(boy).toHaveCount(1)
    await expect(section(t('shift:onNow')).getByRole('link')).toHaveCount(1)
    await page.emulateMedia({ media: 'print' })
    await expect(boy).toBeVisible()
    await expect(counted).toContainText('14')
    await expect(page.getByText(t('card:print'), { exact: true })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('it ends while three records wait, and says so; with signal the team has everything', async () => {
    await page.getByRole('banner').getByRole('link').first().click()
    await expect(main.getByText(t('phone:work.waiting_other', { count: 3 }))).toBeVisible()
    await press(t('shift:end'))
    await expect(main.getByText(/^Your shift is over: \d\d:00 to \d\d:00\.$/)).toBeVisible()
    await expect(main.getByText(t('phone:work.waiting_other', { count: 3 }))).toBeVisible()
    await phone.context().setOffline(false)
    await press(t('phone:send.now'))
    await expect(main.getByText(t('phone:work.all_sent'))).toBeVisible({ timeout: 90_000 })
  })
})
