// Words about a case that stay on this phone, sealed like all else here. Nothing of them travels.
import { useEffect, useState } from 'react'
import { Notes } from '#app/cases/case-notes.ts'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
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
  const t = useWords('case')
  const record = useWords('record')
  const dayAndTime = useDayAndTime()
  const desk = useDesk()
  const now = useClock()
  const [notes, setNotes] = useState<Notes>([])
  const [text, setText] = useState('')
  const [isFull, save] = useSaving()
  const names = [...new Set(ids)].map((id) => `case ${id}`).join()

  useEffect(() => {
    let isHere = true
    void readAllNotes(desk, names.split(',')).then((kept) => isHere && setNotes(kept))
    return () => {
      isHere = false
    }
  }, [desk, names])

  const keep = async () => {
    const [name = ''] = names.split(',')
    if (text.trim() === '') return
    const own = [{ at: now(), text: text.trim() }, ...(await readNotes(desk, name))]
    if (!(await save(desk.notes.keepNote(name, own)))) return
    setNotes(await readAllNotes(desk, names.split(',')))
    setText('')
  }

  return (
    <Section title={record('onlyHere')}>
      <p>{record('onlyHereWhy')}</p>
      {isFull && <PhoneFull />}
      {notes.length > 0 && (
        <List label={record('onlyHere')}>
          {notes.map(({ at, text: said }) => (
            <Row key={`${at} ${said}`} icon="note" title={<span dir="auto">{said}</span>} age={dayAndTime.at(at)} />
          ))}
        </List>
      )}
      <Field label={t('note.label')} hint={t('note.hint')}>
        {(input) => <TextArea {...input} dir="auto" value={text} onChange={setText} />}
      </Field>
      <Button onClick={() => void keep()}>{t('note.keep')}</Button>
    </Section>
  )
}
