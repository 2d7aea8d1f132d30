// How somebody comes to a centre today: the services of the directory that have transport, or know which centre has a place.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import { Section } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'

export const ToCentres = ({ now }: { now: number }) => {
  const t = useWords('shift')
  const { language } = useLanguage()
  const rows = useDirectory().servicesFor({ needs: ['transport'], at: now, namesIn: language })
  if (rows.length === 0) return null
  return (
    <Section title={t('codes:needs.transport')}>
      <List>
        {rows.map((row) => (
          <ServiceRow key={row.service.id} row={row} at={now} href={`/services/${row.service.id}`} />
        ))}
      </List>
    </Section>
  )
}
