// Who can interpret now: the directory's interpreters of one language, those on duty first, one tap to call; and what came of
// it, so that the lead sees which languages nobody could speak.
import { useState } from 'react'
import { useParams } from 'react-router'
import { CallNumber } from '#app/directory/call-number.tsx'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLabels } from '#app/language/labels.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { mayNoteInterpretation } from '#app/screens/talk/may-note.ts'
import { NoteInterpretation } from '#app/screens/talk/note-interpretation.tsx'
import { Page } from '#app/shell/page.tsx'
import { Card, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { isLanguage, type LanguageId, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

export const Interpreters = () => {
  const t = useWords('talk')
  const labels = useLabels()
  const { language = '' } = useParams()
  const { theirs, language: mine } = useLanguage()
  const mayNote = mayNoteInterpretation(usePhoneView())
  const directory = useDirectory()
  const at = useClock()()
  const [chosen, setChosen] = useState<LanguageId | undefined>(isLanguage(language) ? language : theirs)
  const rows = directory.servicesFor({
    needs: ['interpretation'],
    at,
    namesIn: mine,
    ...(chosen !== undefined && { language: chosen })
  })
  const name = chosen === undefined ? undefined : labels.language(chosen)
  return (
    <Page title={t('title')} back="/talk">
      <h2>{t('interpreters.title')}</h2>
      <ChooseOne
        label={t('interpreters.language')}
        options={offered(theirs, chosen).map((id) => {
          const { native, lang, dir } = labels.language(id)
          return { value: id, label: native, lang, dir }
        })}
        value={chosen}
        onChange={setChosen}
      />
      {rows.length === 0 ? (
        <p>{name ? t('interpreters.none', { language: name.mine }) : t('interpreters.noneAtAll')}</p>
      ) : (
        <Section title={name ? t('interpreters.of', { language: name.mine }) : t('interpreters.all')}>
          {rows.map((row) => (
            <Interpreter key={row.service.id} row={row} at={at} />
          ))}
        </Section>
      )}
      {mayNote && chosen !== undefined && <NoteInterpretation key={chosen} language={chosen} />}
    </Page>
  )
}

const Interpreter = ({ row, at }: { row: ServiceRow; at: number }) => {
  const words = useDirectoryWords()
  const t = useWords('services')
  const { service, provider } = row
  const [number] = numbersOf(service, provider)
  return (
    <Card>
      <p>
        <strong>
          <Said words={service.name} />
        </strong>
      </p>
      <p>{words.opening(row, at)}</p>
      {service.languages.length > 0 && <p>{t('speak', { languages: words.languages(service.languages) })}</p>}
      {number ? <CallNumber phone={number} /> : <p>{t('noNumber')}</p>}
    </Card>
  )
}

/** The person's language first, then the commonest in the street. */
const offered = (theirs: LanguageId | undefined, chosen: LanguageId | undefined): readonly LanguageId[] => {
  const first = [chosen, theirs].filter((id) => id !== undefined)
  return [...new Set<LanguageId>([...first, ...SPOKEN_LANGUAGES])]
}
