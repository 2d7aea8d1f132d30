// A card for a service, in the person's language, Serbian and English: shown, printed or saved as a picture. Made anew each
// time this screen is opened; nothing notes who took it. Where it is given for a referral to an organisation that reads here,
// that organisation finds the referral by it. One whose service is for what people confide is given in private, and names no service.
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { CheckFirst, Reported } from '#app/directory/check-first.tsx'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDirectory } from '#app/directory/use-directory.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useAreChecked } from '#app/language/checked.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useRandom } from '#app/phone/random-context.ts'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import styles from '#app/screens/card/card.module.css'
import { isCardChecked } from '#app/screens/card/card-checked.ts'
import { CardSheet } from '#app/screens/card/card-sheet.tsx'
import { useLanguagesHere } from '#app/language/in-language.tsx'
import { TakeAlong } from '#app/screens/card/take-along.tsx'
import { ConfirmPrivacy } from '#app/screens/talk/care-first.tsx'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { Page } from '#app/shell/page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Card, createCard, tellsByName } from '#domain/card.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { NEED_CODES, type Need } from '#domain/codes/needs.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { numbersOf } from '#domain/directory/who-to-call.ts'
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
  const referral = asked.get('referral') ?? undefined
  const row = directory.rowOf(service, at)
  const give = <Give key={`${id} ${need} ${referral}`} {...{ row, need, at, referral }} />
  return tellsByName(row) ? (
    <InPrivate key={id} back={backFrom(id, referral)}>
      {give}
    </InPrivate>
  ) : (
    give
  )
}

const backFrom = (service: string, referral: string | undefined): string =>
  referral === undefined ? `/services/${service}` : `/records/${referral}`

/** Whoever controls a person may stand by: then no paper changes hands. */
const InPrivate = ({ back, children }: { back: string; children: ReactNode }) => {
  const t = useWords('card')
  const [isPrivate, setPrivate] = useState(false)
  if (isPrivate) return children
  return (
    <Page title={t('title')} back={back}>
      <ConfirmPrivacy onConfirm={() => setPrivate(true)} />
    </Page>
  )
}

type GiveProps = { row: ServiceRow; need: Need; at: number; referral: string | undefined }

const Give = ({ row, need, at, referral }: GiveProps) => {
  const t = useWords('card')
  const refer = useWords('refer')
  const { mine, theirs } = useLanguage()
  const areChecked = useAreChecked()
  const random = useRandom()
  const sheet = useRef<HTMLDivElement>(null)
  const [card] = useState(() => createCard({ service: row.service.id, need, at }, random))
  const signed = useSigned(card)
  // It names no place, and there is nobody to call: the paper alone leads nowhere.
  const isEmpty = tellsByName(row) && numbersOf(row.service, row.provider).length === 0
  const isFull = useNoted(card, usePartners().isRead(row.service.id) ? referral : undefined)
  const isChecked = (language: InterfaceLanguage) => isCardChecked({ row, need, language }, areChecked)
  const languages = useLanguagesHere([...new Set([theirs ?? mine, 'sr-Latn', 'en'] as const)])
  const link = signed?.text === undefined ? undefined : cardLink(location.origin, signed.text)
  return (
    <Page title={t('title')} back={backFrom(row.service.id, referral)}>
      {isFull && (
        <div className={styles.ways}>
          <PhoneFull />
        </div>
      )}
      <div className={styles.ways}>
        <CheckFirst row={row} at={at} />
        <Reported row={row} at={at} />
        {isEmpty && <Notice tone="needs-you" title={refer('goAlong')} />}
        {theirs === undefined ? (
          <Notice tone="info" title={t('languageHint')} />
        ) : (
          <Unchecked isChecked={isChecked(theirs)} />
        )}
      </div>
      {signed === undefined || languages === undefined ? (
        <p role="status">{t('preparing')}</p>
      ) : (
        <>
          <CardSheet ref={sheet} {...{ row, card, at, link, languages, isChecked }} />
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

/** Cards that are being noted: the screen may be drawn again before the save has come back. */
const underWay = new Set<string>()

/** Whether there was no room to note by which card the referral is found. */
const useNoted = ({ code, until }: Card, referral: string | undefined): boolean => {
  const { hashesOf } = useDesk()
  const { noteCard } = useCheckIn()
  const [isFull, save] = useSaving()
  const note = useEffectEvent(async (to: string) => {
    const [hash] = await hashesOf(code)
    await save(noteCard(to, { hash, until }))
  })
  useEffect(() => {
    if (referral === undefined || underWay.has(code)) return
    underWay.add(code)
    void note(referral)
  }, [code, referral])
  return isFull
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
