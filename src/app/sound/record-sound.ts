// Speaking into the phone, as small as it can be understood. The microphone is open from the first word to the last.
import { accept, refuse, type Result } from '#domain/result.ts'
import { SOUND_LETTERS, SOUND_SECONDS } from '#domain/wording.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'

export type Sound = { readonly mime: string; readonly sound: string }

export type SoundRefusal = 'no_microphone' | 'failed'

export type Speaking = {
  readonly stop: () => void
  /** Resolves after `stop`, or by itself when the time is over. */
  readonly spoken: Promise<Result<Sound, SoundRefusal>>
}

const MIMES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
const BITS_PER_SECOND = 24_000

/** False where the browser cannot record; then nobody is offered to. */
export const canRecord = (): boolean => 'MediaRecorder' in globalThis && 'mediaDevices' in navigator

export const startSpeaking = async (): Promise<Result<Speaking, 'no_microphone'>> => {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
  if (microphone === undefined) return refuse('no_microphone')
  const mimeType = MIMES.find((mime) => MediaRecorder.isTypeSupported(mime))
  const recorder = new MediaRecorder(microphone, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(mimeType !== undefined && { mimeType })
  })
  const pieces: Blob[] = []
  const ended = Promise.withResolvers<void>()
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.addEventListener('stop', () => ended.resolve())
  recorder.addEventListener('error', () => ended.resolve())
  recorder.start()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setTimeout(stop, SOUND_SECONDS * 1_000)
  const spoken = ended.promise.then(async () => {
    clearTimeout(timer)
    for (const track of microphone.getTracks()) track.stop()
    const sound = bytesToBase64Url(new Uint8Array(await new Blob(pieces).arrayBuffer()))
    const isFit = sound !== '' && sound.length <= SOUND_LETTERS
    return isFit ? accept({ mime: recorder.mimeType, sound }) : refuse('failed' as const)
  })
  return accept({ stop, spoken })
}
