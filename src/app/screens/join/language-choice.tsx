// The languages of the screen by the names their readers know; the phone's own stands first.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/language/language-context.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { directionOf, INTERFACE_LANGUAGES, LANGUAGES } from '#domain/codes/languages.ts'

export const LanguageChoice = () => {
  const { t } = useTranslation('join')
  const { language, choose } = useLanguage()
  const [first] = useState(language)
  const order = [first, ...INTERFACE_LANGUAGES.filter((id) => id !== first)]
  return (
    <ChooseOne
      label={t('welcome.language')}
      options={order.map((id) => ({ value: id, label: LANGUAGES[id].endonym, lang: id, dir: directionOf(id) }))}
      value={language}
      onChange={(chosen) => chosen && void choose(chosen)}
    />
  )
}
