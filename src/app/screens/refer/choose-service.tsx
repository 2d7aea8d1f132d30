// Which service: offered by need, whom it serves, room, language and opening, each with its reasons; any other one by its name.
import { useState } from 'react'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useDirectory } from '#app/directory/use-directory.ts'
import { EmergencyLine } from '#app/directory/emergency-line.tsx'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { Question } from '#app/screens/refer/question.tsx'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Service } from '#domain/directory/directory.ts'
import { servicesAsked } from '#domain/directory/refer-again.ts'
import { type Suggestion, suggestServices } from '#domain/directory/suggestions.ts'
import { pastAnswers } from '#domain/review/past-answers.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const AT_FIRST = 5

export const ChooseService = ({ arrival, draft, onDone }: StepProps) => {
  const t = useWords('refer')
  const services = useWords('services')
  const { language } = useLanguage()
  const directory = useDirectory()
  const at = useClock()()
  const reasonsOf = useReasons(arrival, at)
  const [text, setText] = useState('')
  const [isAll, setAll] = useState(false)
  const records = useDesk().records()
  const asked = servicesAsked(records, arrival.id)
  const answers = pastAnswers(records)

  const suggestions = suggestServices(directory, {
    needs: draft.needs,
    arrival: arrival.fields,
    at,
    namesIn: language,
    answers
  })
  const isSearch = text.trim() !== ''
  const rows = isSearch
    ? directory.servicesFor({ text, at, namesIn: language }).map((row) => ({ row, reasons: '' }))
    : suggestions.slice(0, isAll ? undefined : AT_FIRST).map((found) => ({ row: found.row, reasons: reasonsOf(found) }))

  return (
    <Question title={t('service.title')} id="service">
      <Field label={services('searchLabel')}>
        {(input) => <TextInput {...input} type="search" value={text} onChange={setText} />}
      </Field>
      {rows.length === 0 && (
        <>
          <Notice tone="info" title={t('service.none')}>
            {!isSearch && t('service.search')}
          </Notice>
          <EmergencyLine />
        </>
      )}
      {rows.length > 0 && (
        <List label={t('service.title')}>
          {rows.map(({ row, reasons }) => (
            <ServiceRow
              key={row.service.id}
              row={row}
              at={at}
              reasons={asked.has(row.service.id) ? t('service.asked') : reasons}
              isCurrent={draft.service === row.service.id}
              onTap={() => onDone({ service: row.service.id })}
            />
          ))}
        </List>
      )}
      {!isSearch && !isAll && suggestions.length > AT_FIRST && (
        <Button onClick={() => setAll(true)}>{t('service.more', { count: suggestions.length - AT_FIRST })}</Button>
      )}
    </Question>
  )
}

const useReasons = (arrival: MergedRecord, at: number) => {
  const t = useWords('refer')
  const services = useWords('services')
  const directory = useWords('directory')
  const partner = useWords('partner')
  const format = useFormat()
  const labels = useLabels()
  const words = useDirectoryWords()
  const language = String(arrival.fields['language'])
  /** Whom it serves, where that is not everybody. */
  const whom = ({ womenOnly, minimumAge, maximumAge }: NonNullable<Service['eligibility']>) => [
    womenOnly && services('womenOnly'),
    minimumAge !== undefined && services('fromAge', { age: minimumAge }),
    maximumAge !== undefined && services('toAge', { age: maximumAge })
  ]
  const places = ({ available, updated }: NonNullable<Service['capacity']>) =>
    `${directory('fields.available')}: ${format.count(available)} (${words.day(updated, at)})`

  return ({ row: { service }, meets, room, speaksTheirLanguage, answers }: Suggestion): string =>
    [
      format.list(meets.map((need) => t(`codes:needs.${need}`))),
      ...whom(service.eligibility ?? {}),
      service.capacity && room !== 'unknown' && places(service.capacity),
      speaksTheirLanguage && t('service.speaks', { language: labels.code('languages', language) }),
      answers && partner('saidYes', { yes: format.count(answers.yes), all: format.count(answers.all) })
    ]
      .filter((reason) => typeof reason === 'string')
      .join(' · ')
}
