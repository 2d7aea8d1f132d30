// A language there are no cards for: who can interpret it, and a note for the lead that it was wanted, as the one large
// button of the screen, for a lead sees no gap that was not noted. Who has no lead to tell has nothing to note.
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { mayNoteInterpretation } from '#app/screens/talk/may-note.ts'
import { NoteInterpretation } from '#app/screens/talk/note-interpretation.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SpokenLanguage } from '#domain/records/interpretation.ts'

export const NoCards = ({ language }: { language: SpokenLanguage }) => {
  const t = useWords('talk')
  const labels = useLabels()
  const mayNote = mayNoteInterpretation(usePhoneView())
  const name = language === 'other' ? t('anotherLanguage') : labels.language(language).mine
  return (
    <>
      <Notice
        tone="info"
        role="status"
        title={t('noCards.title', { language: name })}
        actions={
          <ButtonLink icon="call" href={language === 'other' ? '/talk/interpreters' : `/talk/interpreters/${language}`}>
            {t('interpreters.title')}
          </ButtonLink>
        }
      >
        {mayNote && t('noCards.what')}
      </Notice>
      {mayNote && <NoteInterpretation language={language} isGapLikely />}
    </>
  )
}
