// What the camera sees, looked at a few times a second until a square code is in it. The picture is never kept.
import { useEffect, useEffectEvent, useRef } from 'react'
import styles from '#app/handouts/camera-view.module.css'
import { createReadSquare } from '#app/handouts/read-square.ts'

const LOOK_EVERY_MS = 250

type CameraViewProps = { label: string; onText: (text: string) => void; onFailed: () => void }

/** Give it a key for each new search: it reports one text and then rests. */
export const CameraView = ({ label, onText, onFailed }: CameraViewProps) => {
  const video = useRef<HTMLVideoElement>(null)
  const found = useEffectEvent(onText)
  const failed = useEffectEvent(onFailed)
  useEffect(() => {
    const search = { isOver: false }
    void searchFor(video.current, search, (text) => found(text)).catch(() => {
      if (!search.isOver) failed()
    })
    const seen = video.current
    return () => {
      search.isOver = true
      if (seen) closeCamera(seen)
    }
  }, [])
  return <video ref={video} className={styles.view} aria-label={label} muted playsInline />
}

/** Throws where there is no camera, or nobody lets it be used. */
const searchFor = async (
  video: HTMLVideoElement | null,
  search: { isOver: boolean },
  onText: (text: string) => void
): Promise<void> => {
  if (video === null) return
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  if (search.isOver) return closeCamera(video)
  await video.play()
  const read = await createReadSquare()
  while (!search.isOver) {
    const text = await read(video)
    if (text !== undefined && !search.isOver) return onText(text)
    await new Promise((settle) => setTimeout(settle, LOOK_EVERY_MS))
  }
}

const closeCamera = (video: HTMLVideoElement): void => {
  if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop()
  video.srcObject = null
}
