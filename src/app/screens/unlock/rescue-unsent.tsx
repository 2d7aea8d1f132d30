// What had not been sent when the storage was lost: how many, hand it over now, or save it to a file for the team.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '#app/phone/use-phone.ts'
import { saveFile } from '#app/phone/save-file.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import type { RescueReport } from '#device/letterbox/rescue.ts'

type Step = 'looking' | 'found' | 'handing_over'

export const RescueUnsent = () => {
  const { t } = useTranslation('unlock')
  const { rescue } = usePhone()
  const [step, setStep] = useState<Step>('looking')
  const [waiting, setWaiting] = useState(0)
  const [report, setReport] = useState<RescueReport>()
  const [isFileSaved, setFileSaved] = useState(false)

  useEffect(() => {
    let isGone = false
    void rescue.countWaiting().then((count) => {
      if (isGone) return
      setWaiting(count)
      setStep('found')
    })
    return () => {
      isGone = true
    }
  }, [rescue])

  const handOver = async () => {
    if (step === 'handing_over') return
    setStep('handing_over')
    const outcome = await rescue.handOver()
    // A round may have been faster since signal returned: what counts is what is here no more.
    setReport({ ...outcome, handedOver: Math.max(outcome.handedOver, waiting - outcome.left) })
    setWaiting(outcome.left)
    setStep('found')
  }

  const save = async () => {
    saveFile(RESCUE_FILE, await rescue.toFile())
    setFileSaved(true)
  }

  return (
    <Section title={t('rescue.title')}>
      <p role="status">{step === 'looking' ? t('rescue.looking') : <Told report={report} waiting={waiting} />}</p>
      {waiting > 0 && (
        <>
          <Actions>
            <Button icon="send" aria-disabled={step === 'handing_over'} onClick={() => void handOver()}>
              {step === 'handing_over' ? t('rescue.handingOver') : t('rescue.handOver')}
            </Button>
            <Button onClick={() => void save()}>{t('rescue.toFile')}</Button>
          </Actions>
          <p role="status">{isFileSaved ? t('rescue.saved') : t('rescue.fileHint')}</p>
        </>
      )}
    </Section>
  )
}

const RESCUE_FILE = 'susret-rescue.json'

const Told = ({ report, waiting }: { report: RescueReport | undefined; waiting: number }) => {
  const { t } = useTranslation('unlock')
  if (report === undefined) return waiting > 0 ? t('rescue.found', { count: waiting }) : t('rescue.nothing')
  const arrived = report.handedOver > 0 ? `${t('rescue.arrived', { count: report.handedOver })} ` : ''
  if (waiting === 0) return arrived || t('rescue.nothing')
  const why = report.trouble === 'refused' ? t('rescue.refused') : t('rescue.noSignal')
  return `${arrived}${t('rescue.found', { count: waiting })} ${why}`
}
