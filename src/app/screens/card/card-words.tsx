// What a card says in one language. The way there and the hours are the directory's, with how old they are; nothing is about the
// person, not even by the name of a service.
import { isUncertain } from '#app/directory/check-first.tsx'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { isAlwaysOpen } from '#app/directory/week.ts'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/card/card.module.css'
import { weekInShort } from '#app/screens/card/week-in-short.ts'
import { Ltr } from '#app/ui/ltr.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { type Card, tellsByName } from '#domain/card.ts'
import type { Service } from '#domain/directory/directory.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { inSolarYear } from '#domain/talk/solar-year.ts'

export const CardWords = ({ row, card, at }: { row: ServiceRow; card: Card; at: number }) => {
  const t = useWords('card')
  const words = useDirectoryWords()
  const format = useFormat()
  const { service } = row
  const until = format.shortDate(card.until)
  const solar = inSolarYear(useLanguage().language, card.until)
  return (
    <>
      {!tellsByName(row) && <WhereAndWhen {...{ row, at }} />}
      {(isUncertain(row) || row.report) && <p>{words.checked(service.lastChecked, at)}</p>}
      {card.need !== 'other' && !tellsByName(row) && (
        <p>
          {t('need')}: {t(`codes:needs.${card.need}`)}
        </p>
      )}
      <p>{t('until', { day: solar === undefined ? until : `${until} (${solar})` })}</p>
      <p className={styles.strong}>{t('show')}</p>
    </>
  )
}

const WhereAndWhen = ({ row, at }: { row: ServiceRow; at: number }) => {
  const words = useDirectoryWords()
  const format = useFormat()
  const { service, provider, places } = row
  return (
    <>
      <h2 className={styles.name}>
        <Said words={service.name} />
      </h2>
      {provider && (
        <p>
          <Said words={provider.name} isName />
        </p>
      )}
      {places.map((place) => (
        <div key={place.id}>
          <p>
            <Said words={place.name} isName />
          </p>
          {place.directions && (
            <p>
              <Said words={place.directions} />
            </p>
          )}
        </div>
      ))}
      <p className={styles.strong}>
        {/* The card outlives the day: what is true today says so. */}
        {row.opening.state !== 'unknown' && <>{format.shortDate(dayAt(at))} · </>}
        {words.opening(row, at)}
      </p>
      <Week hours={service.hours} />
    </>
  )
}

const Week = ({ hours }: { hours: Service['hours'] }) => {
  const t = useWords('services')
  const words = useDirectoryWords()
  if (hours === 'unknown') return null
  if (isAlwaysOpen(hours)) return <p>{t('everyDayAndNight')}</p>
  return weekInShort(hours).map(({ from, to, times }) => (
    <p key={from}>
      {words.weekday(from)}
      {from !== to && <> – {words.weekday(to)}</>}{' '}
      {times.map((time) => (
        <Ltr key={time}>{time} </Ltr>
      ))}
    </p>
  ))
}
