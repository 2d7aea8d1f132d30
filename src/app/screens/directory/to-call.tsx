// Whom to call this week, first what somebody found wrong. A tap leads to the numbers and to the one tap that settles it.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { List } from '#app/ui/list.tsx'
import { toCall } from '#domain/directory/to-call.ts'
import type { ServiceRow as FoundService } from '#domain/directory/search.ts'

/** Of a list that would take more than a week. */
const AT_FIRST = 7

export const ToCall = () => {
  const t = useWords('directory')
  const { count } = useFormat()
  const at = useClock()()
  const rows = toCall(useDirectory(), at)
  const listed = (part: readonly FoundService[]) => (
    <List label={t('toCall')}>
      {part.map((row) => (
        <ServiceRow key={row.service.id} row={row} at={at} href={`/services/${row.service.id}`} />
      ))}
    </List>
  )
  return (
    <Section title={t('toCall')} aside={rows.length > 0 && count(rows.length)}>
      {rows.length === 0 ? <p>{t('nothingToCall')}</p> : listed(rows.slice(0, AT_FIRST))}
      {rows.length > AT_FIRST && <Disclosure label={t('ui:more')}>{listed(rows.slice(AT_FIRST))}</Disclosure>}
    </Section>
  )
}
