// Marks on the screen what stands in English for want of a translation, so that it is read aloud and turned as English.
// React writes the words; the marks are put on afterwards and taken off when the words change.

const SPOKEN = ['aria-label', 'title', 'placeholder']
const MARK = 'data-english'

export type EnglishMarker = {
  /** `text` is shown in place of a missing one. */
  note: (text: string) => void
}

/** Watches `root` from the first such text on; costs nothing before. */
export const createEnglishMarker = (root: HTMLElement): EnglishMarker => {
  const english = new Set<string>()
  let isWatching = false

  const look = (elements: Iterable<Element>) => {
    for (const element of elements) {
      if (!(element instanceof HTMLElement)) continue
      const isEnglish = wordsOf(element).some((text) => english.has(text))
      if (isEnglish === element.hasAttribute(MARK)) continue
      if (isEnglish) mark(element)
      else unmark(element)
    }
  }
  const watch = () => {
    isWatching = true
    const options = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN }
    new MutationObserver((changes) => look(changes.flatMap(elementsOf))).observe(root, options)
  }
  return {
    note: (text) => {
      if (english.has(text.trim())) return
      english.add(text.trim())
      if (!isWatching) watch()
      // It may stand on the screen already, as the same text of another language.
      queueMicrotask(() => look(root.querySelectorAll('*')))
    }
  }
}

const elementsOf = ({ target, addedNodes }: MutationRecord): Element[] => {
  const changed = target instanceof Element ? target : target.parentElement
  const added = [...addedNodes].filter((node) => node instanceof Element)
  return [...(changed ? [changed] : []), ...added.flatMap((element) => [element, ...element.querySelectorAll('*')])]
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
