// What came to the shelf, went to another team, or was counted there. A count sets the book; the others add and take.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { ItemChoice } from '#app/screens/handouts/item-choice.tsx'
import { countIn } from '#app/screens/handouts/typed-count.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { ITEM_CODES, type ItemCode } from '#domain/codes/items.ts'
import { type Movement, MOVEMENTS } from '#domain/records/stock.ts'

type NoteStockProps = { begunWith: ItemCode | undefined; onClose: () => void }

export const NoteStock = ({ begunWith, onClose }: NoteStockProps) => {
  const t = useWords('handouts')
  const cases = useWords('case')
  const handOuts = useHandOuts()
  const now = useClock()
  const { zone } = usePhoneView()
  const [item, setItem] = useState(begunWith)
  const [movement, setMovement] = useState<Movement>('arrived')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<'item' | 'number'>()
  const [isFull, save] = useSaving()

  const keep = async () => {
    const count = countIn(typed)
    if (item === undefined) return setWrong('item')
    if (count === undefined) return setWrong('number')
    setWrong(undefined)
    if (await save(handOuts.noteStock({ item, movement, count }, { at: now(), zone }))) onClose()
  }

  return (
    <SaveSheet title={t('stockNote')} isFull={isFull} onClose={onClose} onSave={() => void keep()}>
      {wrong === 'item' && <Notice isDense tone="needs-you" role="alert" title={t('incomplete')} />}
      <ChooseOne
        label={cases('date.title')}
        options={MOVEMENTS.map((value) => ({ value, label: t(`movements.${value}`) }))}
        value={movement}
        onChange={(chosen) => chosen !== undefined && setMovement(chosen)}
      />
      <Field label={t('howMany')} error={wrong === 'number' && t('badNumber')}>
        {(input) => <TextInput {...input} inputMode="numeric" dir="ltr" value={typed} onChange={setTyped} />}
      </Field>
      <ItemChoice items={ITEM_CODES} value={item} onChange={setItem} />
    </SaveSheet>
  )
}
