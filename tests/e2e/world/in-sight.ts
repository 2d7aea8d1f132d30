// What a person sees without scrolling: found by what it is called, once, wholly in the window, and nothing lies over it.
// One look for all of it.
import type { Page } from '@playwright/test'
import { expect } from '#tests/e2e/fixtures.ts'

/** Buttons and questions, by their whole names. */
export const expectInSight = (page: Page, names: readonly string[]): Promise<void> =>
  expect.poll(() => page.evaluate(notInSight, names)).toEqual([])

/** Runs in the page. */
const notInSight = (names: readonly string[]): string[] => {
  const labelOf = (element: HTMLElement) =>
    document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.innerText ??
    element.ariaLabel ??
    element.innerText
  const elements = [...document.querySelectorAll<HTMLElement>('main button, main [role=group], footer button')].map(
    (element) => ({
      element,
      name: labelOf(element).trim()
    })
  )
  const isOnTop = (element: HTMLElement, x: number, y: number) =>
    element.contains(document.elementFromPoint(x, y)?.closest('button, [role=group]') ?? null)
  const isInSight = (element: HTMLElement) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
    const isWhole = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && width > 0 && height > 0
    // A hair inside of the rounded edge.
    const middle = (left + right) / 2
    return isWhole && isOnTop(element, middle, top + 4) && isOnTop(element, middle, bottom - 4)
  }
  return names.flatMap((name) => {
    const found = elements.filter((one) => one.name === name)
    const [only] = found
    if (only === undefined || found.length > 1) return [`${name}: ${found.length} times`]
    return isInSight(only.element) ? [] : [`${name}: out of sight`]
  })
}
