// One hand-out, one change of the stock, or one time people were seen again: what, how many, where and when. What was noted by
// mistake is removed here.
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { listOf } from '#app/records/list-of.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { countField } from '#domain/records/arrival.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ItemRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const { count } = useFormat()
  const words = useFieldWords()
  const { title, detail } = useRecordWords()(record)
  const [isFull, save] = useSaving()
  return (
    <Page title={title} back={listOf(record)}>
      {isFull && <PhoneFull />}
      <Disputes record={record} />
      <p>{detail}</p>
      <Meeting record={record} />
      {record.type !== 'contact' && (
        <SummaryList
          items={[
            { id: 'count', label: words.label(record, 'count'), value: count(countField(record.fields, 'count')) }
          ]}
        />
      )}
      <Button variant="danger" icon="remove" onClick={() => void save(desk.remove(record))}>
        {t('remove')}
      </Button>
    </Page>
  )
}
