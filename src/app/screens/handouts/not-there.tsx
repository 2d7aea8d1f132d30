// Somebody asked for what is not there: the item and the size, so that the lead knows what to get.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { ItemChoice, SizeChoice } from '#app/screens/handouts/item-choice.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ITEM_CODES, type ItemCode, sizesOf } from '#domain/codes/items.ts'
import type { HandedOut } from '#domain/records/handout.ts'

/** `id`: of the record. */
export type Noted = { readonly item: ItemCode; readonly id: string }

type NotThereProps = { to: Pick<HandedOut, 'arrival' | 'card'>; onClose: () => void; onNoted: (noted: Noted) => void }

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
    const saving = handOuts.handOut(missing, { at: now(), zone })
    await save(saving)
    const saved = await saving
    if (saved.ok) onNoted({ item, id: saved.value })
  }

  return (
    <SaveSheet title={t('notThere')} isFull={isFull} onClose={onClose} onSave={() => void keep()}>
      {isIncomplete && <Notice isDense tone="needs-you" role="alert" title={t('incomplete')} />}
      {item !== undefined && <SizeChoice item={item} value={size} onChange={setSize} />}
      <ItemChoice items={ORDER} value={item} onChange={choose} />
    </SaveSheet>
  )
}

/** What was noted, and the way back from it. */
export const NotedAsMissing = ({ noted: { item, id } }: { noted: Noted }) => {
  const t = useWords('handouts')
  const today = useWords('today')
  const desk = useDesk()
  const [isFull, save] = useSaving()
  const [isTakenBack, setTakenBack] = useState(false)
  const name = t(`items.${item}`)
  const takeBack = async () => setTakenBack(await save(desk.takeBack(id)))
  return (
    <>
      {isFull && <PhoneFull />}
      <Notice
        isDense
        tone={isTakenBack ? 'info' : 'has-it'}
        role="status"
        title={isTakenBack ? today('again.takenBack', { class: name }) : t('noted', { item: name })}
        actions={
          !isTakenBack && (
            <Button icon="undo" onClick={() => void takeBack()}>
              {t('ui:undo')}
            </Button>
          )
        }
      />
    </>
  )
}
