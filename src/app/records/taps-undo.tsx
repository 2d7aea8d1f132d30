// The way back from the last tap, on every screen that counts by taps.
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import type { Tap, Taps } from '#app/records/use-taps.ts'
import { UNDO_MS, UndoBar } from '#app/ui/undo-bar.tsx'

type TapsUndoProps<Kind> = { taps: Taps<Kind>; tap: Tap<Kind>; name: string }

export const TapsUndo = <Kind,>({ taps, tap, name }: TapsUndoProps<Kind>) => {
  const t = useWords('today')
  const now = useClock()
  return (
    <UndoBar
      undoLabel={t('ui:undo')}
      remaining={tap.at + UNDO_MS - now()}
      onUndo={() => void taps.undo()}
      onOver={taps.forget}
    >
      {t('again.counted', { class: name })}
    </UndoBar>
  )
}
