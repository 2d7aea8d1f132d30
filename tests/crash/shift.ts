// What a worker does on a phone that may die under the thumb, and what the screen has said until then.
import { expect, type Page } from '@playwright/test'
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'
import type { Random } from '#domain/seeded-random.ts'
import { type Seen, type Stint, talliesOf } from '#tests/crash/ledger.ts'
import { figure, goTo, type Group, KINDS, logArrival, PASSPHRASE, saveArrival, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

/** More taps than a burst can save before the next kill. */
const TAPS = 40

/** Through whichever door stands there; an invite is in the address. Returns once Join or Open was tapped. */
export const knock = async (page: Page): Promise<'joins' | 'unlocks'> => {
  const next = page.getByRole('button', { name: t('common:actions.next') })
  const passphrase = page.getByRole('textbox', { name: t('unlock:label') })
  await expect(next.or(passphrase)).toBeVisible()
  if (await passphrase.isVisible()) {
    await unlock(page)
    return 'unlocks'
  }
  await next.click()
  const words = page.getByRole('main').getByRole('textbox')
  const own = page.getByRole('button', { name: t('join:passphrase.own') })
  await expect(words.or(own)).toBeVisible()
  if (await own.isVisible()) await own.click()
  await words.fill(PASSPHRASE)
  await next.click()
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(PASSPHRASE)
  await page.getByRole('button', { name: t('join:proof.join') }).click()
  return 'joins'
}

export const waitForToday = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: t('common:places.today') })).toBeVisible()

/** On Today, of a phone that joined before it was killed. */
export const askWhetherReady = async (page: Page) => {
  await goTo(page, 'onThisPhone', t)
  await page.getByRole('link', { name: t('phone:keeping.ready') }).click()
}

/** The promise that the app opens without signal is made on this screen, and held from then on. */
export const waitUntilReady = async (page: Page) => {
  await expect(page.getByText(t('join:ready.app'))).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: t('join:ready.start') }).click()
  await waitForToday(page)
}

/** On Today. */
export const see = async (page: Page): Promise<Seen> => {
  const number = async (label: string) => Number.parseInt(await figure(page, label).innerText())
  const counts = await Promise.all(
    TALLY_CLASSES.map(async (one) => valueOf(one, (await tileOf(page, one).getAttribute('aria-label')) ?? ''))
  )
  return {
    groups: await number(t('today:soFar.groups')),
    people: await number(t('today:soFar.people')),
    tallies: talliesOf((one) => counts[TALLY_CLASSES.indexOf(one)] ?? 0)
  }
}

/** Before the work: what the tiles of Today show is told as it changes, not when it is asked for. */
export const watchTiles = async (page: Page, stint: Stint): Promise<void> => {
  await page.exposeFunction('susretShown', (labels: readonly string[]) => {
    for (const one of TALLY_CLASSES) {
      stint.shown[one] = Math.max(stint.shown[one], ...labels.map((label) => valueOf(one, label) ?? 0))
    }
  })
  await page.evaluate(tellWhatIsShown)
}

/** Taps the tiles of Today as fast as they take it. */
export const countPeople = async (page: Page, stint: Stint, random: Random): Promise<void> => {
  for (let tap = 0; tap < TAPS; tap += 1) {
    const tallyClass = pick(TALLY_CLASSES, random)
    stint.taps[tallyClass] += 1
    await tileOf(page, tallyClass).click()
  }
}

/** One arrival after the other, none like the one before. */
export const logPeople = async (page: Page, stint: Stint, random: Random): Promise<void> => {
  await goTo(page, 'newArrival', t)
  await finishForm(page, stint)
  for (;;) {
    const group: Group = { men: 1 + Math.floor(random() * 3), women: Math.floor(random() * 3) }
    stint.pending = group
    await logArrival(page, group, t)
    stint.saved.push(group)
    delete stint.pending
  }
}

/**
 * Whoever finds a form begun before the kill saves it. If that had been saved, it is there twice now. It may come a moment after
 * the screen.
 */
const finishForm = async (page: Page, stint: Stint) => {
  const pickedUp = page.getByText(t('common:said.pickedUp'))
  await pickedUp.waitFor({ timeout: 500 }).catch(() => undefined)
  if (!(await pickedUp.isVisible())) return
  const group = await countedOn(page)
  if (stint.isFormBegun) stint.pending = group
  await saveArrival(page, t)
  if (stint.isFormBegun) stint.saved.push(group)
  delete stint.pending
}

const countedOn = async (page: Page): Promise<Group> => {
  const counts = KINDS.map(async (kind) => {
    const label = new RegExp(`^${t('ui:counter.add', { label: t(`form:${kind}`), value: '(\\d+)' })}$`)
    const said = await page.getByRole('button', { name: label }).getAttribute('aria-label')
    return [kind, Number(label.exec(said ?? '')?.[1])] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

/** Runs in the page. */
const tellWhatIsShown = () => {
  const { susretShown } = globalThis as unknown as { susretShown: (labels: string[]) => void }
  const tell = () => susretShown([...document.querySelectorAll('main button')].map(({ ariaLabel }) => ariaLabel ?? ''))
  new MutationObserver(tell).observe(document.body, { subtree: true, attributeFilter: ['aria-label'] })
}

const labelOf = (tallyClass: TallyClass) =>
  new RegExp(`^${t('ui:counter.add', { label: t(`codes:tally.${tallyClass}`), value: '(\\d+)' })}$`)

const tileOf = (page: Page, tallyClass: TallyClass) => page.getByRole('button', { name: labelOf(tallyClass) })

const valueOf = (tallyClass: TallyClass, label: string): number | undefined => {
  const value = labelOf(tallyClass).exec(label)?.[1]
  return value === undefined ? undefined : Number(value)
}

export const pick = <Value>(list: readonly Value[], random: Random): Value => {
  const value = list[Math.floor(random() * list.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}
