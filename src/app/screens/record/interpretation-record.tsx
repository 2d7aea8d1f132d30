// Somebody interpreted, or nobody could: the language, where and when.
import { useWords } from '#app/language/language-context.tsx'
import { useFieldWords } from '#app/records/field-words.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const InterpretationRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const words = useFieldWords()
  const { title } = useRecordWords()(record)
  const { language } = record.fields
  return (
    <Page title={title} back="/phone">
      <Disputes record={record} />
      <Meeting record={record} />
      {language !== undefined && (
        <SummaryList
          items={[{ id: 'language', label: t('fields.language'), value: words.value(record, 'language', language) }]}
        />
      )}
    </Page>
  )
}
