// As which kind of file, in which language, and the save itself, with the month it saves.
import { useState } from 'react'
import { fileWords } from '#app/exports/file-words.ts'
import { type FileFormat, FORMATS, makeFile, type SavedFile } from '#app/exports/make-file.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { saveFile } from '#app/phone/save-file.ts'
import { useDesk } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { directionOf, type InterfaceLanguage, INTERFACE_LANGUAGES, LANGUAGES } from '#domain/codes/languages.ts'
import { isNrcSet } from '#domain/exports/data-sheet.ts'
import type { Offered } from '#domain/exports/offer.ts'
import type { Period } from '#domain/review/period.ts'

type SaveOfferedProps = { offered: Pick<Offered, 'rows'>; file: SavedFile; period: Period }

export const SaveOffered = ({ offered, file, period }: SaveOfferedProps) => {
  const t = useWords('export')
  const review = useWords('review')
  const nameOf = usePeriodName()
  const { language: onScreen, words, format: formatOf, fetchWords } = useLanguage()
  const { name } = useDesk().identity.organisation
  const [language, setLanguage] = useState<InterfaceLanguage>(onScreen)
  const [format, setFormat] = useState<FileFormat>('xlsx')
  const save = () => {
    const wordsIn = (spoken: InterfaceLanguage) =>
      fileWords(name, { language: spoken, words, format: formatOf(spoken) })
    const made = makeFile(offered, { file, format, period }, { words: wordsIn(language), english: wordsIn('en') })
    saveFile(made.name, made.content, made.type)
  }
  const speak = async (chosen: InterfaceLanguage) => {
    if ((await fetchWords(chosen)).ok) setLanguage(chosen)
  }
  return (
    <>
      {file !== 'zones' && (
        <ChooseOne
          label={t('format.label')}
          options={FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
          value={format}
          onChange={(chosen = format) => setFormat(chosen)}
        />
      )}
      <ChooseOne
        label={t(isNrcSet(file) ? 'languageOfCodes' : 'language')}
        options={INTERFACE_LANGUAGES.map((value) => ({
          value,
          label: LANGUAGES[value].endonym,
          lang: value,
          dir: directionOf(value)
        }))}
        value={language}
        onChange={(chosen = language) => void speak(chosen)}
      />
      <p>
        {review('period.whole')}: <strong>{nameOf(period)}</strong>
      </p>
      <Button icon="note" onClick={save}>
        {t('save')}
      </Button>
    </>
  )
}
