// Some fields of a record with what they say, in the order they are named. What nobody answered is left out.
import { useFieldWords } from '#app/records/field-words.ts'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const NamedFields = ({ record, names }: { record: MergedRecord; names: readonly string[] }) => {
  const words = useFieldWords()
  const items = names.flatMap((name) => {
    const value = record.fields[name]
    const said = value === undefined ? '' : words.value(record, name, value)
    return said === '' ? [] : [{ id: name, label: words.label(record, name), value: said }]
  })
  return items.length === 0 ? null : <SummaryList items={items} />
}
