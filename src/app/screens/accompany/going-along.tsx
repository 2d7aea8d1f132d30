// In a case: where somebody has gone along to, and setting out with the people now. One that is closed is opened again first: what is
// planned in it nobody would be told of.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useAccompaniments } from '#app/cases/use-accompaniments.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { type Destination, DESTINATIONS } from '#domain/records/accompaniment.ts'
import { stateOfCase } from '#domain/records/case.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const GoingAlong = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('accompany')
  const along = useAccompaniments()
  const navigate = useNavigate()
  const now = useClock()
  const { zone } = usePhoneView()
  const [isOpen, setOpen] = useState(false)
  const [isFull, save] = useSaving()
  const known = along.ofCase(kase)
  const isClosed = stateOfCase(kase.fields) === 'closed'

  const begin = async (to: Destination) => {
    const begun = await along.begin(kase, to, { at: now(), zone })
    if (await save(Promise.resolve(begun))) await navigate(`/records/${begun.ok ? begun.value : ''}`)
  }

  if (isClosed && known.length === 0) return null
  return (
    <Section title={t('title')}>
      {known.length > 0 && <RecordList records={known} />}
      {!isClosed && (
        <Button icon="people" onClick={() => setOpen(true)}>
          {t('codes:followUps.go_along')}
        </Button>
      )}
      <Sheet title={t('where')} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t('ui:close')}>
        {isFull && <PhoneFull />}
        <List label={t('where')}>
          {DESTINATIONS.map((to) => (
            <Row key={to} title={t(`codes:needs.${to}`)} onTap={() => void begin(to)} />
          ))}
        </List>
      </Sheet>
    </Section>
  )
}
