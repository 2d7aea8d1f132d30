// The ways a card leaves the screen: on paper, as a picture, or as its link.
import { type RefObject, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/card/card.module.css'
import { paintPicture } from '#app/screens/card/picture.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'

type TakeAlongProps = { sheet: RefObject<HTMLDivElement | null>; name: string; link: string | undefined }

export const TakeAlong = ({ sheet, name, link }: TakeAlongProps) => {
  const t = useWords('card')
  const [isCopied, setCopied] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const savePicture = async () => {
    const picture = sheet.current && (await paintPicture(sheet.current))
    setFailed(!picture)
    if (picture) download(picture, `${name}.png`)
  }
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false)
    )
  return (
    <div className={styles.ways}>
      <Actions>
        <Button icon="papers" onClick={() => print()}>
          {t('print')}
        </Button>
        <Button icon="show" onClick={() => void savePicture()}>
          {isFailed ? t('pictureFailed') : t('picture')}
        </Button>
        {link !== undefined && (
          <Button icon="copy" onClick={() => void copy(link)}>
            {isCopied ? t('common:said.copied') : t('copyLink')}
          </Button>
        )}
        <ButtonLink icon="check" href="/card">
          {t('common:actions.checkCard')}
        </ButtonLink>
      </Actions>
      <LiveRegion>
        {isCopied && t('common:said.copied')}
        {isFailed && t('pictureFailed')}
      </LiveRegion>
    </div>
  )
}

const download = (picture: Blob, name: string) => {
  const address = URL.createObjectURL(picture)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
