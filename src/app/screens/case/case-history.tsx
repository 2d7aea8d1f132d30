// Who changed what and when, from the changes themselves: the newest first.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import type { Dot } from '#protocol/ids.ts'

/** Set by every step beside what it says. */
const BESIDE = ['arrival', 'met', 'zone', 'stepAt']

export const CaseHistory = ({ id }: { id: Dot }) => {
  const t = useWords('case')
  const format = useFormat()
  const desk = useDesk()
  const words = useFieldWords()
  const phoneName = usePhoneName()
  const kase = desk.findRecord(id)
  if (kase === undefined) return null
  const changes = desk.historyOf(id).toReversed()

  const said = (change: Change) =>
    Object.entries(change.fields)
      .filter(([name]) => !BESIDE.includes(name))
      .map(([name, value]) => `${words.label(kase, name)}: ${words.value(kase, name, value)}`)

  return (
    <Disclosure label={t('history.title')}>
      <List label={t('history.title')}>
        {changes.map(({ change }) => (
          <Row
            key={nameOf(change)}
            title={change.record === nameOf(change) ? t('history.began') : format.list(said(change))}
            detail={
              change.record === nameOf(change)
                ? `${phoneName(change.author)} · ${format.list(said(change))}`
                : phoneName(change.author)
            }
            age={`${format.shortDate(dayAt(change.clock.at))}, ${format.time(change.clock.at)}`}
          />
        ))}
      </List>
    </Disclosure>
  )
}
