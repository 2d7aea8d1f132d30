// What taking in a file would do, row by row: what cannot be taken in first, then what changes from what to what, then what is new.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useEntryWords } from '#app/screens/directory/entry-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ImportPlan, ImportRow } from '#domain/hsds/import-plan.ts'

const OUTCOMES = ['refused', 'changed', 'new', 'same'] as const

/** What keeps a file out, and what it would write over, is seen before it is taken in. */
const UNFOLDED = ['refused', 'changed'] as const satisfies readonly ImportRow['outcome'][]

/** Rows drawn of a file of many thousands, and how many more each time. */
const STEP = 200

type ImportPreviewProps = {
  plan: ImportPlan
  /** From another directory: what is wrong there, only they can mend. */
  isTheirs: boolean
}

export const ImportPreview = ({ plan: { rows }, isTheirs }: ImportPreviewProps) => {
  const t = useWords('directory')
  const { count, list } = useFormat()
  const parts = OUTCOMES.map((outcome) => rows.filter((row) => row.outcome === outcome)).filter(
    ({ length }) => length > 0
  )
  const titleOf = (part: readonly ImportRow[]) =>
    t(`import.${part[0]?.outcome ?? 'same'}`, { number: count(part.length) })
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  return (
    <>
      <LiveRegion>{list(parts.map(titleOf))}</LiveRegion>
      {refused.length > 0 && (
        <Notice tone="needs-you" role="alert" title={isTheirs ? titleOf(refused) : t('import.allOrNothing')} />
      )}
      {parts.map((part) => (
        <Disclosure
          key={part[0]?.outcome}
          label={titleOf(part)}
          {...(UNFOLDED.some((outcome) => outcome === part[0]?.outcome) && { isOpen: true })}
        >
          <PlannedRows label={titleOf(part)} rows={part} />
        </Disclosure>
      ))}
    </>
  )
}

const PlannedRows = ({ label, rows }: { label: string; rows: readonly ImportRow[] }) => {
  const t = useWords('people')
  const { count } = useFormat()
  const [shown, setShown] = useState(STEP)
  const left = rows.length - shown
  return (
    <>
      <List label={label}>
        {rows.slice(0, shown).map((row) => (
          <PlannedRow key={`${row.kind} ${row.row}`} row={row} />
        ))}
      </List>
      {left > 0 && (
        <Button isWide onClick={() => setShown(shown + STEP)}>
          {t('showMore', { next: count(Math.min(STEP, left)), left: count(left) })}
        </Button>
      )}
    </>
  )
}

const PlannedRow = ({ row }: { row: ImportRow }) => {
  const words = useEntryWords()
  const { count } = useFormat()
  return (
    <Row
      title={row.name ? <InFile>{row.name}</InFile> : `${words.kinds[row.kind]} ${count(row.row)}`}
      detail={
        <>
          <span>{`${words.kinds[row.kind]} ${count(row.row)}`}</span>
          {row.outcome === 'refused' &&
            row.flaws.map((flaw) => (
              <p key={`${flaw.field} ${flaw.why}`}>{`${words.label(flaw.field)}: ${words.why(flaw)}`}</p>
            ))}
          {row.outcome !== 'refused' &&
            row.notes.map((note) => (
              <p key={`${note.field} ${note.given}`}>
                {words.label(note.field)}: <InFile>{note.given}</InFile> · {words.why(note)}
              </p>
            ))}
          {row.outcome === 'changed' &&
            row.changes.map(({ field, before, after }) => (
              <p key={field}>
                {words.label(field)}:{' '}
                <del>
                  <InFile>{before}</InFile>
                </del>{' '}
                <ins>
                  <InFile>{after}</InFile>
                </ins>
              </p>
            ))}
        </>
      }
    />
  )
}

/** The standard's own fields are in the language of the file, and nobody says which: most are in English. */
const InFile = ({ children }: { children: string }) => <bdi lang="en">{children}</bdi>
