// Sheets of cards for people, ten on a page of A4. Drawn by chance each time, so that two sheets never have a card in common;
// which of them is ever given to anybody is written down nowhere.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useRandom } from '#app/phone/random-context.ts'
import { useClock } from '#app/phone/use-phone.ts'
import styles from '#app/screens/person-cards/print-cards.module.css'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { codeInGroups, createCardCode } from '#domain/card-code.ts'
import { lastDayOfCard, personCardText } from '#domain/person-card.ts'

const CARDS_ON_A_SHEET = 10
const SHEETS = ['1', '2', '5', '10'] as const
type Sheets = (typeof SHEETS)[number]

export const PrintCards = () => {
  const t = useWords('handouts')
  const card = useWords('card')
  const format = useFormat()
  const random = useRandom()
  const [until] = useState(lastDayOfCard(useClock()()))
  const [codes, setCodes] = useState<readonly string[]>([])
  const [sheets, setSheets] = useState<Sheets>('1')
  const wanted = Number(sheets) * CARDS_ON_A_SHEET
  // Drawn while they are first shown; a card that is there stays the same, whatever else is chosen.
  if (codes.length < wanted) {
    setCodes([...codes, ...Array.from({ length: wanted - codes.length }, () => createCardCode(random))])
  }
  return (
    <Page
      title={t('cards.title')}
      back="/handouts"
      width="wide"
      footer={
        <Button variant="primary" icon="papers" isWide onClick={() => print()}>
          {t('cards.print')}
        </Button>
      }
    >
      <div className={styles.ways}>
        <p>{t('cards.what')}</p>
        <ChooseOne
          label={t('cards.sheets')}
          options={SHEETS.map((value) => ({ value, label: value }))}
          value={sheets}
          onChange={(chosen) => chosen !== undefined && setSheets(chosen)}
        />
      </div>
      <ul className={styles.cards} aria-label={t('cards.title')}>
        {codes.slice(0, wanted).map((code) => (
          <li key={code} className={styles.card}>
            <div className={styles.square}>
              <QrCode text={personCardText(code, until)} label={t('cards.code')} />
            </div>
            <div className={styles.words}>
              <p className={styles.code}>
                <bdi dir="ltr">{codeInGroups(code)}</bdi>
              </p>
              <p>{t('cards.onCard')}</p>
              <p>{card('until', { day: format.shortDate(until) })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
