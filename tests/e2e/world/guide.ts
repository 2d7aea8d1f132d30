// What whoever goes through the screens has at hand.
import type { Locator, Page } from '@playwright/test'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { TestServer } from '#tests/e2e/world/server.ts'
import type { Words } from '#tests/e2e/world/words.ts'

/** Looks at the screen as it is now. */
export type Look = (page: Page, screen: string) => Promise<void>

export type TourParts = {
  server: TestServer
  page: Page
  language: InterfaceLanguage
  /** What the screens say. */
  t: Words
  look: Look
}

export type Tour = Omit<TourParts, 'look'> & {
  main: Locator
  look: (screen: string) => Promise<void>
  press: (words: string) => Promise<void>
  follow: (words: string) => Promise<void>
  isTitled: (words: string) => Promise<void>
}
