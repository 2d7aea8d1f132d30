// How the words look where they will stand, in a frame two and a half times as wide as the English: languages grow so much.
import { useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/words/words.module.css'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'

const GROWTH = 2.5

type RoomGuideProps = { language: InterfaceLanguage; english: string; text: string }

export const RoomGuide = ({ language, english, text }: RoomGuideProps) => {
  const t = useWords('words')
  const frame = useRef<HTMLParagraphElement>(null)
  const [room, setRoom] = useState({ width: 0, isLong: false })
  useLayoutEffect(() => {
    const { font } = getComputedStyle(frame.current ?? document.body)
    const width = widthOf(english, font) * GROWTH
    setRoom({ width, isLong: widthOf(text, font) > width })
  }, [language, english, text])
  return (
    <div className={styles.guide}>
      <p className={styles.label}>{t('preview')}</p>
      <p
        ref={frame}
        className={styles.room}
        data-long={room.isLong || undefined}
        style={{ inlineSize: `${Math.ceil(room.width)}px` }}
        lang={language}
        dir={directionOf(language)}
      >
        {text}
      </p>
      {room.isLong && <p role="status">{t('long')}</p>}
    </div>
  )
}

/** On one line, in pixels. */
const widthOf = (text: string, font: string): number => {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen === null) return 0
  pen.font = font
  return pen.measureText(text).width
}
