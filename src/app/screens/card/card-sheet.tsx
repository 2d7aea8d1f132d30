// The card itself, always in daylight colours: what it says in each language, and once what is the same in all of them.
import type { Ref } from 'react'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/card/card.module.css'
import { CardWords } from '#app/screens/card/card-words.tsx'
import { InLanguage } from '#app/language/in-language.tsx'
import { addressOf } from '#app/screens/services/where.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { QrCode } from '#app/ui/qr-code.tsx'
import { codeInGroups } from '#domain/card-code.ts'
import { type Card, tellsByName } from '#domain/card.ts'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

type CardSheetProps = {
  row: ServiceRow
  card: Card
  /** Milliseconds since 1970 UTC. */
  at: number
  /** What the QR code holds; none on a phone that cannot sign. */
  link: string | undefined
  /** The person's first. */
  languages: readonly InterfaceLanguage[]
  isChecked: (language: InterfaceLanguage) => boolean
  ref: Ref<HTMLDivElement>
}

export const CardSheet = ({ row, card, at, link, languages, isChecked, ref }: CardSheetProps) => {
  const [first, ...others] = languages
  return (
    <div ref={ref} className={styles.sheet}>
      {first && (
        <InLanguage language={first} className={classNames(styles.first, styles.both)}>
          <div className={styles.words}>
            <CardWords {...{ row, card, at }} />
            <Reached row={row} />
            {!isChecked(first) && <NotChecked language={first} />}
          </div>
          <div className={styles.code}>
            <CodeLabel />
            <p className={styles.letters}>
              <bdi dir="ltr">{codeInGroups(card.code)}</bdi>
            </p>
            {link !== undefined && <Square link={link} />}
          </div>
        </InLanguage>
      )}
      <div className={styles.others}>
        {others.map((language) => (
          <InLanguage key={language} language={language} className={styles.other}>
            <CardWords {...{ row, card, at }} />
            {!isChecked(language) && <NotChecked language={language} />}
          </InLanguage>
        ))}
      </div>
    </div>
  )
}

/** Letters a taxi driver reads and digits everybody dials: the same in every language. */
const Reached = ({ row }: { row: ServiceRow }) => (
  <>
    {(tellsByName(row) ? [] : row.places).map((place) => {
      const address = addressOf(place)
      return (
        address !== undefined && (
          <p key={place.id} className={styles.strong}>
            <bdi lang="sr-Latn" dir="ltr">
              {address}
            </bdi>
          </p>
        )
      )
    })}
    {numbersOf(row.service, row.provider).map(({ number }) => (
      <p key={number} className={styles.strong}>
        <bdi dir="ltr">{number}</bdi>
      </p>
    ))}
  </>
)

/** Said in full, on paper and in the picture too: the words may be wrong, and the card is genuine all the same. */
const NotChecked = ({ language }: { language: InterfaceLanguage }) => {
  const t = useWords('talk')
  return <p className={styles.mark}>{t('care.interpreterTitle', { language: LANGUAGES[language].endonym })}</p>
}

const CodeLabel = () => <p>{useWords('card')('code')}</p>

const Square = ({ link }: { link: string }) => <QrCode text={link} label={useWords('card')('qrLabel')} />
