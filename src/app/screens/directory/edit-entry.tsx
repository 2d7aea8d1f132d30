// One entry of the directory, written or changed: what is typed stays through a lock, is refused where it cannot be, and is
// saved on the phone before the team has it.
import { useId, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Reported } from '#app/directory/check-first.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useDraft } from '#app/form/use-draft.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, useLibrary } from '#app/phone/use-phone.ts'
import { type EntryFormProps, fieldIdOf, LineField, OneChoice, WordsField } from '#app/screens/directory/entry-form.tsx'
import { useEntryWords } from '#app/screens/directory/entry-words.ts'
import { ServiceFields } from '#app/screens/directory/service-fields.tsx'
import { OwnStanding } from '#app/screens/words/own-standing.tsx'
import { useSaveCorrection } from '#app/screens/words/save-correction.ts'
import { NotHere } from '#app/shell/not-here.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { DirectoryEntry, Service } from '#domain/directory/directory.ts'
import type { Flaw } from '#domain/directory/entry-flaws.ts'
import { ENTRY_KINDS, type EntryKind, entryToTyped, TypedEntry, typedToEntry } from '#domain/directory/typed-entry.ts'
import { mayWriteEntries } from '#protocol/words.ts'

export const EditEntry = () => {
  const t = useWords('directory')
  const { kind: named, id = '' } = useParams()
  const { role } = useDesk().identity
  const { entries } = useLibrary()
  const kind = ENTRY_KINDS.find((one) => one === named)
  const entry = entries.find((one) => one.kind === kind && one.id === id)
  if (!mayWriteEntries(role) || kind === undefined || (entry === undefined && id !== 'new'))
    return <NotHere title={t('title')} what={t('common:trouble.notHere')} />
  return <Editor key={id} kind={kind} entry={entry} />
}

const Editor = ({ kind, entry }: { kind: EntryKind; entry: DirectoryEntry | undefined }) => {
  const t = useWords('directory')
  const said = useWords('words')
  const words = useEntryWords()
  const now = useClock()
  const navigate = useNavigate()
  const formId = useId()
  const save = useSaveCorrection()
  const { own } = useLibrary()
  /** As its author has it on screen: what came since is not written over unseen. */
  const [seen, setSeen] = useState(entry)
  const [isTeamFirst, setTeamFirst] = useState(false)
  const [isFull, setFull] = useState(false)
  const [flaws, setFlaws] = useState<readonly Flaw[]>([])
  const fresh = useMemo(() => entryToTyped(seen), [seen])
  const draft = useDraft({ name: `entry ${kind} ${entry?.id ?? 'new'}`, schema: TypedEntry, fresh })
  const standing = entry && own.get(entry.id)?.standing

  const keep = async () => {
    const today = dayAt(now())
    // The draft's own, so that what is saved once more, after a kill or a second tap, is the same entry.
    const id = entry?.id ?? draft.id
    const made = typedToEntry(draft.value, { kind, id, today, before: seen })
    setFlaws(made.ok ? [] : made.refusal)
    if (!made.ok) return
    const isOlder = JSON.stringify(entry) !== JSON.stringify(seen)
    setTeamFirst(isOlder)
    if (isOlder) return setSeen(entry)
    const saved = await save(made.value)
    setFull(!saved.ok)
    if (!saved.ok) return
    await draft.clear()
    await navigate('/directory')
  }

  const form: EntryFormProps = {
    typed: draft.value,
    flaws,
    onChange: (difference) => draft.change({ ...draft.value, ...difference })
  }
  return (
    <Page
      title={words.kinds[kind]}
      back="/directory"
      footer={
        <Button variant="primary" type="submit" form={formId} isWide>
          {t('common:actions.save')}
        </Button>
      }
    >
      {entry && <OwnStanding id={entry.id} />}
      {(isTeamFirst || standing === 'twin') && <Notice tone="needs-you" role="alert" title={said('teamFirst')} />}
      {standing === 'refused' && <Notice tone="needs-you" title={said('notTaken')} />}
      {(isFull || draft.refusal) && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      {entry?.kind === 'service' && <FoundThere service={entry} />}
      {draft.isPickedUp && <Notice isDense tone="info" role="status" title={t('common:said.pickedUp')} />}
      {flaws.length > 0 && (
        <ErrorSummary
          title={t('ui:errors.title')}
          errors={flaws.map((flaw) => ({
            fieldId: fieldIdOf(flaw.field),
            message: `${words.label(flaw.field)}: ${words.why(flaw)}`
          }))}
        />
      )}
      <Form id={formId} onSubmit={() => void keep()}>
        <WordsField {...form} name="name" />
        {kind === 'provider' && <ProviderFields {...form} />}
        {kind === 'place' && <PlaceFields {...form} />}
        {kind === 'service' && <ServiceFields {...form} />}
        <LineField {...form} name="source" />
        <ChooseOne
          label={t('checkedToday')}
          isLabelHidden
          options={[{ value: 'checked', label: t('checkedToday') }]}
          value={draft.value.isChecked ? 'checked' : undefined}
          onChange={(chosen) => form.onChange({ isChecked: chosen !== undefined })}
        />
      </Form>
    </Page>
  )
}

/** What a worker reported: an edit alone does not answer it. */
const FoundThere = ({ service }: { service: Service }) => {
  const at = useClock()()
  return <Reported row={useDirectory().rowOf(service, at)} at={at} />
}

const ProviderFields = (form: EntryFormProps) => (
  <>
    <WordsField {...form} name="description" />
    <LineField {...form} name="phones" isLong isLtr />
    <LineField {...form} name="website" isLtr />
  </>
)

const PlaceFields = (form: EntryFormProps) => {
  const t = useWords('codes')
  return (
    <>
      <LineField {...form} name="address" />
      <LineField {...form} name="city" />
      <OneChoice
        field="zone"
        flaws={form.flaws}
        options={ZONES.map((value) => ({ value, label: t(`zones.${value}`) }))}
        value={form.typed.zone}
        onChange={(zone) => form.onChange({ zone })}
      />
      <WordsField {...form} name="directions" />
    </>
  )
}
