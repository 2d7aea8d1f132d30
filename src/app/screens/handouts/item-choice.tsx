// One item of the list, and its size where it has one.
import { useWords } from '#app/language/language-context.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { type ItemCode, sizesOf } from '#domain/codes/items.ts'

type ItemChoiceProps = { items: readonly ItemCode[]; value: ItemCode | undefined; onChange: (item: ItemCode) => void }

export const ItemChoice = ({ items, value, onChange }: ItemChoiceProps) => {
  const t = useWords('handouts')
  return (
    <ChooseOne
      label={t('which')}
      options={items.map((item) => ({ value: item, label: t(`items.${item}`) }))}
      value={value}
      onChange={(item) => item !== undefined && onChange(item)}
    />
  )
}

type SizeChoiceProps = { item: ItemCode; value: string | undefined; onChange: (size: string | undefined) => void }

export const SizeChoice = ({ item, value, onChange }: SizeChoiceProps) => {
  const t = useWords('handouts')
  const sizes = sizesOf(item)
  if (sizes.length === 0) return null
  return (
    <ChooseOne
      label={t('size')}
      hint={t('ui:optional')}
      options={sizes.map((size) => ({ value: size, label: size, dir: 'ltr' }))}
      value={value}
      onChange={onChange}
    />
  )
}
