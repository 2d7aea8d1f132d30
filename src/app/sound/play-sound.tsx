// A recorded phrase, played from this phone. Where there is none there is no button.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useLibrary, usePhone } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { PhraseId } from '#domain/talk/phrases.ts'
import { type Recording, recordingId } from '#domain/wording.ts'
import { base64UrlToBytes } from '#protocol/bytes.ts'

type PlaySoundProps = { language: InterfaceLanguage; card: PhraseId }

export const PlaySound = ({ language, card }: PlaySoundProps) => {
  const { recordings } = useLibrary()
  return recordings.has(recordingId(language, card)) && <PlayButton language={language} card={card} />
}

const PlayButton = ({ language, card }: PlaySoundProps) => {
  const t = useWords('words')
  const { corrections } = usePhone()
  const [isPlaying, setPlaying] = useState(false)
  const silence = useRef(() => {})
  useEffect(() => () => silence.current(), [])
  const play = async () => {
    const recording = await (await corrections()).findRecording(language, card)
    if (recording !== undefined) silence.current = playAloud(recording, setPlaying)
  }
  return (
    <Button icon={isPlaying ? 'close' : 'sound'} onClick={() => (isPlaying ? silence.current() : void play())}>
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
