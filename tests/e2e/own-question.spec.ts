// An organisation asks something of its own: a file, no code. The question reaches the phones, the record and the
// lead's review, in every language the file speaks.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { fillArrival, goTo, sendNow, speak } from '#tests/e2e/world/acts.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ar] = [wordsOf('en'), wordsOf('ar')]

const SHOES = {
  type: 'choose_one',
  name: 'shoes',
  label: { text: { en: 'Shoes they walk in', ar: 'الحذاء الذي يمشون به' } },
  privacy: 'shared',
  place: 'front',
  choices: {
    own: [
      { code: 'sound', label: { text: { en: 'Good shoes', ar: 'حذاء جيد' } } },
      { code: 'worn', label: { text: { en: 'Worn through', ar: 'حذاء مهترئ' } } }
    ]
  }
}

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'susret-form-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

/** A file with the form as it is and one question more. */
const formWith = async (question: object): Promise<string> => {
  const file = join(folder, 'form.json')
  const questions = [...NEW_ARRIVAL.questions, question]
  await writeFile(file, JSON.stringify({ ...NEW_ARRIVAL, version: 2, questions }))
  return file
}

test('an own question is asked on the phone, stands in the record and is counted in the review', async ({
  server,
  joinPhone
}) => {
  const worker = (await joinPhone('worker')).page()
  const lead = (await joinPhone('lead', LAPTOP_SIZE)).page()
  await goTo(worker, 'newArrival', en)
  await expect(shoesOf(worker)).toHaveCount(0)

  await server.command('seed', '--form', await formWith(SHOES))
  await sendNow(worker, en)
  await goTo(worker, 'newArrival', en)
  await fillArrival(worker, { men: 2 }, en)
  await shoesOf(worker).getByRole('button', { name: 'Worn through', exact: true }).click()
  await worker.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
  await expect(worker.getByText(en('new-arrival:saved')).last()).toBeVisible()
  await fillArrival(worker, { women: 1 }, en)
  await worker.getByRole('button', { name: en('common:actions.save'), exact: true }).click()
  await expect(shoesOf(worker).getByRole('button', { pressed: true })).toHaveCount(0)

  await test.step('in the record, in English and in Arabic', async () => {
    await goTo(worker, 'people', en)
    await worker.getByRole('main').getByRole('link', { name: '2 men' }).click()
    await expect(answer(worker, 'Shoes they walk in')).toHaveText('Worn through')
    await speak(worker, 'en', 'ar')
    await expect(answer(worker, SHOES.label.text.ar)).toHaveText('حذاء مهترئ')
  })

  await test.step('in the review of the lead, in both languages', async () => {
    await sendNow(worker, ar)
    await sendNow(lead, en)
    await goTo(lead, 'review', en)
    const shoes = lead.getByRole('list', { name: 'Shoes they walk in' }).getByRole('listitem')
    await expect(shoes).toHaveText([/Worn through.*1/, new RegExp(`${en('review:notAnswered')}.*1`)])
    await speak(lead, 'en', 'ar')
    await expect(lead.getByRole('list', { name: SHOES.label.text.ar }).getByRole('listitem').first()).toContainText(
      'حذاء مهترئ'
    )
  })
})

test('a form that would share free text is refused in one plain line, and phones keep the form they have', async ({
  server,
  joinPhone
}) => {
  const file = await formWith({
    type: 'text',
    name: 'story',
    label: { text: { en: 'Their story' } },
    privacy: 'shared',
    place: 'front'
  })
  const refused = await server.command('seed', '--form', file).then(
    () => 'accepted',
    ({ stderr }: { stderr: string }) => stderr
  )
  expect(refused).toContain('is not a form')
  expect(refused).toMatch(/privacy/)
  expect(refused).not.toMatch(/^\s+at /m)

  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  await expect(page.getByRole('group', { name: en('form:language') })).toBeVisible()
  await expect(page.getByText('Their story')).toHaveCount(0)
})

const shoesOf = (page: Page) => page.getByRole('group', { name: 'Shoes they walk in' })

/** What stands beside a question; the button to change it comes after. */
const answer = (page: Page, label: string) =>
  page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('definition')
    .first()
