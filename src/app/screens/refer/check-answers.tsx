// Everything once more, and the second question to the person: this organisation, and just these words.
import { Trans } from 'react-i18next'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import type { Step } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { useToldWords } from '#app/screens/refer/told-words.ts'
import styles from '#app/screens/refer/refer.module.css'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { type SummaryItem, SummaryList } from '#app/ui/summary-list.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { CONSENTS } from '#domain/records/referral.ts'

export const CheckAnswers = ({ arrival, draft, onGoTo, onConsent, onLeave }: StepProps) => {
  const t = useWords('refer')
  const { list } = useFormat()
  const told = useToldWords()
  const directory = useDirectory()
  const service = directory.findService(draft.service ?? '')
  const provider = service && directory.findProvider(service.providerId)
  const open = t('check.open')
  const isNothingTold = draft.told.length === 0
  const item = (step: Step, label: string, value: SummaryItem['value']): SummaryItem => ({
    id: step,
    label,
    value: (
      <span id={step} tabIndex={-1}>
        {value}
      </span>
    ),
    change: {
      label: (
        <>
          {t('common:actions.change')}
          <VisuallyHidden>: {label}</VisuallyHidden>
        </>
      ),
      onTap: () => onGoTo(step)
    }
  })

  return (
    <Question title={t('check.title')}>
      <SummaryList
        items={[
          item('needs', t('check.needs'), list(draft.needs.map((need) => t(`codes:needs.${need}`))) || open),
          item('service', t('check.service'), service ? <Said words={service.name} /> : open),
          item('due', t('check.due'), draft.due ? t(`codes:dues.${draft.due}`) : open),
          item(
            'told',
            t('check.told'),
            isNothingTold
              ? t('told.nothing')
              : draft.told.map((name) => <p key={name}>{told(name, arrival, draft.needs)}</p>)
          )
        ]}
      />
      <Section title={t('consent.title')}>
        <p>{t('readAloud')}</p>
        <blockquote className={styles.aloud}>
          <p>
            <Trans
              t={t}
              i18nKey={isNothingTold ? 'consent.askOnly' : 'consent.organisation'}
              components={{ organisation: provider ? <Said words={provider.name} /> : <>{open}</> }}
            />
          </p>
          <p>
            {isNothingTold
              ? t('told.nothing')
              : t('consent.told', { what: list(draft.told.map((name) => t(`codes:tellable.${name}`))) })}
          </p>
          <p>{t('consent.isItOk')}</p>
        </blockquote>
        <div id="consent" tabIndex={-1}>
          <ChooseOne
            label={t('consent.answer')}
            isLabelHidden
            options={CONSENTS.map((consent) => ({ value: consent, label: t(`consent.${consent}`) }))}
            value={draft.consent}
            onChange={onConsent}
          />
        </div>
        <Actions>
          <Button onClick={() => onLeave('information', false)}>{t('consent.no')}</Button>
          <Button onClick={() => onLeave('later', true)}>{t('consent.later')}</Button>
        </Actions>
      </Section>
    </Question>
  )
}
