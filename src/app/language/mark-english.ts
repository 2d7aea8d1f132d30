// Marks on the screen what stands in English for want of a translation, so that it is read aloud and turned as English.
// React writes the words; the marks are put on afterwards and taken off when the words change.

const SPOKEN = ['aria-label', 'title', 'placeholder']
const MARK = 'data-english'

export type EnglishMarker = {
  /** `text` is shown in place of a missing one. */
  note: (text: string) => void
}

/** Watches `root` from the first missing text on; costs nothing before. */
export const createEnglishMarker = (root: HTMLElement): EnglishMarker => {
  const english = new Set<string>()
  let isWatching = false

  const look = () => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const isEnglish = wordsOf(element).some((text) => english.has(text))
      if (isEnglish === element.hasAttribute(MARK)) continue
      if (isEnglish) mark(element)
      else unmark(element)
    }
  }
  const watch = () => {
    isWatching = true
    const options = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN }
    new MutationObserver(look).observe(root, options)
    queueMicrotask(look)
  }
  return {
    note: (text) => {
      english.add(text.trim())
      if (!isWatching) watch()
    }
  }
}

const wordsOf = (element: HTMLElement): string[] => [
  ...[...element.childNodes].map((node) => (node instanceof Text ? node.data.trim() : '')),
  ...SPOKEN.map((name) => element.getAttribute(name) ?? '')
]

const mark = (element: HTMLElement) => {
  // What has a language of its own already says it.
  if (element.lang !== '') return
  element.setAttribute(MARK, '')
  element.lang = 'en'
  element.dir = 'ltr'
}

const unmark = (element: HTMLElement) => {
  for (const name of [MARK, 'lang', 'dir']) element.removeAttribute(name)
}
