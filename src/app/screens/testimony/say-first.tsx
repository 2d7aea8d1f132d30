// What is said before the first question, in the person's language too, to whom it goes, and who tells: of a child alone no account is taken.
import { type ReactNode, useState } from 'react'
import { ChildFirst } from '#app/directory/child-first.tsx'
import { isolated } from '#app/language/isolated.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import styles from '#app/screens/refer/refer.module.css'
import { ReadAloud } from '#app/screens/talk/read-aloud.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PartnerItem } from '#protocol/library.ts'

const SAID = ['first.apart', 'first.free', 'first.reader', 'first.forGood', 'ask'] as const
const WHO = ['adult', 'guardian', 'alone', 'unsure'] as const
type Who = (typeof WHO)[number]

type SayFirstProps = {
  /** At least one. Where there are several, one is chosen before anything is said: no other can read it. */
  readers: readonly PartnerItem[]
  onYes: (reader: PartnerItem) => void
  /** The way out. */
  no: ReactNode
}

export const SayFirst = ({ readers, onYes, no }: SayFirstProps) => {
  const t = useWords('testimony')
  const [chosen, choose] = useState<string>()
  const [only, ...others] = readers
  const reader = others.length === 0 ? only : readers.find(({ id }) => id === chosen)
  return (
    <>
      {others.length > 0 && (
        <ChooseOne
          label={t('whoReads')}
          options={readers.map(({ id, name }) => ({ value: id, label: isolated(name) }))}
          value={chosen}
          onChange={choose}
        />
      )}
      {reader === undefined ? no : <Say key={reader.id} reader={reader.name} onYes={() => onYes(reader)} no={no} />}
    </>
  )
}

type SayProps = { reader: string; onYes: () => void; no: ReactNode }

const Say = ({ reader, onYes, no }: SayProps) => {
  const t = useWords('testimony')
  const refer = useWords('refer')
  const [who, setWho] = useState<Who>()
  const organisation = isolated(reader)
  const labels: Record<Who, string> = {
    adult: t('whos.adult'),
    guardian: t('whos.guardian'),
    alone: t('codes:urgent.child_alone'),
    unsure: t('common:answers.unsure')
  }
  return (
    <Question title={refer('askFirst.title')} hint={refer('readAloud')}>
      <ReadAloud keys={SAID.map((key) => `testimony:${key}`)}>
        <SaidFirst organisation={organisation} />
      </ReadAloud>
      <ChooseOne
        label={t('who')}
        options={WHO.map((value) => ({ value, label: labels[value] }))}
        value={who}
        onChange={setWho}
      />
      {(who === 'alone' || who === 'unsure') && (
        <>
          <Notice tone="needs-you" role="alert" title={t('notAlone')} />
          <ChildFirst />
        </>
      )}
      {who === 'guardian' && <Notice tone="info" role="status" title={t('askGuardian')} />}
      <div className={styles.answers}>
        {(who === 'adult' || who === 'guardian') && (
          <Button variant="primary" isWide onClick={onYes}>
            {t('common:answers.yes')}
          </Button>
        )}
        {no}
      </div>
    </Question>
  )
}

const SaidFirst = ({ organisation }: { organisation: string }) => {
  const t = useWords('testimony')
  return SAID.map((key) => <p key={key}>{t(key, { organisation })}</p>)
}
