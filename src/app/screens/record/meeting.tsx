// When and where a record was met, who wrote it, and where it stands.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Card } from '#app/ui/card.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const Meeting = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const format = useFormat()
  const phoneName = usePhoneName()
  const met = findCode(record.fields, 'met')
  const zone = findCode(record.fields, 'zone')
  return (
    <Card>
      {met && <p>{t('common:when.dayAndTime', { day: format.dateOfDay(dayOf(met)), time: `${met.slice(11)}:00` })}</p>}
      {zone && <p>{t(`codes:zones.${zone}` as 'codes:zones.parks', { defaultValue: zone })}</p>}
      <p>{t('writtenBy', { phone: phoneName(record.author) })}</p>
      <div>
        <RecordStanding record={record} />
      </div>
    </Card>
  )
}
