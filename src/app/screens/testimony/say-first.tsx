// What is said before the first question, in the person's language too, to whom it goes, and who tells: of a child alone no account is taken.
import { type ReactNode, useState } from 'react'
import { ChildFirst } from '#app/directory/child-first.tsx'
import { useAreChecked } from '#app/language/checked.ts'
import { isolated } from '#app/language/isolated.ts'
import { useLanguage, useTheirWords, useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import styles from '#app/screens/refer/refer.module.css'
import { ConfirmInterpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import talk from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { useTheirs } from '#app/screens/talk/their-language.ts'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Facing } from '#app/ui/facing.tsx'
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
      <blockquote className={styles.aloud}>
        {SAID.map((key) => (
          <p key={key}>{t(key, { organisation })}</p>
        ))}
      </blockquote>
      <ShowThem reader={organisation} />
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

/** The same words, turned to the person in their own language. */
const ShowThem = ({ reader }: { reader: string }) => {
  const w = useWords('talk')
  const { theirs: language } = useLanguage()
  const theirs = useTheirs()
  const heard = useTheirWords('testimony')
  const areChecked = useAreChecked()
  const isChecked =
    language !== undefined &&
    areChecked(
      language,
      SAID.map((key) => `testimony:${key}`)
    )
  const interpreter = useInterpreter(!isChecked)
  const [isShown, setShown] = useState(false)
  if (theirs === undefined || heard === undefined) return <TheirLanguage />
  return (
    <>
      <ConfirmInterpreter interpreter={interpreter} language={w(`codes:languages.${theirs.id}`)} />
      {interpreter.isDone && (
        <Button icon="turn" isWide onClick={() => setShown(true)}>
          {w('show')}
        </Button>
      )}
      <Facing
        label={w('show')}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={w('turn')}
        holdLabel={w('holdToGoBack')}
      >
        {/* Takes the focus, so that what does not fit can be scrolled with keys too. */}
        <div {...theirs.attributes} className={talk.points} tabIndex={0}>
          <ul className={talk.list}>
            {SAID.map((key) => (
              <li key={key}>{heard(`testimony:${key}`, { organisation: reader })}</li>
            ))}
          </ul>
        </div>
        <Unchecked isChecked={isChecked} />
      </Facing>
    </>
  )
}
