// The translator's desk: every text of a language, how it stands, and the way to correct it where it is.
import { useState } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { DESK_LANGUAGES, firstOfDesk } from '#app/screens/words/desk-language.ts'
import { TextList } from '#app/screens/words/text-list.tsx'
import { Page } from '#app/shell/page.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { directionOf, LANGUAGES } from '#domain/codes/languages.ts'
import { mayCorrect } from '#protocol/words.ts'

export const CorrectWords = () => {
  const t = useWords('words')
  const { role } = useDesk().identity
  return (
    <Page title={t('title')} back="/phone">
      {mayCorrect(role) ? <Desk /> : <p>{t('common:trouble.notHere')}</p>}
    </Page>
  )
}

const Desk = () => {
  const t = useWords('words')
  const { mine, theirs } = useLanguage()
  const [language, setLanguage] = useState(() => firstOfDesk([mine, theirs]))
  return (
    <>
      <p>{t('why')}</p>
      <ChooseOne
        label={t('language')}
        options={DESK_LANGUAGES.map((id) => ({
          value: id,
          label: LANGUAGES[id].endonym,
          lang: id,
          dir: directionOf(id)
        }))}
        value={language}
        onChange={(chosen) => setLanguage(chosen ?? language)}
      />
      {language !== undefined && <TextList key={language} language={language} />}
    </>
  )
}
