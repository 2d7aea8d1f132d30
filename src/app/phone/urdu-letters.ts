// How Urdu is written on the screen: in the letters the app brings for all Arabic scripts, or in Nastaliq as books print it,
// where the phone has such letters of its own: cut down as far as they go, they weigh twice as much as the app's. Chosen once
// and kept on the phone; `start.js` puts it on before anything is drawn.
import { useEffect, useState } from 'react'
import type { UrduLetters } from '#domain/codes/languages.ts'

const STORAGE_KEY = 'susret.urdu-letters'

export const useUrduLetters = (): { letters: UrduLetters; choose: (letters: UrduLetters) => void } => {
  const [letters, setLetters] = useState(readLetters)
  const choose = (chosen: UrduLetters) => {
    if (chosen === 'nastaliq') {
      localStorage.setItem(STORAGE_KEY, chosen)
      document.documentElement.dataset['urduLetters'] = chosen
    } else {
      localStorage.removeItem(STORAGE_KEY)
      delete document.documentElement.dataset['urduLetters']
    }
    setLetters(chosen)
  }
  return { letters, choose }
}

const readLetters = (): UrduLetters => (localStorage.getItem(STORAGE_KEY) === 'nastaliq' ? 'nastaliq' : 'naskh')

/** Whether the phone has Nastaliq of its own: false until that is known. */
export const useHasNastaliq = (): boolean => {
  const [hasIt, setHasIt] = useState(false)
  useEffect(() => {
    let isShown = true
    void document.fonts.load('1rem Nastaliq', 'ے').then(
      (faces) => isShown && setHasIt(faces.length > 0),
      // What `local()` of `tokens.css` does not find.
      () => undefined
    )
    return () => {
      isShown = false
    }
  }, [])
  return hasIt
}
