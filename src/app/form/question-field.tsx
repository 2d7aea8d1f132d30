// One question of a form, drawn by its type.
import { LongList } from '#app/form/long-list.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { ChooseMany, ChooseOne } from '#app/ui/chip-group.tsx'
import { CounterTile } from '#app/ui/counter-tile.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { COUNT_LIMIT } from '#domain/code.ts'
import { type Answer } from '#domain/form/answers.ts'
import { codesOf } from '#domain/form/choices.ts'
import type { Question } from '#domain/form/form.ts'

/** A list longer than this is offered as its likeliest chips and a sheet with the rest. */
const LONG = 12

type QuestionFieldProps = {
  question: Question
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
  /** For a long list: every code, the likeliest first. */
  order: (question: Question) => readonly string[]
}

export const QuestionField = ({ question, answer, onAnswer, order }: QuestionFieldProps) => {
  const t = useWords('ui')
  const labels = useLabels()
  const label = labels.label(question.label)
  const hint = question.hint && labels.label(question.hint)
  switch (question.type) {
    case 'counter': {
      const value = typeof answer === 'number' ? answer : 0
      return (
        <CounterTile
          label={label}
          value={value}
          onChange={(count) => onAnswer(count === 0 ? undefined : count)}
          addLabel={t('counter.add', { label, value })}
          removeLabel={t('counter.remove', { label, value })}
          limit={COUNT_LIMIT}
          {...(question.name in ICONS && { icon: ICONS[question.name] as IconName })}
        />
      )
    }
    case 'choose_one': {
      const codes = codesOf(question.choices)
      const value = typeof answer === 'string' ? answer : undefined
      return codes.length > LONG ? (
        <LongList label={label} source={question.choices} codes={order(question)} value={value} onChange={onAnswer} />
      ) : (
        <ChooseOne
          label={label}
          hint={hint}
          isInLine={question.place === 'front'}
          options={codes.map((code) => ({ value: code, label: labels.choice(question.choices, code) }))}
          value={value}
          onChange={onAnswer}
        />
      )
    }
    case 'choose_many':
      return (
        <ChooseMany
          label={label}
          hint={hint}
          isInLine={question.place === 'front'}
          options={codesOf(question.choices).map((code) => ({
            value: code,
            label: labels.choice(question.choices, code),
            isUrgent: isUrgentList(question)
          }))}
          value={Array.isArray(answer) ? answer : []}
          onChange={(codes) => onAnswer(codes.length === 0 ? undefined : codes)}
        />
      )
    case 'text':
      return (
        <Field label={label} hint={hint}>
          {(input) => (
            <TextArea
              {...input}
              value={typeof answer === 'string' ? answer : ''}
              onChange={(text) => onAnswer(text === '' ? undefined : text)}
            />
          )}
        </Field>
      )
  }
}

const ICONS: Readonly<Record<string, IconName>> = {
  men: 'man',
  women: 'woman',
  boys: 'boy',
  girls: 'girl',
  babies: 'baby'
}

const isUrgentList = (question: Question): boolean =>
  question.type === 'choose_many' && 'list' in question.choices && question.choices.list === 'urgent'
