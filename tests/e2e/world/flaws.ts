// What is wrong with a screen for somebody who sees it small or reads only its language.
import type { Page } from '@playwright/test'
import { directionOf, type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'

const THUMB = 48
/** Shown to translators, the same in every language. */
const PLACEHOLDERS = /{{\w+}}/g
/** Written in Latin letters everywhere, as kinds of files and a key of the keyboard are. */
const NAMES = /\b(Susret|Praxis|KlikAktiv|IDEAS|Collective Aid|UNHCR|NRC|Excel|CSV|HXL|Alt)\b/g

/** Words that are not those of `language`, foreign digits, and numbers that run the wrong way. */
export const wordFlawsOf = async (page: Page, language: InterfaceLanguage): Promise<string[]> =>
  (await page.evaluate(wordsShown)).flatMap((shown) => wordFlaws(shown, language))

/** What depends on the size of the window. */
export const layoutFlawsOf = (page: Page): Promise<string[]> => page.evaluate(layoutFlaws, THUMB)

/** Runs in the page: what stands outside of the window, is too small for a thumb or is cut off. */
const layoutFlaws = (thumb: number): string[] => {
  const all = [...document.querySelectorAll<HTMLElement>('body *')]
  // Words that are only heard, with whatever is marked up in them.
  const heard = all.filter((element) => getComputedStyle(element).clipPath !== 'none')
  const seen = all
    .filter((element) => element.checkVisibility() && !heard.some((one) => one.contains(element)))
    .map((element) => ({ element, style: getComputedStyle(element), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.width > 0)
  const nameOf = (element: HTMLElement) => `"${element.innerText || element.ariaLabel || element.tagName}"`
  const isTarget = (element: HTMLElement, { display }: CSSStyleDeclaration) =>
    element.matches('button, a, summary, input, textarea, select') && display !== 'inline'
  const hasText = (element: HTMLElement) =>
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
  const size = (length: number) => Math.round(length * 10) / 10
  /** A table that scrolls in a frame of its own, with the keyboard too; the frame is held to the window. */
  const FRAME = '[role=region][tabindex="0"]'
  const isInFrame = (element: HTMLElement) => element.parentElement?.closest(FRAME) !== null
  /** Only where letters are big or the phone is narrower than any we know; at their usual size tables fit a phone. */
  const mayScroll = innerWidth < 22 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return [
    ...seen
      .filter(({ element }) => !isInFrame(element))
      .filter(({ box }) => box.left < -1 || box.right > innerWidth + 1)
      .map(({ element, box }) => `${nameOf(element)} stands from ${size(box.left)} to ${size(box.right)} px`),
    ...seen
      .filter(({ element, style, box }) => isTarget(element, style) && Math.min(box.height, box.width) < thumb - 0.5)
      .map(({ element, box }) => `${nameOf(element)} is ${size(box.width)} × ${size(box.height)} px`),
    ...seen
      .filter(({ element, style }) => style.overflowX !== 'visible' && !element.matches('input, textarea'))
      .filter(({ element }) => !(mayScroll && element.matches(FRAME)))
      .filter(({ element }) => element.scrollWidth > element.clientWidth + 1)
      .map(({ element }) => `${nameOf(element)} needs ${element.scrollWidth} px and has ${element.clientWidth}`),
    // A word too long for its place runs over what stands beside it.
    ...seen
      .filter(({ element, style }) => style.overflowX === 'visible' && style.display !== 'inline' && hasText(element))
      .filter(({ element }) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .map(({ element }) => `${nameOf(element)} runs ${element.scrollWidth - element.clientWidth} px over its place`)
  ]
}

type Shown = { text: string; lang: string; dir: string; isName: boolean; isInstead: boolean }

/** Runs in the page: every text that is seen or heard, in which language and direction. */
const wordsShown = (): Shown[] => {
  const shown = (text: string, holder: Element): Shown => ({
    text: text.trim(),
    lang: holder.closest('[lang]')?.getAttribute('lang') ?? '',
    dir: getComputedStyle(holder).direction,
    isName: holder.closest('[translate=no], bdi') !== null,
    // For want of a translation.
    isInstead: holder.closest('[data-stands-in], [data-foreign]') !== null
  })
  const seen = [...document.querySelectorAll<HTMLElement>('body, body *')].filter(
    (element) => element.checkVisibility() && !element.matches('textarea')
  )
  return seen.flatMap((element) => [
    ...[...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => shown(node.textContent ?? '', element)),
    ...['aria-label', 'title', 'placeholder', 'alt']
      .filter((name) => element.hasAttribute(name))
      .map((name) => shown(element.getAttribute(name) ?? '', element))
  ])
}

const wordFlaws = ({ text, lang, dir, isName, isInstead }: Shown, language: InterfaceLanguage): string[] => [
  ...(lang === language && /[٠-٩۰-۹]/.test(text) ? [`digits other than 0–9: ${text}`] : []),
  ...(/\+\d/.test(text) && dir === 'rtl' ? [`a telephone number from right to left: ${text}`] : []),
  ...(isInstead && lang === 'en' && language !== 'en' && isMoreThanNames(text) ? [`left in English: ${text}`] : []),
  ...(lang === language && !isName && isForeign(text, language) ? [`not ${language}: ${text}`] : [])
]

const isMoreThanNames = (text: string): boolean => text.replaceAll(NAMES, '').trim() !== ''

const isForeign = (text: string, language: InterfaceLanguage): boolean => {
  if (LANGUAGES[language].script === 'Latn') return directionOf(language) === 'ltr' && /[؀-ۿЀ-ӿ]/.test(text)
  return /[A-Za-z]{3,}/.test(text.replaceAll(NAMES, '').replaceAll(PLACEHOLDERS, ''))
}
