// What pointing at a language does, wherever the languages are shown: it is the person's from now on. They may be somebody else
// than before, without the interpreter of the one before; a language there are no cards for leaves nobody else's standing.
import { useState } from 'react'
import { useLanguage } from '#app/language/language-context.tsx'
import { forgetInterpreter } from '#app/screens/talk/interpreter-said.ts'
import { isInterfaceLanguage } from '#domain/codes/languages.ts'
import type { SpokenLanguage } from '#domain/records/interpretation.ts'

export type Pointing = {
  /** Pointed at last, and there are no cards in it. */
  readonly without: SpokenLanguage | undefined
  /** Resolves to whether there are cards in it, and they are here. */
  readonly point: (pointed: SpokenLanguage) => Promise<boolean>
}

export const usePointing = (): Pointing => {
  const { chooseTheirs } = useLanguage()
  const [without, setWithout] = useState<SpokenLanguage>()
  return {
    without,
    point: async (pointed) => {
      const withCards = pointed !== 'other' && isInterfaceLanguage(pointed) ? pointed : undefined
      forgetInterpreter()
      setWithout(withCards === undefined ? pointed : undefined)
      const chosen = await chooseTheirs(withCards)
      return chosen.ok && withCards !== undefined
    }
  }
}
