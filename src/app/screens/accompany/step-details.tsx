// What a step cannot be without: where asylum was asked for, why they were turned away, or what stands on the certificate.
import { useWords } from '#app/language/language-context.tsx'
import { CertificateSheet } from '#app/screens/accompany/certificate-sheet.tsx'
import { usePlaces } from '#app/screens/accompany/places.ts'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { StepWithPaper } from '#device/accompaniments.ts'
import { type AccompanimentState, REFUSALS } from '#domain/records/accompaniment.ts'

type Said = Omit<StepWithPaper, 'to'>

type StepDetailsProps = { to: AccompanimentState; onClose: () => void; onSaid: (said: Said) => void }

export const StepDetails = ({ to, onClose, onSaid }: StepDetailsProps) => {
  const t = useWords('accompany')
  const record = useWords('record')
  const places = usePlaces()
  if (to === 'certificate') return <CertificateSheet onClose={onClose} onSaid={onSaid} />
  const title = to === 'refused' ? record('whyNot') : t('place')
  const rows: readonly { readonly value: string; readonly label: string; readonly said: Said }[] =
    to === 'refused'
      ? REFUSALS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`), said: { reason } }))
      : places.stations().map((station) => ({ ...station, said: { place: station.value } }))
  return (
    <Sheet title={title} isOpen onClose={onClose} closeLabel={t('ui:close')}>
      <List label={title}>
        {rows.map(({ value, label, said }) => (
          <Row key={value} title={label} onTap={() => onSaid(said)} />
        ))}
      </List>
    </Sheet>
  )
}
