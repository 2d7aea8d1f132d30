// The people were seen again: where, which is here unless somebody says otherwise, and what was given.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { ChooseMany, ChooseOne } from '#app/ui/chip-group.tsx'
import { QUICK_SERVICES, type QuickService } from '#domain/codes/field-codes.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const SHOWN = 3

export const SeenAgain = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()
  const record = useWords('record')
  const shell = useWords('shell')
  const { zone: here } = usePhoneView()
  const [elsewhere, setElsewhere] = useState<Zone>()
  const [isOpen, setOpen] = useState(false)
  const [given, setGiven] = useState<readonly QuickService[]>([])
  const [isFull, save] = useSaving()
  const contacts = cases.contactsOf(kase)

  const keep = async () => {
    if (!(await save(cases.meetAgain(kase, given, { at: now(), zone: elsewhere ?? here })))) return
    setOpen(false)
    setGiven([])
    setElsewhere(undefined)
  }

  return (
    <Section title={t('contacts.title')}>
      {contacts.length === 0 ? <p>{t('contacts.none')}</p> : <RecordList records={contacts} step={SHOWN} />}
      <Button icon="again" onClick={() => setOpen(true)}>
        {t('contacts.add')}
      </Button>
      {isOpen && (
        <SaveSheet title={shell('seenAgain')} isFull={isFull} onClose={() => setOpen(false)} onSave={() => void keep()}>
          <ChooseOne
            label={record('fields.zone')}
            options={ZONES.map((value) => ({ value, label: t(`codes:zones.${value}`) }))}
            value={elsewhere ?? here}
            onChange={setElsewhere}
          />
          <ChooseMany
            label={t('contacts.given')}
            options={QUICK_SERVICES.map((value) => ({ value, label: t(`codes:quickServices.${value}`) }))}
            value={given}
            onChange={setGiven}
          />
        </SaveSheet>
      )}
    </Section>
  )
}
