// A passphrase on its way to being chosen: one the phone offers, or words of one's own. Both are kept while a person
// goes to and fro.
import { useState } from 'react'
import { useRandom } from '#app/phone/random-context.ts'
import { createPassphrase, PASSPHRASE_MINIMUM, tidyPassphrase } from '#device/vault/passphrase.ts'

export type PassphraseDraft = { readonly offered: string; readonly own: string; readonly isOwn: boolean }

export const passphraseIn = ({ offered, own, isOwn }: PassphraseDraft): string => tidyPassphrase(isOwn ? own : offered)

export const isLongEnough = (draft: PassphraseDraft): boolean => passphraseIn(draft).length >= PASSPHRASE_MINIMUM

export const isSamePassphrase = (draft: PassphraseDraft, typed: string): boolean =>
  passphraseIn(draft) === tidyPassphrase(typed)

export type PassphraseChoice = {
  readonly draft: PassphraseDraft
  readonly offerAnother: () => void
  readonly typeOwn: (own: string) => void
  readonly chooseOwn: (isOwn: boolean) => void
  /** What was typed is forgotten. */
  readonly beginAgain: (beginsOwn: boolean) => void
}

/** `beginsOwn`: for somebody who has chosen already and only has to type it. */
export const usePassphraseChoice = (beginsOwn: boolean): PassphraseChoice => {
  const random = useRandom()
  const [draft, setDraft] = useState<PassphraseDraft>(() => ({
    offered: createPassphrase(random),
    own: '',
    isOwn: beginsOwn
  }))
  return {
    draft,
    offerAnother: () => setDraft({ ...draft, offered: createPassphrase(random) }),
    typeOwn: (own) => setDraft({ ...draft, own }),
    chooseOwn: (isOwn) => setDraft({ ...draft, isOwn }),
    beginAgain: (isOwn) => setDraft({ offered: createPassphrase(random), own: '', isOwn })
  }
}
