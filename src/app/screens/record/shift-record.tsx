// A shift, or what was counted at dawn: whose it is, with all that was said of it.
import { NamedFields } from '#app/records/named-fields.tsx'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { SLEEPERS } from '#domain/records/dawn-count.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ShiftRecord = ({ record }: { record: MergedRecord }) => {
  const { title } = useRecordWords()(record)
  return (
    <Page title={title} back={record.type === 'shift' ? '/shift' : '/shift/dawn'}>
      <Disputes record={record} />
      <Meeting record={record} />
      <NamedFields record={record} names={['crew', 'languages', 'stepAt', ...SLEEPERS]} />
    </Page>
  )
}
