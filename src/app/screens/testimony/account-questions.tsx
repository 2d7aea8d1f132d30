// The questions of an account: codes from short lists, each of which may stay open, and the person's own words.
import { useTranslation } from 'react-i18next'
import { LongList } from '#app/form/long-list.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { useAccountWords } from '#app/screens/testimony/account-words.ts'
import { ChooseMany, ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { dayAt, monthOfDay } from '#domain/belgrade-time.ts'
import {
  ACCOUNT_LIMIT,
  BORDER_COUNTRIES,
  GROUP_BANDS,
  HAPPENINGS,
  monthsTold,
  type Testimony,
  UNSAID,
  withHappened
} from '#domain/testimony.ts'

type AccountQuestionsProps = { told: Testimony; onChange: (told: Testimony) => void }

export const AccountQuestions = ({ told, onChange }: AccountQuestionsProps) => {
  const t = useWords('testimony')
  const accompany = useWords('accompany')
  const words = useAccountWords()
  const now = useClock()
  const set = (answer: Partial<Testimony>) => onChange({ ...told, ...answer })
  return (
    <>
      <Notice tone="info" title={accompany('slip.what')} isDense>
        {t('untouched')}
      </Notice>
      <Country label={t('from')} codes={FROM} value={told.from} onChange={(from) => set({ from })} />
      <Country label={t('to')} codes={TO} value={told.to} onChange={(to) => set({ to })} />
      <ChooseOne
        label={t('when')}
        options={[...monthsTold(monthOfDay(dayAt(now()))), 'earlier', UNSAID].map((value) => ({
          value,
          label: words.when(value)
        }))}
        value={told.when}
        onChange={(when) => set({ when })}
      />
      <ChooseOne
        label={t('people')}
        options={[...GROUP_BANDS, UNSAID].map((value) => ({
          value,
          label: words.people(value),
          ...(value !== UNSAID && { dir: 'ltr' as const })
        }))}
        value={told.people}
        onChange={(people) => set({ people })}
      />
      <ChooseMany
        label={t('what')}
        options={[...HAPPENINGS, UNSAID].map((value) => ({ value, label: words.happened(value) }))}
        value={told.happened ?? []}
        onChange={(chosen) => set({ happened: withHappened(chosen) })}
      />
      <Field label={t('account')} hint={t('accountHint')}>
        {(input) => (
          <TextArea
            {...input}
            rows={8}
            maxLength={ACCOUNT_LIMIT}
            // A browser keeps what it may fill in again, and may send what it checks the spelling of.
            autoCorrect="off"
            spellCheck={false}
            dir="auto"
            value={told.account ?? ''}
            onChange={(account) => set({ account })}
          />
        )}
      </Field>
    </>
  )
}

type CountryCode = NonNullable<Testimony['from']>
const FROM: readonly CountryCode[] = [...BORDER_COUNTRIES, UNSAID]
/** To where people are met, and to what lies before it. */
const LIKELY_TO: readonly CountryCode[] = ['RS', 'BA', 'MK', 'TR']
const TO = [...LIKELY_TO, ...FROM.filter((code) => !LIKELY_TO.includes(code))]

type CountryProps = {
  label: string
  codes: readonly CountryCode[]
  value: CountryCode | undefined
  onChange: (country: CountryCode | undefined) => void
}

const Country = ({ label, codes, value, onChange }: CountryProps) => {
  const words = useAccountWords()
  const { i18n } = useTranslation()
  return (
    <LongList
      label={label}
      source={{ own: codes.map((code) => ({ code, label: { text: { [i18n.language]: words.country(code) } } })) }}
      codes={codes}
      value={value}
      onChange={(code) => onChange(codes.find((known) => known === code))}
    />
  )
}
