// Marks on the screen what stands in another language than the screen's: in English for want of a translation, a name as it is
// written on the door. So it is read aloud and turned as what it is.
// React writes the words; the marks are put on afterwards and taken off when the words change.
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'

const SPOKEN = ['aria-label', 'title', 'placeholder']
const MARK = 'data-foreign'

export type ForeignMarker = {
  /** `text` is about to be shown, in `language`. */
  note: (text: string, language: InterfaceLanguage) => void
}

/** Watches `root` from the first such text on; costs nothing before. */
export const createForeignMarker = (root: HTMLElement): ForeignMarker => {
  const languages = new Map<string, InterfaceLanguage>()
  let isWatching = false

  const look = (elements: Iterable<Element>) => {
    for (const element of elements) {
      if (!(element instanceof HTMLElement)) continue
      const [language] = wordsOf(element).flatMap((text) => languages.get(text) ?? [])
      if ((language !== undefined) === element.hasAttribute(MARK)) continue
      if (language === undefined) unmark(element)
      else mark(element, language)
    }
  }
  const watch = () => {
    isWatching = true
    const options = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN }
    new MutationObserver((changes) => look(changes.flatMap(elementsOf))).observe(root, options)
  }
  return {
    note: (text, language) => {
      if (languages.has(text.trim())) return
      languages.set(text.trim(), language)
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

const mark = (element: HTMLElement, language: InterfaceLanguage) => {
  // What has a language of its own already says it.
  if (element.lang !== '') return
  element.setAttribute(MARK, '')
  element.lang = language
  element.dir = directionOf(language)
}

const unmark = (element: HTMLElement) => {
  for (const name of [MARK, 'lang', 'dir']) element.removeAttribute(name)
}
