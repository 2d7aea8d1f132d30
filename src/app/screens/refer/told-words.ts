// What may be told of an arrival, as it will be read.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import type { Need } from '#domain/codes/needs.ts'
import type { Tellable } from '#domain/records/referral.ts'
import { codesIn, findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const useToldWords = (): ((name: Tellable, arrival: MergedRecord, needs: readonly Need[]) => string) => {
  const t = useWords('refer')
  const { list } = useFormat()
  const labels = useLabels()
  const recordWords = useRecordWords()
  return (name, arrival, needs) => {
    switch (name) {
      case 'people':
        return recordWords(arrival).title
      case 'language':
        return labels.code('languages', findCode(arrival.fields, 'language') ?? '')
      case 'country':
        return labels.country(findCode(arrival.fields, 'country') ?? '')
      case 'needs':
        return list(needs.map((need) => t(`codes:needs.${need}`)))
      case 'urgent':
        return list(codesIn(arrival.fields, 'urgent').map((flag) => labels.code('urgent', flag)))
    }
  }
}
