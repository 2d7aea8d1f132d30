// Files of the directory for others, and files of others: what one would change is shown row by row before anything is changed.
import { useId, useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { saveFile } from '#app/phone/save-file.ts'
import { useClock, useLibrary } from '#app/phone/use-phone.ts'
import { ImportPreview } from '#app/screens/directory/import-preview.tsx'
import { useSaveCorrection } from '#app/screens/words/save-correction.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { FileButton } from '#app/ui/file-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { type ImportPlan, planImport } from '#domain/hsds/import-plan.ts'

type Read = { readonly is: 'unreadable' | 'full' | 'taken' } | { readonly is: 'planned'; readonly plan: ImportPlan }

export const DirectoryFiles = () => {
  const t = useWords('directory')
  const { count } = useFormat()
  const { entries } = useLibrary()
  const now = useClock()
  const save = useSaveCorrection()
  const [read, setRead] = useState<Read>()
  const howId = useId()

  const write = async (form: 'json' | 'tables') => {
    const { toJsonFile, toTablesFile } = await import('#device/library/hsds-files.ts')
    const today = dayAt(now())
    if (form === 'json') saveFile(`susret-hsds-${today}.json`, toJsonFile(entries, today))
    else saveFile(`susret-hsds-${today}.zip`, toTablesFile(entries, today), 'application/zip')
  }
  const choose = async (file: File) => {
    const { readFile } = await import('#device/library/hsds-files.ts')
    const found = readFile(new Uint8Array(await file.arrayBuffer()))
    setRead(found.ok ? { is: 'planned', plan: planImport(found.value, entries, dayAt(now())) } : { is: 'unreadable' })
  }
  const takeIn = async ({ entries: planned }: ImportPlan) => {
    const saved = await save(...planned)
    setRead({ is: saved.ok ? 'taken' : 'full' })
  }

  return (
    <>
      <p id={howId}>{t('import.how')}</p>
      <Actions>
        <FileButton icon="papers" accept=".json,.zip" describedBy={howId} onChoose={(file) => void choose(file)}>
          {t('import.title')}
        </FileButton>
        <Button icon="note" onClick={() => void write('json')}>
          {t('saveFile')}
        </Button>
        <Button icon="list" onClick={() => void write('tables')}>
          {t('saveTables')}
        </Button>
      </Actions>
      {read?.is === 'unreadable' && <Notice tone="needs-you" role="alert" title={t('import.unreadable')} />}
      {read?.is === 'full' && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      {read?.is === 'taken' && <Notice tone="has-it" role="status" title={t('common:said.saved')} />}
      {read?.is === 'planned' && (
        <>
          <ImportPreview plan={read.plan} />
          {read.plan.entries.length > 0 && (
            <Button variant="primary" isWide onClick={() => void takeIn(read.plan)}>
              {`${t('import.takeIn')} (${count(read.plan.entries.length)})`}
            </Button>
          )}
        </>
      )}
    </>
  )
}
