// What these people were given not long ago, here and by other organisations. A hint and never a refusal.
import { ITEM_ICONS } from '#app/handouts/item-icons.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Section } from '#app/ui/card.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import type { GivenElsewhere, LedgerGroup } from '#domain/ledger.ts'
import type { GivenBefore } from '#domain/review/given-before.ts'

const GROUP_ICONS: Record<LedgerGroup, IconName> = {
  shoes: 'shoes',
  clothing: 'clothes',
  bedding: 'bed',
  hygiene: 'wash'
}

type AlreadyGivenProps = { given: readonly GivenBefore[]; elsewhere: readonly GivenElsewhere[] }

/** Nothing is drawn where nothing was given. */
export const AlreadyGiven = ({ given, elsewhere }: AlreadyGivenProps) => {
  const t = useWords('handouts')
  const phoneName = usePhoneName()
  const daysAgo = useDaysAgo()
  if (given.length + elsewhere.length === 0) return null
  return (
    <Section title={t('before')}>
      <List>
        {given.map(({ item, day, author }) => (
          <Row
            key={item}
            icon={ITEM_ICONS[item]}
            title={t(`items.${item}`)}
            detail={`${daysAgo(day)} · ${phoneName(author)}`}
          />
        ))}
        {elsewhere.map(({ group, day }) => (
          <Row
            key={`elsewhere ${group}`}
            icon={GROUP_ICONS[group]}
            title={t(`codes:needs.${group}`)}
            detail={`${daysAgo(day)} · ${t('elsewhere')}`}
          />
        ))}
      </List>
      <p>{t('beforeWhat')}</p>
    </Section>
  )
}

/** Whole days of the calendar, however late in the evening. */
const useDaysAgo = (): ((day: Day) => string) => {
  const t = useWords('services')
  const format = useFormat()
  const today = dayAt(useClock()())
  return (day) => (day >= today ? t('today') : format.relative(Date.parse(day), Date.parse(today)))
}
