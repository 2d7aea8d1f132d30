// A card for a service, in the person's language, Serbian and English: shown, printed or saved as a picture. Made anew each
// time this screen is opened; nothing notes who took it.
import { useEffect, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useRandom } from '#app/phone/random-context.ts'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import styles from '#app/screens/card/card.module.css'
import { CardSheet } from '#app/screens/card/card-sheet.tsx'
import { useLanguagesHere } from '#app/screens/card/in-language.tsx'
import { TakeAlong } from '#app/screens/card/take-along.tsx'
import { Page } from '#app/shell/page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Card, createCard } from '#domain/card.ts'
import { NEED_CODES, type Need } from '#domain/codes/needs.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { cardLink } from '#protocol/card.ts'

export const GiveCard = () => {
  const t = useWords('card')
  const { id = '' } = useParams()
  const [asked] = useSearchParams()
  const at = useClock()()
  const directory = useDirectory()
  const service = directory.findService(id)
  if (service === undefined) {
    return (
      <Page title={t('title')} back="/services">
        <Notice tone="info" title={t('serviceGone')} />
      </Page>
    )
  }
  const need = NEED_CODES.find((code) => code === asked.get('need')) ?? service.needs[0] ?? 'other'
  return <Give key={`${id} ${need}`} row={directory.rowOf(service, at)} need={need} at={at} />
}

const Give = ({ row, need, at }: { row: ServiceRow; need: Need; at: number }) => {
  const t = useWords('card')
  const { mine, theirs } = useLanguage()
  const random = useRandom()
  const sheet = useRef<HTMLDivElement>(null)
  const [card] = useState(() => createCard({ service: row.service.id, need, at }, random))
  const signed = useSigned(card)
  const languages = useLanguagesHere([...new Set([theirs ?? mine, 'sr-Latn', 'en'] as const)])
  const link = signed?.text === undefined ? undefined : cardLink(location.origin, signed.text)
  return (
    <Page title={t('title')} back={`/services/${row.service.id}`}>
      {theirs === undefined && (
        <div className={styles.ways}>
          <Notice tone="info" title={t('languageHint')} />
        </div>
      )}
      {signed === undefined || languages === undefined ? (
        <p role="status">{t('preparing')}</p>
      ) : (
        <>
          <CardSheet ref={sheet} {...{ row, card, at, link, languages }} />
          {link === undefined && (
            <div className={styles.ways}>
              <Notice tone="info" title={t('noQr')} />
            </div>
          )}
          <TakeAlong sheet={sheet} name={card.code} link={link} />
        </>
      )}
    </Page>
  )
}

/** `text` is undefined on a phone that cannot sign cards. */
const useSigned = (card: Card): { text: string | undefined } | undefined => {
  const desk = useDesk()
  const [signed, setSigned] = useState<{ text: string | undefined }>()
  useEffect(() => {
    let isShown = true
    void desk.signCard(card).then((text) => {
      if (isShown) setSigned({ text })
    })
    return () => {
      isShown = false
    }
  }, [desk, card])
  return signed
}
