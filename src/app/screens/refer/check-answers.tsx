// Everything once more, and the second question to the person: this organisation, and just these words.
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Agreement, PASSED_ON } from '#app/screens/refer/agreement.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import { needsTold, type Step } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { useToldWords } from '#app/screens/refer/told-words.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type SummaryItem, SummaryList } from '#app/ui/summary-list.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { isChildAmong } from '#domain/child-alone.ts'
import { BEST_INTEREST_REASONS, CONSENTS } from '#domain/records/referral.ts'

export const CheckAnswers = ({ arrival, draft, onGoTo, onConsent, onBestInterest, onLeave }: StepProps) => {
  const t = useWords('refer')
  const partner = useWords('partner')
  const record = useWords('record')
  const { list } = useFormat()
  const told = useToldWords()
  const directory = useDirectory()
  const service = directory.findService(draft.service ?? '')
  const needs = needsTold(draft, service)
  const providerEntry = service && directory.findProvider(service.providerId)
  const open = t('check.open')
  const { partnerOf } = usePartners()
  const isRead = partnerOf(draft.service) !== undefined
  const passedOn = PASSED_ON.filter((name) => isRead && draft[name]?.trim())
  const isNothingTold = !isRead && draft.told.length === 0
  const item = (id: Step | 'passOn', label: string, value: SummaryItem['value']): SummaryItem => ({
    id,
    label,
    value: (
      <span id={id} tabIndex={-1}>
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
      onTap: () => onGoTo(id === 'passOn' ? 'told' : id)
    }
  })

  return (
    <Question title={t('check.title')}>
      <SummaryList
        items={[
          item('needs', t('check.needs'), list(needs.map((need) => t(`codes:needs.${need}`))) || open),
          item('service', t('check.service'), service ? <Said words={service.name} /> : open),
          item('due', t('check.due'), draft.due ? t(`codes:dues.${draft.due}`) : open),
          item(
            'told',
            t('check.told'),
            isNothingTold
              ? t('told.nothing')
              : [
                  ...draft.told.map((name) => <p key={name}>{told(name, arrival, needs)}</p>),
                  ...(isRead && draft.due ? [<p key="due">{t(`codes:dues.${draft.due}`)}</p>] : [])
                ]
          ),
          ...(isRead
            ? [
                item(
                  'passOn',
                  partner('passOn.title'),
                  passedOn.length === 0
                    ? record('toldNothing')
                    : passedOn.map((name) => <p key={name}>{`${partner(name)}: ${draft[name]}`}</p>)
                )
              ]
            : [])
        ]}
      />
      <Section title={t('consent.title')}>
        <p>{t('readAloud')}</p>
        <Agreement {...{ passedOn, isRead }} told={draft.told} organisation={providerEntry?.name} />
        <div id="consent" tabIndex={-1}>
          <ChooseOne
            label={t('consent.answer')}
            isLabelHidden
            options={CONSENTS.map((consent) => ({ value: consent, label: t(`consent.${consent}`) }))}
            value={CONSENTS.find((consent) => consent === draft.consent)}
            onChange={onConsent}
          />
          {isChildAmong(arrival.fields) && (
            <Disclosure label={t('codes:consents.best_interest')}>
              <ChooseOne
                label={partner('whyNoConsent')}
                options={BEST_INTEREST_REASONS.map((value) => ({ value, label: partner(`bestInterest.${value}`) }))}
                value={draft.bestInterest}
                onChange={onBestInterest}
              />
            </Disclosure>
          )}
        </div>
        <Actions>
          <Button onClick={() => onLeave('information', false)}>{t('consent.no')}</Button>
          <Button onClick={() => onLeave('later', true)}>{t('consent.later')}</Button>
        </Actions>
      </Section>
    </Question>
  )
}
