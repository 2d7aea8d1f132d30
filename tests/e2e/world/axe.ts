// What assistive technology, or tired eyes, would stumble over on a screen, by axe.
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Whatever falls short of the contrast of AA falls short of 7:1 too. */
const COLOURS = ['color-contrast-enhanced', 'link-in-text-block']
const PLACES = ['target-size', 'scrollable-region-focusable']

/**
 * `all`: everything there is to find. `colours`: what another light can change. `places`: what another width of the window
 * or size of text can change.
 */
export type Aspect = 'all' | 'colours' | 'places'

const OPTIONS: Readonly<Record<Aspect, RunOptions>> = {
  all: {
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true } }
  },
  colours: { runOnly: { type: 'rule', values: COLOURS } },
  places: { runOnly: { type: 'rule', values: PLACES } }
}

export const axeFlawsOf = async (page: Page, aspect: Aspect): Promise<string[]> => {
  // A page keeps it until it is opened anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(violations, OPTIONS[aspect])
}

/** Runs in the page. */
const violations = async (options: RunOptions): Promise<string[]> => {
  const { axe: loaded } = window as unknown as { axe: typeof axe }
  const found = await loaded.run(document, { ...options, resultTypes: ['violations'], selectors: false })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
