// Corrected words that come to this phone, or are made on it, go to the screen.
import type { InterfaceLanguageControl } from '#app/language/interface-language.ts'
import type { Phone } from '#app/phone/phone.ts'

export const followCorrections = (phone: Phone, { correct }: Pick<InterfaceLanguageControl, 'correct'>): void => {
  let known = phone.view().library.wordings
  const follow = () => {
    const { wordings } = phone.view().library
    if (wordings === known) return
    known = wordings
    void correct(wordings)
  }
  void correct(known)
  phone.subscribe(follow)
}
