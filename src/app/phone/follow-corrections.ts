// Corrected words that come to this phone, or are made on it, go to the screen.
import type { InterfaceLanguageControl } from '#app/language/interface-language.ts'
import type { Phone } from '#app/phone/phone.ts'
import type { Wording } from '#domain/wording.ts'

export const followCorrections = (phone: Phone, { correct }: Pick<InterfaceLanguageControl, 'correct'>): void => {
  let known: readonly Wording[] = []
  const follow = () => {
    const { wordings = known } = phone.view().library ?? {}
    if (wordings === known) return
    known = wordings
    void correct(wordings)
  }
  phone.subscribe(follow)
  follow()
}
