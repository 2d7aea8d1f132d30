// Nastaliq or not, for whoever reads Urdu or shows it: asked only where the phone can write it.
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useHasNastaliq, useUrduLetters } from '#app/phone/urdu-letters.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { URDU_LETTERS, URDU_LETTERS_NAMES } from '#domain/codes/languages.ts'

export const LettersOfUrdu = () => {
  const t = useWords('phone')
  const { recent, theirs } = useLanguage()
  const { letters, choose } = useUrduLetters()
  const isRead = theirs === 'ur' || recent.includes('ur')
  if (!useHasNastaliq() || !isRead) return null
  return (
    <ChooseOne
      label={t('codes:languages.ur')}
      options={URDU_LETTERS.map((value) => ({ value, label: URDU_LETTERS_NAMES[value], lang: 'ur', dir: 'rtl' }))}
      value={letters}
      onChange={(chosen) => choose(chosen ?? letters)}
    />
  )
}
