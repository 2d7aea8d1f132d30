// Going along, in the field: where it stands, big buttons for what may come next, until when the paper counts, and what
// happened so far.
import { Owner } from '#app/cases/owner.tsx'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useAccompaniments } from '#app/cases/use-accompaniments.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { ChildFirst } from '#app/directory/child-first.tsx'
import { isChildAlone } from '#domain/child-alone.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { useAlongSteps } from '#app/screens/accompany/along-steps.tsx'
import { SoFar } from '#app/screens/accompany/so-far.tsx'
import { UntilCentre } from '#app/screens/accompany/until-centre.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { destinationOf, isUnderWay, stateOfAccompaniment } from '#domain/records/accompaniment.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const AccompanimentRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('accompany')
  const words = useWords('record')
  const kaseWords = useWords('case')
  const desk = useDesk()
  const along = useAccompaniments()
  const [isFull, save] = useSaving()
  useMinute()
  const { title } = useRecordWords()(record)
  const kase = along.caseOf(record)
  const arrival = kase && desk.findRecord(findCode(kase.fields, 'arrival') ?? '')
  const isGoing = isUnderWay(record.fields)
  const { steps, undo } = useAlongSteps(record)

  return (
    <Page title={title} back={kase === undefined ? '/people' : `/records/${kase.id}`} footer={undo}>
      {isGoing && arrival && isChildAlone(arrival.fields) && <ChildFirst />}
      <Disputes record={record} />
      <Section title={words('state')}>
        <Notice tone="info" title={t(`states.${stateOfAccompaniment(record.fields)}`)}>
          {isGoing && <Owner record={record} />}
        </Notice>
        {kase && <UntilCentre kase={kase} />}
        {steps}
        {isGoing && destinationOf(record.fields) === 'reg_accompany' && (
          <ButtonLink icon="papers" href={`/police-paper/${record.id}`}>
            {t('slip.title')}
          </ButtonLink>
        )}
      </Section>
      <SoFar record={record} />
      <Meeting record={record} />
      {isFull && <PhoneFull />}
      <Actions>
        {kase && (
          <ButtonLink icon="list" href={`/records/${kase.id}`}>
            {kaseWords('see')}
          </ButtonLink>
        )}
        <Button variant="danger" icon="remove" onClick={() => void save(desk.remove(record))}>
          {words('remove')}
        </Button>
      </Actions>
    </Page>
  )
}
