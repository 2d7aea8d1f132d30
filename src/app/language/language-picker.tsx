// The languages of the screen, two taps from anywhere, and the way between mine and theirs, one tap. Both buttons leave the
// focus where it was, so that it is there again afterwards, with the caret where it stood.
import { keepFocus, keepFocusInSight } from '#app/language/keep-focus.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useOpenLanguages } from '#app/language/language-sheet.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { WordButton } from '#app/ui/word-button.tsx'
import { directionOf, SHORT_NAMES } from '#domain/codes/languages.ts'

export const LanguagePicker = () => {
  const t = useWords('ui')
  const open = useOpenLanguages()
  return (
    <>
      <FlipButton />
      <IconButton
        icon="language"
        label={t('language.button')}
        aria-haspopup="dialog"
        onMouseDown={keepFocus}
        onClick={open}
      />
    </>
  )
}

/** Only once a second language is chosen. */
const FlipButton = () => {
  const t = useWords('ui')
  const { theirs, flip } = useLanguage()
  if (theirs === undefined) return null
  return (
    <WordButton
      word={SHORT_NAMES[theirs]}
      lang={theirs}
      dir={directionOf(theirs)}
      label={t('language.flip', { language: t(`codes:languages.${theirs}`) })}
      onMouseDown={keepFocus}
      onClick={() => void flip().then(keepFocusInSight)}
    />
  )
}
