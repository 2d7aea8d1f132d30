// One hand-out or one change of the stock: what, how many, where and when.
import { useFormat } from '#app/language/language-context.tsx'
import { useFieldWords } from '#app/records/field-words.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { countField } from '#domain/records/arrival.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ItemRecord = ({ record }: { record: MergedRecord }) => {
  const { count } = useFormat()
  const words = useFieldWords()
  const { title, detail } = useRecordWords()(record)
  return (
    <Page title={title} back={record.type === 'stock' ? '/stock' : '/handouts'}>
      <Disputes record={record} />
      <p>{detail}</p>
      <Meeting record={record} />
      <SummaryList
        items={[{ id: 'count', label: words.label(record, 'count'), value: count(countField(record.fields, 'count')) }]}
      />
    </Page>
  )
}
