// Why the phone did not open, in words, and how long to wait.
import { useTranslation } from 'react-i18next'
import type { Attempt } from '#app/phone/use-attempt.ts'
import { RescueUnsent } from '#app/screens/unlock/rescue-unsent.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { UnlockRefusal } from '#device/vault/keeper.ts'

type UnlockTroubleProps = { attempt: Attempt<UnlockRefusal>; secondsLeft: number }

export const UnlockTrouble = ({ attempt, secondsLeft }: UnlockTroubleProps) => {
  const { t } = useTranslation('unlock')
  if (attempt.is === 'failed') return <Broken title={t('failed.title')}>{t('failed.advice')}</Broken>
  if (attempt.is !== 'refused') return null
  const { why } = attempt.refusal
  switch (why) {
    case 'wrong_recovery_key':
      return <Told title={t('wrongKey.title')}>{t('wrongKey.advice')}</Told>
    case 'too_little_memory':
      return <Told title={t('memory.title')}>{t('memory.advice')}</Told>
    case 'damaged':
      return <Broken title={t('damaged.title')}>{t('damaged.advice')}</Broken>
    case 'wrong_passphrase':
    case 'wait':
      return (
        <>
          <Told title={why === 'wait' ? t('wait.title') : t('wrong.title')}>
            {why === 'wait' ? t('wait.advice') : t('wrong.advice')}
          </Told>
          <p>{secondsLeft > 0 ? t('again', { count: secondsLeft }) : t('againNow')}</p>
        </>
      )
  }
}

/** Whatever is broken, what had not been sent can be handed over or saved. */
const Broken = (told: ToldProps) => (
  <>
    <Told {...told} />
    <RescueUnsent />
  </>
)

type ToldProps = { title: string; children: string }

const Told = ({ title, children }: ToldProps) => (
  <Notice tone="needs-you" role="alert" title={title}>
    {children}
  </Notice>
)
