// What was answered about an arrival, each answer with a way to change it, and what can be noted yet.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { answersShown, questionsOpen } from '#app/screens/record/answers-shown.ts'
import { whyChanged } from '#app/screens/record/why-changed.ts'
import { CorrectAnswer } from '#app/screens/record/correct-answer.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { isShared, type SharedQuestion } from '#domain/form/form.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type Opened = { readonly seen: MergedRecord; readonly question: SharedQuestion }

export const Answers = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const report = useWords('report')
  const desk = useDesk()
  const words = useFieldWords()
  const labels = useLabels()
  const [opened, setOpened] = useState<Opened>()
  const form = words.formOf(record)
  const answers = answersShown(form, record.fields)
  const open = questionsOpen(form, record.fields)
  const questionOf = (name: string) => form.questions.filter(isShared).find((question) => question.name === name)

  /** While two answers stand, which one holds comes before a third. */
  const changeOf = (name: string, label: string) => {
    const question = questionOf(name)
    if (question === undefined || record.disputed.includes(name)) return undefined
    return {
      label: (
        <>
          {t('common:actions.change')}
          <VisuallyHidden>: {label}</VisuallyHidden>
        </>
      ),
      onTap: () => setOpened({ seen: record, question })
    }
  }

  return (
    <Section title={t('answers')}>
      {answers.length === 0 && <p>{t('noAnswers')}</p>}
      <SummaryList
        items={answers.map(({ name, value }) => {
          const label = words.label(record, name)
          const change = changeOf(name, label)
          // Of two answers each has its own reason, if any: none is that of the one that is read.
          const why = record.disputed.includes(name) ? undefined : whyChanged(desk.historyOf(record.id), name)
          const said = [words.value(record, name, value), why && report(`why.${why}`)].filter(Boolean).join(' · ')
          return {
            id: name,
            label,
            value: record.disputed.includes(name) ? `${said} · ${t('disputes.title')}` : said,
            ...(change && { change })
          }
        })}
      />
      {open.length > 0 && (
        <Disclosure label={t('addAnswer')}>
          <List label={t('addAnswer')}>
            {open.map((question) => (
              <Row
                key={question.name}
                title={labels.label(question.label)}
                onTap={() => setOpened({ seen: record, question })}
              />
            ))}
          </List>
        </Disclosure>
      )}
      {opened && <CorrectAnswer {...opened} form={form} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}
