// What a worker does on the screen, in whatever language it speaks.
import { expect, type Page } from '@playwright/test'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import { type Words, wordsOf } from '#tests/e2e/world/words.ts'

export const PASSPHRASE = 'rain park bench coffee tram'

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** From an invite link to the first screen of work, with words of one's own. */
export const joinTeam = async (page: Page, link: string, passphrase = PASSPHRASE): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(link)
  await acceptInvite(page, passphrase)
}

/** The same, once the invite is on the screen. `home`: the title of the first screen. */
export const acceptInvite = async (
  page: Page,
  passphrase = PASSPHRASE,
  home: string = wordsOf('en')('common:places.today')
): Promise<void> => {
  const t = wordsOf('en')
  await page.getByRole('button', { name: t('common:actions.next') }).click()
  await page.getByRole('button', { name: t('join:passphrase.own') }).click()
  await page.getByLabel(t('join:passphrase.ownLabel')).fill(passphrase)
  await page.getByRole('button', { name: t('common:actions.next') }).click()
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(passphrase)
  await page.getByRole('button', { name: t('join:proof.join') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('join:ready.title') })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText(t('join:ready.app'))).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: t('join:ready.start') }).click()
  await expect(page.getByRole('heading', { level: 1, name: home })).toBeVisible()
}

/** The same for an organisation that helps, from its invite to the places it is given. */
export const joinAsPartner = async (page: Page, link: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(link)
  await acceptInvite(page, PASSPHRASE, wordsOf('en')('partner:title'))
}

/** Until the phone behind the door is here: the door is drawn before, as it was left. */
export const untilUp = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => localStorage.getItem('susret-starts')), { timeout: 60_000 }).toMatch(/ 0$/)

export const unlock = async (
  page: Page,
  language: InterfaceLanguage = 'en',
  passphrase = PASSPHRASE
): Promise<void> => {
  const t = wordsOf(language)
  await page.getByRole('textbox', { name: t('unlock:label') }).fill(passphrase)
  await page.getByRole('button', { name: t('unlock:open'), exact: true }).click()
}

export const speak = async (page: Page, from: InterfaceLanguage, to: InterfaceLanguage): Promise<void> => {
  await page.getByRole('button', { name: wordsOf(from)('ui:language.button'), exact: true }).click()
  await rowOf(page, to).click()
  await expect(page.locator('html')).toHaveAttribute('lang', to)
}

/** Chooses the language of the person opposite, on a screen that speaks `mine`. */
export const speakWith = async (page: Page, mine: InterfaceLanguage, theirs: InterfaceLanguage): Promise<void> => {
  const t = wordsOf(mine)
  await page.getByRole('button', { name: t('ui:language.button'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('ui:language.theirs') })
    .click()
  await rowOf(page, theirs).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A row of the list of languages, found by the name its speakers read. */
export const rowOf = (page: Page, language: InterfaceLanguage) =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ has: page.getByText(LANGUAGES[language].endonym, { exact: true }) })
    .getByRole('button')

/** The button between mine and theirs. */
export const flipButton = (page: Page, screen: InterfaceLanguage, other: InterfaceLanguage) => {
  const t = wordsOf(screen)
  return page
    .getByRole('banner')
    .getByRole('button', { name: t('ui:language.flip', { language: t(`codes:languages.${other}`) }) })
}

/** The tile of an item, which also says its unit and what is left, listed as the language lists. */
export const itemTile = (page: Page, t: Words, { label, value }: { label: string; value: number | 'any' }) => {
  const [before = '', after = ''] = t('ui:counter.add', { label, value: '@' }).split('@')
  const counted = value === 'any' ? '\\d+' : value
  return page.getByRole('button', { name: new RegExp(`^${escaped(before)}${counted}\\D.*${escaped(after)}$`) })
}

export type Place = 'today' | 'people' | 'newArrival' | 'services' | 'talk' | 'review' | 'onThisPhone'

/** By the bar below or the rail; what a small bar has no room for, by the pill above or from Today. */
export const goTo = async (page: Page, place: Place, t: Words): Promise<void> => {
  const linkTo = (where: Place) => ({ name: t(`common:places.${where}`), exact: true })
  const bar = page.getByRole('navigation')
  await expect(bar.getByRole('link', linkTo('today'))).toBeVisible()
  const inBar = bar.getByRole('link', linkTo(place))
  if (await inBar.isVisible()) return inBar.click()
  if (place === 'onThisPhone') return page.getByRole('banner').locator('a[href="/phone"]').click()
  await goTo(page, 'today', t)
  await page.getByRole('main').getByRole('link', linkTo(place)).click()
}

export type Group = {
  men?: number
  boys?: number
  women?: number
  girls?: number
  alone?: 'yes' | 'no' | 'unsure'
  urgent?: string
}

/** Fills New arrival up to, and not with, Save. */
export const fillArrival = async (page: Page, group: Group, t: Words): Promise<void> => {
  for (const kind of KINDS) {
    for (let count = 0; count < (group[kind] ?? 0); count += 1) {
      await page.getByRole(...counterSays(t, kind, count)).click()
    }
  }
  if (group.alone) {
    await page
      .getByRole('group', { name: t('form:alone') })
      .getByRole('button', { name: t(`codes:yesNoUnsure.${group.alone}`), exact: true })
      .click()
  }
  if (group.urgent) await page.getByRole('button', { name: t(`codes:urgent.${group.urgent}`), exact: true }).click()
}

export const logArrival = async (page: Page, group: Group, t: Words): Promise<void> => {
  await fillArrival(page, group, t)
  await saveArrival(page, t)
}

/** As it stands on the screen. */
export const saveArrival = async (page: Page, t: Words): Promise<void> => {
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(page.getByText(t('new-arrival:saved')).last()).toBeVisible()
  const empty = KINDS.map((kind) => escaped(counterSays(t, kind, 0)[1].name)).join('|')
  await expect(page.getByRole('button', { name: new RegExp(`^(${empty})$`) })).toHaveCount(KINDS.length)
}

export const KINDS = ['men', 'boys', 'women', 'girls'] as const

/** The counter of one kind of people, showing `value`. */
export const counterSays = (t: Words, kind: (typeof KINDS)[number], value: number) =>
  ['button', { name: t('ui:counter.add', { label: t(`form:${kind}`), value }), exact: true }] as const

/** Asks the team now, on the screen of the phone itself, and waits until both sides have everything. */
export const sendNow = async (page: Page, t: Words): Promise<void> => {
  await goTo(page, 'onThisPhone', t)
  await page.getByRole('button', { name: t('phone:send.now'), exact: true }).click()
  await expect(page.getByText(t('phone:send.done'), { exact: true })).toBeVisible({ timeout: 90_000 })
}

/** The same from the places of an organisation that helps. */
export const sendFromDesk = async (page: Page, t: Words): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('common:places.onThisPhone'), exact: true })
    .click()
  await page.getByRole('button', { name: t('phone:send.now'), exact: true }).click()
  await expect(page.getByText(t('phone:send.done'), { exact: true })).toBeVisible({ timeout: 90_000 })
}

export const pillSays = (page: Page, pattern: RegExp) =>
  expect(page.getByRole('banner').getByRole('link', { name: pattern })).toBeVisible({ timeout: 120_000 })

/** "Team has it 21:42", whatever the time. */
export const teamHasIt = (t: Words): RegExp => new RegExp(escaped(t('common:standing.hasItAt', { time: '' }).trim()))

/** Refers the person of the record on the screen, from the first question to Send: to `to`, or to whoever is offered first. */
export const refer = async (page: Page, { need, to = '' }: { need: string; to?: string }, t: Words): Promise<void> => {
  const main = page.getByRole('main')
  await main.getByRole('button', { name: t('refer:askFirst.yes'), exact: true }).click()
  const chip = main.getByRole('button', { name: t(`codes:needs.${need}`), exact: true })
  if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click()
  await page.getByRole('button', { name: t('common:actions.next'), exact: true }).click()
  await main
    .getByRole('list', { name: t('refer:service.title') })
    .getByRole('button')
    .filter({ hasText: to })
    .first()
    .click()
  await main.getByRole('button', { name: t('codes:dues.soon') }).click()
  await expect(main.getByRole('heading', { name: t('refer:told.title') })).toBeVisible()
  await page.getByRole('button', { name: t('common:actions.next'), exact: true }).click()
  await main.getByRole('button', { name: t('refer:consent.worker'), exact: true }).click()
  await page.getByRole('button', { name: t('refer:send'), exact: true }).click()
  await expect(page.getByText(t('refer:after.title')).first()).toBeVisible()
}

/** What one figure of the review says. */
export const figure = (page: Page, label: string) =>
  page
    .getByRole('main')
    .locator('[class*=stat]')
    .filter({ has: page.getByText(label, { exact: true }) })
