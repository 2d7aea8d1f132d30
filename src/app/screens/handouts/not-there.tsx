// Somebody asked for what is not there: the item and the size, so that the lead knows what to get.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { ItemChoice, SizeChoice } from '#app/screens/handouts/item-choice.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ITEM_CODES, type ItemCode, sizesOf } from '#domain/codes/items.ts'
import type { HandedOut } from '#domain/records/handout.ts'

type NotThereProps = { to: Pick<HandedOut, 'arrival' | 'card'>; onClose: () => void; onNoted: (item: ItemCode) => void }

/** What has sizes is what is asked for most and missing. */
const ORDER = [...ITEM_CODES].sort((a, b) => sizesOf(b).length - sizesOf(a).length)

export const NotThere = ({ to, onClose, onNoted }: NotThereProps) => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const now = useClock()
  const { zone } = usePhoneView()
  const [item, setItem] = useState<ItemCode>()
  const [size, setSize] = useState<string>()
  const [isIncomplete, setIncomplete] = useState(false)
  const [isFull, save] = useSaving()

  const choose = (chosen: ItemCode) => {
    setItem(chosen)
    setSize(undefined)
    setIncomplete(false)
  }
  const keep = async () => {
    if (item === undefined) return setIncomplete(true)
    const missing = { ...to, item, count: 1, end: 'missing' as const, ...(size !== undefined && { size }) }
    if (await save(handOuts.handOut(missing, { at: now(), zone }))) onNoted(item)
  }

  return (
    <SaveSheet title={t('notThere')} isFull={isFull} onClose={onClose} onSave={() => void keep()}>
      {isIncomplete && <Notice isDense tone="needs-you" role="alert" title={t('incomplete')} />}
      {item !== undefined && <SizeChoice item={item} value={size} onChange={setSize} />}
      <ItemChoice items={ORDER} value={item} onChange={choose} />
    </SaveSheet>
  )
}
