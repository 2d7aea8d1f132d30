// People seen again: one count, with where and when.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useFieldWords } from '#app/records/field-words.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { countField } from '#domain/records/arrival.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const TallyRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const { count } = useFormat()
  const words = useFieldWords()
  const { title } = useRecordWords()(record)
  const tallyClass = record.fields['class']
  return (
    <Page title={title} back="/people">
      <Disputes record={record} />
      <Meeting record={record} />
      <SummaryList
        items={[
          ...(tallyClass === undefined
            ? []
            : [{ id: 'class', label: t('fields.class'), value: words.value(record, 'class', tallyClass) }]),
          { id: 'count', label: t('fields.count'), value: count(countField(record.fields, 'count')) }
        ]}
      />
    </Page>
  )
}
