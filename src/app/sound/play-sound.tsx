// A recorded phrase, played from this phone. Where there is none, or one that says other words, there is no button.
import { useEffect, useRef, useState } from 'react'
import { useControl, useWords } from '#app/language/language-context.tsx'
import { useLibrary, usePhone } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { saysWhatStands } from '#domain/corrections.ts'
import type { PhraseId } from '#domain/talk/phrases.ts'
import { type Recording, recordingId } from '#domain/wording.ts'
import { base64UrlToBytes } from '#protocol/bytes.ts'

type PlaySoundProps = {
  language: InterfaceLanguage
  card: PhraseId
  /** The words that stand beside the button. */
  text: string
}

export const PlaySound = (props: PlaySoundProps) => {
  const sound = useSound(props)
  return sound?.isOld === false && <PlayButton recording={sound.recording} />
}

/** `isOld`: it says other words than those that stand. */
type Sound = { readonly recording: Recording; readonly isOld: boolean }

/** Undefined until it is here, and where there is none. */
export const useSound = ({ language, card, text }: PlaySoundProps): Sound | undefined => {
  const { corrections } = usePhone()
  const { words } = useControl()
  const { recordings } = useLibrary()
  const [recording, setRecording] = useState<Recording>()
  const id = recordingId(language, card)
  useEffect(() => {
    let isGone = false
    const find = async () => {
      const found = recordings.has(id) ? await (await corrections()).findRecording(language, card) : undefined
      if (!isGone) setRecording(found)
    }
    void find()
    return () => {
      isGone = true
    }
  }, [corrections, recordings, id, language, card])
  if (recording?.id !== id || !recordings.has(id)) return undefined
  const english = words.getResource('en', 'phrases', `cards.${card}`) as string | undefined
  return { recording, isOld: !saysWhatStands(recording, { language, english, text }) }
}

const PlayButton = ({ recording }: { recording: Recording }) => {
  const t = useWords('words')
  const [isPlaying, setPlaying] = useState(false)
  const silence = useRef(() => {})
  useEffect(() => () => silence.current(), [])
  const play = () => {
    silence.current = playAloud(recording, setPlaying)
  }
  return (
    <Button icon={isPlaying ? 'close' : 'sound'} onClick={() => (isPlaying ? silence.current() : play())}>
      {t(isPlaying ? 'sound.stop' : 'sound.play')}
    </Button>
  )
}

/** Returns how to stop it. */
const playAloud = ({ sound, mime }: Recording, tell: (isPlaying: boolean) => void): (() => void) => {
  const address = URL.createObjectURL(new Blob([base64UrlToBytes(sound)], { type: mime }))
  const audio = new Audio(address)
  const end = () => {
    audio.pause()
    URL.revokeObjectURL(address)
    tell(false)
  }
  audio.addEventListener('playing', () => tell(true))
  audio.addEventListener('ended', end)
  // A sound this browser cannot play leaves the words on the card.
  audio.play().catch(end)
  return end
}
