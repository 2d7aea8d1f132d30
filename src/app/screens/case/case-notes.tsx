// Words about a case that stay on this phone, sealed like all else here. Nothing of them travels.
import { useCallback, useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { Notes } from '#app/cases/case-notes.ts'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDraft } from '#app/form/use-draft.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhone } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import type { Desk } from '#device/desk.ts'

/** What cannot be read is as if nothing had been noted. */
const readNotes = async (desk: Desk, name: string): Promise<Notes> => {
  const kept = Notes.safeParse(await desk.notes.readNote(name))
  return kept.success ? kept.data : []
}

/** The newest first. */
const readAllNotes = async (desk: Desk, names: readonly string[]): Promise<Notes> =>
  (await Promise.all(names.map((name) => readNotes(desk, name)))).flat().sort((a, b) => b.at - a.at)

/** `ids`: of the case, and of every case that is read as this one: each keeps the notes that were written in it. */
export const CaseNotes = ({ ids }: { ids: readonly string[] }) => {
  const record = useWords('record')
  const desk = useDesk()
  const dayAndTime = useDayAndTime()
  const [notes, setNotes] = useState<Notes>([])
  const begunIn = useBegunIn(ids)
  const names = [...new Set(ids)].map(nameOfNotes).join()
  const read = useCallback(() => readAllNotes(desk, names.split(',')), [desk, names])

  useEffect(() => {
    let isHere = true
    void read().then((kept) => isHere && setNotes(kept))
    return () => {
      isHere = false
    }
  }, [read])

  return (
    <Section title={record('onlyHere')}>
      <p>{record('onlyHereWhy')}</p>
      {notes.length > 0 && (
        <List label={record('onlyHere')}>
          {notes.map(({ at, text: said }) => (
            <Row key={`${at} ${said}`} icon="note" title={<span dir="auto">{said}</span>} age={dayAndTime.at(at)} />
          ))}
        </List>
      )}
      {begunIn !== undefined && (
        <WriteNote key={begunIn} id={begunIn} onKept={() => void read().then((kept) => setNotes(kept))} />
      )}
    </Section>
  )
}

/** Half-typed, it stays sealed on the phone through a lock, as what is kept does. */
const WriteNote = ({ id, onKept }: { id: string; onKept: () => void }) => {
  const t = useWords('case')
  const desk = useDesk()
  const now = useClock()
  const draft = useDraft({ name: draftOfNote(id), schema: Draft, fresh: '' })
  const [isFull, save] = useSaving()
  const text = draft.value.trim()

  const keep = async () => {
    if (text === '') return
    const name = nameOfNotes(id)
    const kept = [{ at: now(), text }, ...(await readNotes(desk, name))]
    if (!(await save(desk.notes.keepNote(name, kept)))) return
    await draft.clear()
    onKept()
  }

  return (
    <>
      {(isFull || draft.refusal) && <PhoneFull />}
      {draft.isPickedUp && <Notice isDense tone="info" role="status" title={t('common:said.pickedUp')} />}
      <Field label={t('note.label')} hint={t('note.hint')}>
        {(input) => <TextArea {...input} dir="auto" value={draft.value} onChange={draft.change} />}
      </Field>
      <Button onClick={() => void keep()}>{t('note.keep')}</Button>
    </>
  )
}

/** In which of the cases that are one a note was begun; else the first. It may have been another that came first then. */
const useBegunIn = (ids: readonly string[]): string | undefined => {
  const phone = usePhone()
  const [begunIn, setBegunIn] = useState<string>()
  const [first = ''] = ids
  const joined = ids.join()
  useEffect(() => {
    let isHere = true
    const look = async () => {
      const all = joined.split(',')
      const drafts = await Promise.all(all.map((id) => phone.readDraft(draftOfNote(id))))
      if (isHere) setBegunIn(all.find((_id, at) => drafts[at] !== undefined) ?? first)
    }
    void look()
    return () => {
      isHere = false
    }
  }, [phone, joined, first])
  return begunIn
}

const Draft = z.string()

const draftOfNote = (id: string): string => `case note ${id}`

const nameOfNotes = (id: string): string => `case ${id}`
