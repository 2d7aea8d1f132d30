// A talk phrase spoken by somebody who speaks the language, for people who cannot read it. Only where the phone can record.
import { useEffect, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useLibrary } from '#app/phone/use-phone.ts'
import type { DeskLanguage } from '#app/screens/words/desk-language.ts'
import { OwnStanding } from '#app/screens/words/own-standing.tsx'
import { useSaveCorrection } from '#app/screens/words/save-correction.ts'
import { PlaySound, useSound } from '#app/sound/play-sound.tsx'
import { canRecord, type SoundRefusal, type Speaking, startSpeaking } from '#app/sound/record-sound.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type PhraseId, phraseOfKey } from '#domain/talk/phrases.ts'
import { recordingId } from '#domain/wording.ts'

type SoundOfPhraseProps = {
  language: DeskLanguage
  textKey: string
  english: string
  /** What whoever speaks reads: the words as they are typed now. */
  text: string
}

export const SoundOfPhrase = ({ textKey, ...rest }: SoundOfPhraseProps) => {
  const card = phraseOfKey(textKey)
  return card && <Sound card={card} {...rest} />
}

const TROUBLE = {
  no_microphone: 'sound.noMicrophone',
  failed: 'sound.failed',
  full: 'common:trouble.phoneFull'
} as const satisfies Record<SoundRefusal | 'full', string>

type SoundProps = Omit<SoundOfPhraseProps, 'textKey'> & { card: PhraseId }

const Sound = ({ language, card, english, text }: SoundProps) => {
  const t = useWords('words')
  const saveCorrection = useSaveCorrection()
  const { recordings } = useLibrary()
  const sound = useSound({ language, card, text })
  const [speaking, setSpeaking] = useState<Speaking>()
  const [trouble, setTrouble] = useState<keyof typeof TROUBLE>()
  const id = recordingId(language, card)
  // Whoever closes the sheet, or locks the phone, has spoken.
  useEffect(() => speaking?.stop, [speaking])
  const record = async () => {
    setTrouble(undefined)
    const begun = await startSpeaking()
    if (!begun.ok) return setTrouble(begun.refusal)
    setSpeaking(begun.value)
    const spoken = await begun.value.spoken
    setSpeaking(undefined)
    if (!spoken.ok) return setTrouble(spoken.refusal)
    const read = { english, ...(text !== '' && { text }) }
    const saved = await saveCorrection({ kind: 'recording', id, language, card, ...spoken.value, ...read })
    if (!saved.ok) setTrouble(saved.refusal)
  }
  const remove = async () => {
    const saved = await saveCorrection({ kind: 'taken_back', id })
    setTrouble(saved.ok ? undefined : saved.refusal)
  }
  return (
    <Section title={t('sound.title')} aside={<OwnStanding id={id} />}>
      {sound?.isOld && <p>{t('sound.changed')}</p>}
      {canRecord() && <p>{t('sound.most')}</p>}
      {trouble && <Notice tone="needs-you" role="alert" title={t(TROUBLE[trouble])} />}
      <Actions>
        {speaking === undefined && <PlaySound language={language} card={card} text={text} />}
        {canRecord() && speaking === undefined && (
          <Button icon="microphone" onClick={() => void record()}>
            {t('sound.record')}
          </Button>
        )}
        {speaking !== undefined && (
          <Button icon="check" onClick={speaking.stop}>
            {t('sound.stop')}
          </Button>
        )}
        {speaking === undefined && recordings.has(id) && (
          <Button icon="remove" variant="danger" onClick={() => void remove()}>
            {t('common:actions.remove')}
          </Button>
        )}
      </Actions>
    </Section>
  )
}
