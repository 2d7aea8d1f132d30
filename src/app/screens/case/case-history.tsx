// Who changed what and when, in the case and in what hangs on it, from the changes themselves: the newest first.
import { useCases } from '#app/cases/use-cases.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { ChangesList } from '#app/records/changes-list.tsx'
import { useFieldWords } from '#app/records/field-words.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { fieldsTold } from '#app/screens/case/fields-told.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { Changed } from '#device/cases.ts'
import { nameOf } from '#protocol/change.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const CaseHistory = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const format = useFormat()
  const words = useFieldWords()
  const recordWords = useRecordWords()
  const changes = useCases().historyOf(kase)
  const recordOf = new Map(changes.map(({ record, change }) => [nameOf(change), record]))

  const said = ({ record, change }: Changed) =>
    format.list(
      fieldsTold(change.fields).map(
        ([name, value]) => `${words.label(record, name)}: ${words.value(record, name, value)}`
      )
    )

  return (
    <Disclosure label={t('history.title')}>
      <ChangesList
        changes={changes.map(({ change }) => change)}
        saidIn={(change) => {
          const record = recordOf.get(nameOf(change)) ?? kase
          const told = said({ record, change })
          if (record !== kase) return { title: recordWords(record).title, detail: told }
          return change.record === nameOf(change) ? { title: t('history.began'), detail: told } : { title: told }
        }}
      />
    </Disclosure>
  )
}
