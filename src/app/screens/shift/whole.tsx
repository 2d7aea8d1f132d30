// Records of the sheet, every one of them, or the word that there is nobody.
import { useWords } from '#app/language/language-context.tsx'
import { RecordList } from '#app/records/record-list.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const Whole = ({ records }: { records: readonly MergedRecord[] }) => {
  const t = useWords('board')
  return records.length === 0 ? <p>{t('nobodyIn')}</p> : <RecordList records={records} step={records.length} />
}
