// Which other groups belong to this one: a family that found or lost each other, or people who travel together. What it is
// between two groups changes: who was separated is found.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { type Bond, BONDS } from '#domain/codes/case-codes.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** The newest groups: two that belong together are met within days of each other. */
const OFFERED = 30

export const OtherGroups = ({ arrival }: { arrival: Dot }) => {
  const t = useWords('case')
  const shell = useWords('shell')
  const desk = useDesk()
  const cases = useCases()
  const recordWords = useRecordWords()
  const [isOpen, setOpen] = useState(false)
  const [opened, setOpened] = useState<Dot>()
  const bonds = cases.bondsOf(arrival)
  const shown = bonds.find(({ record }) => record.id === opened)
  return (
    <Section title={t('bonds.title')}>
      {bonds.length === 0 && <p>{t('bonds.none')}</p>}
      {bonds.length > 0 && (
        <List>
          {bonds.map(({ other, record }) => {
            const group = desk.findRecord(other)
            return (
              <Row
                key={record.id}
                icon="link"
                title={group === undefined ? shell('someone') : recordWords(group).title}
                detail={recordWords(record).title}
                state={
                  record.disputed.length > 0 && (
                    <StatePill standing="needs-you">{t('common:standing.twoAnswers')}</StatePill>
                  )
                }
                onTap={() => setOpened(record.id)}
              />
            )
          })}
        </List>
      )}
      <Button icon="link" onClick={() => setOpen(true)}>
        {t('bonds.add')}
      </Button>
      {shown && <BondNow {...shown} onClose={() => setOpened(undefined)} />}
      {isOpen && <LinkGroup arrival={arrival} onClose={() => setOpen(false)} />}
    </Section>
  )
}

type BondNowProps = { other: Dot; record: MergedRecord; onClose: () => void }

const BondNow = ({ other, record, onClose }: BondNowProps) => {
  const t = useWords('case')
  const words = useWords('record')
  const desk = useDesk()
  const cases = useCases()
  const [isFull, save] = useSaving()
  const remove = async () => {
    if (await save(desk.remove(record))) onClose()
  }
  return (
    <Sheet title={t('bonds.title')} isOpen onClose={onClose} closeLabel={t('ui:close')}>
      {isFull && <PhoneFull />}
      <Disputes record={record} />
      <ChooseOne
        label={t('bonds.how')}
        options={BONDS.map((value) => ({ value, label: t(`codes:bonds.${value}`) }))}
        value={BONDS.find((bond) => bond === record.fields['bond'])}
        onChange={(chosen) => {
          if (chosen !== undefined) void save(cases.rebind(record, chosen))
        }}
      />
      <Actions>
        <ButtonLink icon="people" href={`/records/${other}`}>
          {t('seeOther')}
        </ButtonLink>
        <Button variant="danger" icon="remove" onClick={() => void remove()}>
          {words('remove')}
        </Button>
      </Actions>
    </Sheet>
  )
}

const LinkGroup = ({ arrival, onClose }: { arrival: Dot; onClose: () => void }) => {
  const t = useWords('case')
  const desk = useDesk()
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const recordWords = useRecordWords()
  const [bond, setBond] = useState<Bond>('together')
  const [isFull, save] = useSaving()
  const known = cases.bondsOf(arrival).map(({ other }) => other)
  const groups = desk
    .records()
    .filter(({ type, id }) => type === 'arrival' && id !== arrival && !known.includes(id))
    .slice(0, OFFERED)

  const link = async (other: Dot) => {
    if (await save(cases.bind({ one: arrival, other, bond }, { at: now(), zone }))) onClose()
  }

  return (
    <Sheet title={t('bonds.add')} isOpen onClose={onClose} closeLabel={t('ui:close')}>
      {isFull && <PhoneFull />}
      <ChooseOne
        label={t('bonds.how')}
        options={BONDS.map((value) => ({ value, label: t(`codes:bonds.${value}`) }))}
        value={bond}
        onChange={(chosen) => setBond(chosen ?? bond)}
      />
      <h3>{t('bonds.which')}</h3>
      <List label={t('bonds.which')}>
        {groups.map((group) => {
          const { title, detail, hour } = recordWords(group)
          return <Row key={group.id} title={title} detail={detail} age={hour} onTap={() => void link(group.id)} />
        })}
      </List>
    </Sheet>
  )
}
