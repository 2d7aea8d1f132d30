// What the person agrees to pass on beyond the ticked answers. It is sealed on this phone to the organisation chosen, and read
// by nobody in between.
import { useWords } from '#app/language/language-context.tsx'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'
import { NAME_LIMIT, NOTE_LIMIT, WHERE_LIMIT } from '#domain/records/passed-on.ts'

export const PassOn = ({ draft, onAnswer }: StepProps) => {
  const t = useWords('partner')
  return (
    <Section title={t('passOn.title')}>
      <p>{`${t('passOn.onlyThey')} ${t('passOn.optional')}`}</p>
      <Field label={t('name')}>
        {(input) => (
          <TextInput
            {...input}
            maxLength={NAME_LIMIT}
            value={draft.name ?? ''}
            onChange={(name) => onAnswer({ name })}
          />
        )}
      </Field>
      <Field label={t('where')}>
        {(input) => (
          <TextInput
            {...input}
            maxLength={WHERE_LIMIT}
            value={draft.where ?? ''}
            onChange={(where) => onAnswer({ where })}
          />
        )}
      </Field>
      <Field label={t('note')}>
        {(input) => (
          <TextArea
            {...input}
            maxLength={NOTE_LIMIT}
            value={draft.note ?? ''}
            onChange={(note) => onAnswer({ note })}
          />
        )}
      </Field>
    </Section>
  )
}
