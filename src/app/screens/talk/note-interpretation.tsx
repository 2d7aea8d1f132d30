// What came of the search for an interpreter, in one tap; it can be taken back for half a minute.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import type { Interpreting, SpokenLanguage } from '#domain/records/interpretation.ts'

type NoteInterpretationProps = {
  language: SpokenLanguage
  /** That nobody could interpret stands out. */
  isGapLikely?: boolean
}

export const NoteInterpretation = ({ language, isGapLikely = false }: NoteInterpretationProps) => {
  const t = useWords('talk')
  const desk = useDesk()
  const now = useClock()
  const { zone } = usePhoneView()
  const [noted, setNoted] = useState<{ id: string; outcome: Interpreting }>()
  const [isFull, setFull] = useState(false)
  const note = async (outcome: Interpreting) => {
    const saved = await desk.noteInterpretation(language, outcome, { at: now(), zone })
    setFull(!saved.ok)
    if (saved.ok) setNoted({ id: saved.value, outcome })
  }
  const undo = async (id: string) => {
    const removed = await desk.takeBack(id)
    setFull(!removed.ok)
    if (removed.ok) setNoted(undefined)
  }
  return (
    <Section title={t('interpreters.whatHappened')}>
      {isFull && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      {noted ? (
        <UndoBar
          key={noted.id}
          undoLabel={t('ui:undo')}
          onUndo={() => void undo(noted.id)}
          onOver={() => setNoted(undefined)}
        >
          {t(`codes:interpreting.${noted.outcome}`)} · {t('common:said.saved')}
        </UndoBar>
      ) : (
        <Actions>
          <Button icon="check" onClick={() => void note('interpreted')}>
            {t('codes:interpreting.interpreted')}
          </Button>
          <Button icon="alert" variant={isGapLikely ? 'primary' : 'secondary'} onClick={() => void note('missing')}>
            {t('codes:interpreting.missing')}
          </Button>
        </Actions>
      )}
    </Section>
  )
}
