// What was done, when and by which phone: the record that ends each alert.
import { saidAt } from '#app/cases/said-at.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { ALERT_CODES } from '#domain/immediate-actions.ts'
import { familyIn } from '#domain/records/case.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const DoneAlerts = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('act')
  const dayAndTime = useDayAndTime()
  const phoneName = usePhoneName()
  const done = familyIn(kase.fields, 'alert', ALERT_CODES).filter(({ value }) => value !== 'open')
  if (done.length === 0) return null
  return (
    <Section title={t('done')}>
      <List>
        {done.map(({ name, value }) => {
          const at = saidAt(kase, `alert_${name}`)
          const author = kase.standing[`alert_${name}`]?.[0]?.author
          return (
            <Row
              key={name}
              icon="check"
              title={t(`closed.${value}` as 'closed.csw_informed', { defaultValue: value })}
              detail={author && phoneName(author)}
              age={dayAndTime.at(at)}
            />
          )
        })}
      </List>
    </Section>
  )
}
