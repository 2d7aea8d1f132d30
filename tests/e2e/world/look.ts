// Looks at a screen in several lights, sizes of text and widths of window, and writes down what is wrong with it.
import { expect, type Page } from '@playwright/test'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { axeFlawsOf } from '#tests/e2e/world/axe.ts'
import { layoutFlawsOf, wordFlawsOf } from '#tests/e2e/world/flaws.ts'
import { LAPTOP_SIZE, PHONE_SIZE } from '#tests/e2e/world/phone.ts'
import type { Look } from '#tests/e2e/world/guide.ts'

export const LIGHTS = ['day', 'night', 'sun'] as const
export const WIDTHS = { small: 320, phone: PHONE_SIZE.width, laptop: LAPTOP_SIZE.width } as const

export type View = {
  light: (typeof LIGHTS)[number]
  /** Per cent of the usual size. */
  text: 100 | 200
  width: (typeof WIDTHS)[keyof typeof WIDTHS]
}

type LookParts = {
  language: InterfaceLanguage
  views: readonly View[]
  /** Receives what is wrong, with the screen and the view. */
  found: string[]
  /** Folder for a picture of each view. */
  pictures?: string
  /** A language made up for a test: its words are not looked at. */
  isMadeUp?: boolean
}

export const createLook = ({ language, views, found, pictures, isMadeUp = false }: LookParts): Look => {
  return async (page, screen) => {
    const looked = new Set<string>()
    const isNew = (part: string) => {
      const { size } = looked
      return looked.add(part).size > size
    }
    const note = (which: string, flaws: readonly string[]) => found.push(...flaws.map((flaw) => `${which}: ${flaw}`))
    if (!isMadeUp) note(screen, await wordFlawsOf(page, language))
    for (const view of views) {
      const { light, text, width } = view
      const which = `${screen} at ${width} px, ${light}, ${text} %`
      await page.setViewportSize(width === WIDTHS.laptop ? LAPTOP_SIZE : { ...PHONE_SIZE, width })
      await page.evaluate(putOn, view)
      if (pictures) await page.screenshot({ path: `${pictures}/${screen}-${language}-${width}-${light}-${text}.png` })
      note(which, await layoutFlawsOf(page))
      // Another light changes colours alone, another width places alone; bigger text also takes other words.
      const aspects = { all: isNew(`${text} %`), colours: isNew(light), places: isNew(`${width} px ${text} %`) }
      if (aspects.all) note(which, await axeFlawsOf(page, 'all'))
      if (aspects.colours && !aspects.all) note(which, await axeFlawsOf(page, 'colours'))
      if (aspects.places && !aspects.all) note(which, await axeFlawsOf(page, 'places'))
    }
    await page.setViewportSize(PHONE_SIZE)
    await page.evaluate(putOn, BEFORE)
  }
}

type Seen = Pick<LookParts, 'language' | 'views'>

/** One screen that nothing may be wrong with. Pictures lie where `PICTURES` says. */
export const expectFlawless = async (page: Page, screen: string, seen: Seen): Promise<void> => {
  const { PICTURES } = process.env
  const found: string[] = []
  await createLook({ ...seen, found, ...(PICTURES && { pictures: PICTURES }) })(page, screen)
  expect(found).toEqual([])
}

type Shown = Pick<View, 'light' | 'text'>

const BEFORE: Shown = { light: 'day', text: 100 }

/** Runs in the page. */
const putOn = ({ light, text }: Shown) => {
  document.documentElement.dataset['theme'] = light
  document.documentElement.style.fontSize = `${text}%`
  // A colour on its way from one light to the other is neither.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
}
