// What to do now, in order, for whoever is in danger: from the arrival just logged, or from its case. Nothing here is asked
// of the person, and no heading names what must stay between two people.
import { useParams } from 'react-router'
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useTurned } from '#app/cases/use-turned.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { AlertSteps } from '#app/screens/act/alert-steps.tsx'
import { ChooseAlert } from '#app/screens/act/choose-alert.tsx'
import { DoneAlerts } from '#app/screens/act/done-alerts.tsx'
import { NotHere } from '#app/shell/not-here.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import { type AlertClosing, type AlertCode, openAlerts } from '#domain/immediate-actions.ts'
import type { SharedFields } from '#domain/code.ts'
import { isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ActNow = () => {
  const { id = '' } = useParams()
  const desk = useDesk()
  const cases = useCases()
  const record = desk.findRecord(id)
  const isTurned = useTurned()
  if (isTurned) return <Quiet />
  if (record === undefined || isRemoved(record)) return <Nobody />
  if (record.type === 'case') return <OfCase key={id} kase={record} />
  const kase = record.type === 'arrival' ? cases.caseOf(id) : undefined
  if (kase !== undefined) return <OfCase key={id} kase={kase} />
  return record.type === 'arrival' ? <OfArrival key={id} arrival={record} /> : <Nobody />
}

/** `before`: what the case said, which undo says again. */
type LastNoted = { readonly alert: AlertCode; readonly before: SharedFields }

/** The steps are there at once; what was done is noted once somebody has taken it. */
const OfArrival = ({ arrival }: { arrival: MergedRecord }) => {
  const t = useWords('act')
  const words = useWords('case')
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const { title } = useRecordWords()(arrival)
  const [isFull, save] = useSaving()
  const alerts = cases.alertsOf(arrival)
  return (
    <Page
      title={t('title')}
      detail={title}
      back={`/records/${arrival.id}`}
      footer={
        <Button variant="primary" onClick={() => void save(cases.grow(arrival, { at: now(), zone }))}>
          {words('owner.take')}
        </Button>
      }
    >
      {isFull && <PhoneFull />}
      {alerts.length === 0 && <p>{t('nothing')}</p>}
      {alerts.map((alert) => (
        <AlertSteps
          key={alert}
          alert={alert}
          row={cases.rowOf(alert, arrival)}
          raisedAt={cases.raisedAt(alert, arrival)}
        />
      ))}
      <p>{t('takeFirst')}</p>
    </Page>
  )
}

const OfCase = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('act')
  const cases = useCases()
  const now = useClock()
  useMinute()
  const { zone } = usePhoneView()
  const { title } = useRecordWords()(kase)
  const [seen, setSeen] = useState<MergedRecord>()
  const [last, setLast] = useState<LastNoted>()
  const [isFull, save] = useSaving()
  const alerts = openAlerts(kase.fields)

  const end = async (alert: AlertCode, closing: AlertClosing) => {
    if (await save(cases.endAlert(kase, { alert, closing }, { at: now(), zone })))
      setLast({ alert, before: kase.fields })
  }
  const raise = async (alert: AlertCode) => {
    if (seen === undefined || !(await save(cases.raise(seen, alert, { at: now(), zone })))) return
    setLast({ alert, before: seen.fields })
    setSeen(undefined)
  }
  const takeBack = async (slip: LastNoted) => {
    if (await save(cases.takeAlertBack(kase, slip, { at: now(), zone }))) setLast(undefined)
  }

  return (
    <Page
      title={t('title')}
      detail={title}
      back={`/records/${kase.id}`}
      footer={
        last !== undefined && (
          <UndoBar
            key={`${last.alert} ${findCode(last.before, `alert_${last.alert}`)}`}
            undoLabel={t('ui:undo')}
            onUndo={() => void takeBack(last)}
            onOver={() => setLast(undefined)}
          >
            {t('common:said.saved')}
          </UndoBar>
        )
      }
    >
      {isFull && <PhoneFull />}
      {alerts.length === 0 && <Notice tone="has-it" title={t('nothing')} />}
      {alerts.map((alert) => (
        <AlertSteps
          key={alert}
          alert={alert}
          row={cases.rowOf(alert, kase)}
          raisedAt={cases.raisedAt(alert, kase)}
          kase={kase}
          onEnd={(closing) => void end(alert, closing)}
        />
      ))}
      <DoneAlerts kase={kase} />
      <Button icon="plus" onClick={() => setSeen(kase)}>
        {t('more')}
      </Button>
      <ChooseAlert
        open={alerts}
        isOpen={seen !== undefined}
        onClose={() => setSeen(undefined)}
        onChoose={(alert) => void raise(alert)}
      />
    </Page>
  )
}

/** Whoever the phone was turned to reads nothing about anybody. Turned back, all is there again. */
const Quiet = () => <Page title={useWords('act')('quiet')}>{null}</Page>

const Nobody = () => <NotHere title={useWords('act')('title')} what={useWords('record')('notHere')} />
