// One service in a list: whose it is, whether it is open, who is understood there, and how old the entry is.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { Row } from '#app/ui/list.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import type { ServiceRow as FoundService } from '#domain/directory/search.ts'
import styles from '#app/screens/services/services.module.css'

type ServiceRowProps = {
  row: FoundService
  at: number
  /** Why it is offered, in words. */
  reasons?: string
  href?: string
  onTap?: () => void
  isCurrent?: boolean
  /** Somebody who was there before knows the rest. */
  isKnown?: boolean
}

export const ServiceRow = ({ row, at, reasons, isKnown, ...tap }: ServiceRowProps) => {
  const t = useWords('services')
  const words = useDirectoryWords()
  const directory = useWords('directory')
  const { service, provider, places, freshness, standing, report } = row
  const checked = words.checked(service.lastChecked, at)
  const isDoubtful = standing === 'current' && freshness !== 'fresh'
  return (
    <Row
      {...tap}
      title={<Said words={service.name} />}
      detail={
        <>
          {reasons && <span className={styles.reasons}>{reasons}</span>}
          {provider && (
            <span className={styles.line}>
              <Said words={provider.name} isName />
            </span>
          )}
          <span className={styles.line}>{words.opening(row, at)}</span>
          {!isKnown && service.languages.length > 0 && (
            <span className={styles.line}>{t('speak', { languages: words.languages(service.languages) })}</span>
          )}
          {!isKnown &&
            places.map((place) => (
              <span key={place.id} className={styles.line}>
                <Said words={place.name} isName />
              </span>
            ))}
          {!isKnown && !isDoubtful && <span className={styles.line}>{checked}</span>}
        </>
      }
      state={
        report ? (
          <StatePill standing="needs-you">{directory(`found.${report.found}`)}</StatePill>
        ) : (
          isDoubtful && <StatePill standing="needs-you">{t('checkFirst', { checked })}</StatePill>
        )
      }
    />
  )
}
