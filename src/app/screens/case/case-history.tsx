// Who changed what and when, from the changes themselves: the newest first.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ChangesList } from '#app/records/changes-list.tsx'
import { useFieldWords } from '#app/records/field-words.ts'
import { fieldsTold } from '#app/screens/case/fields-told.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type Change, nameOf } from '#protocol/change.ts'
import type { Dot } from '#protocol/ids.ts'

export const CaseHistory = ({ id }: { id: Dot }) => {
  const t = useWords('case')
  const format = useFormat()
  const desk = useDesk()
  const words = useFieldWords()
  const kase = desk.findRecord(id)
  if (kase === undefined) return null
  const changes = desk
    .historyOf(id)
    .toReversed()
    .map(({ change }) => change)

  const said = ({ fields }: Change) =>
    format.list(
      fieldsTold(fields).map(([name, value]) => `${words.label(kase, name)}: ${words.value(kase, name, value)}`)
    )

  return (
    <Disclosure label={t('history.title')}>
      <ChangesList
        changes={changes}
        saidIn={(change) =>
          change.record === nameOf(change)
            ? { title: t('history.began'), detail: said(change) }
            : { title: said(change) }
        }
      />
    </Disclosure>
  )
}
