// Files of the directory for others, and what others have, in a file or where the server may read it: what it would change is shown
// row by row before anything is changed.
import { useEffect, useId, useRef, useState } from 'react'
import { checksOn } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { saveFile } from '#app/phone/save-file.ts'
import { useClock, useLibrary, usePhone } from '#app/phone/use-phone.ts'
import { ImportPreview } from '#app/screens/directory/import-preview.tsx'
import { lookAt, lookAtFeed, lookAtFile, type Looked, takeIn } from '#app/screens/directory/look-at-file.ts'
import { useSaveCorrection } from '#app/screens/words/save-correction.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { FileButton } from '#app/ui/file-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { FeedRefusal } from '#device/library/feeds.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { withChecks } from '#domain/directory/checks.ts'
import { MOST_ASKED_APART, MOST_ROWS } from '#domain/hsds/import-plan.ts'

type Read =
  | { readonly is: 'unreadable' | 'silent' | 'full' | 'taken' }
  | { readonly is: 'unreadableThere'; readonly feed: string }
  /** There: a feed cannot be split as a file can. */
  | { readonly is: 'tooMany' | 'tooManyThere'; readonly most: number }
  | { readonly is: 'reading'; readonly rows: number; readonly all: number }
  /** Again where the team wrote one of these since they were first looked at. */
  | ({ readonly is: 'planned'; readonly source: File | string; readonly isAgain?: boolean } & Looked)

type Planned = Extract<Read, { is: 'planned' }>

const MOST = { tooMany: MOST_ROWS, tooManyApart: MOST_ASKED_APART }

export const DirectoryFiles = () => {
  const t = useWords('directory')
  const said = useWords('words')
  const { count } = useFormat()
  const { entries } = useLibrary()
  const now = useClock()
  const save = useSaveCorrection()
  const [read, setRead] = useState<Read>()
  const howId = useId()
  const chosen = useRef<File | string>(undefined)
  const phone = usePhone()
  const feeds = useFeeds()
  // A screen that is left does not go on reading.
  useEffect(() => () => void (chosen.current = undefined), [])

  const write = async (form: 'json' | 'tables') => {
    const { toJsonFile, toTablesFile } = await import('#device/library/hsds-files.ts')
    const today = dayAt(now())
    const written = [entries, today, checksOn(phone.view())] as const
    if (form === 'json') saveFile(`susret-hsds-${today}.json`, toJsonFile(...written))
    else saveFile(`susret-hsds-${today}.zip`, toTablesFile(...written), 'application/zip')
  }
  /** With what was found since: others have it with our file, and it is no news. */
  const entriesNow = () => {
    const view = phone.view()
    return withChecks(view.library?.entries ?? entries, checksOn(view)).entries
  }
  const lookingAt = (source: File | string) => ({
    entries: entriesNow,
    today: dayAt(now()),
    onLooked: (looked: { rows: number; all: number }) => {
      const isWanted = chosen.current === source
      if (isWanted) setRead({ is: 'reading', ...looked })
      return isWanted
    }
  })
  /** A file, or where a feed is read. */
  const choose = async (source: File | string) => {
    chosen.current = source
    const looking = lookingAt(source)
    const found =
      typeof source === 'string'
        ? await lookAtFeed(await phone.feeds(), source, looking)
        : await lookAtFile(source, looking)
    if (found === undefined || chosen.current !== source) return
    setRead(found.ok ? { is: 'planned', source, ...found.value } : whyNot(found.refusal, source))
  }
  const take = async ({ objects, plan, source }: Planned, isWithoutRefused: boolean) => {
    const done = await takeIn(plan, { entries: entriesNow(), save, isWithoutRefused })
    if (done !== 'overtaken') return setRead({ is: done })
    const again = await lookAt(objects, lookingAt(source))
    if (again?.ok && chosen.current === source) setRead({ is: 'planned', isAgain: true, source, ...again.value })
  }

  return (
    <>
      <p id={howId}>{t('import.how')}</p>
      <Actions>
        <FileButton icon="papers" accept=".json,.zip" describedBy={howId} onChoose={(file) => void choose(file)}>
          {t('import.title')}
        </FileButton>
        {feeds.map((feed) => (
          <Button key={feed} icon="again" onClick={() => void choose(feed)}>
            <FromThere feed={feed} />
          </Button>
        ))}
        <Button icon="note" onClick={() => void write('json')}>
          {t('saveFile')}
        </Button>
        <Button icon="list" onClick={() => void write('tables')}>
          {t('saveTables')}
        </Button>
      </Actions>
      {read?.is === 'reading' && <p>{t('import.reading', { number: count(read.rows), all: count(read.all) })}</p>}
      {(read?.is === 'tooMany' || read?.is === 'tooManyThere') && (
        <Notice tone="needs-you" role="alert" title={t(`import.${read.is}`, { number: count(read.most) })} />
      )}
      {read?.is === 'unreadable' && <Notice tone="needs-you" role="alert" title={t('import.unreadable')} />}
      {read?.is === 'unreadableThere' && (
        <Notice tone="needs-you" role="alert" title={<Address feed={read.feed} />}>
          {t('refused.value')}
        </Notice>
      )}
      {read?.is === 'silent' && <Notice tone="needs-you" role="alert" title={t('import.silent')} />}
      {read?.is === 'full' && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      {read?.is === 'taken' && <Notice tone="has-it" role="status" title={t('common:said.saved')} />}
      {read?.is === 'planned' && (
        <>
          {read.isAgain && <Notice tone="needs-you" role="alert" title={said('teamFirst')} />}
          <ImportPreview plan={read.plan} isTheirs={typeof read.source === 'string'} />
          {read.plan.entries.length > 0 && (
            <Button variant="primary" isWide onClick={() => void take(read, false)}>
              {`${t('import.takeIn')} (${count(read.plan.entries.length)})`}
            </Button>
          )}
          {read.plan.others.length > 0 && (
            <Button isWide onClick={() => void take(read, true)}>
              {`${t('import.takeOthers')} (${count(read.plan.others.length)})`}
            </Button>
          )}
        </>
      )}
    </>
  )
}

const whyNot = (refusal: FeedRefusal, source: File | string): Read => {
  const isThere = typeof source === 'string'
  if (refusal === 'tooMany' || refusal === 'tooManyApart') {
    return { is: isThere ? 'tooManyThere' : 'tooMany', most: MOST[refusal] }
  }
  return refusal === 'unreadable' && isThere ? { is: 'unreadableThere', feed: source } : { is: refusal }
}

/** An address runs from left to right inside the words of any language. */
const FromThere = ({ feed }: { feed: string }) => {
  const [before = '', after = ''] = useWords('directory')('import.from', { name: SLOT }).split(SLOT)
  return (
    <>
      {before}
      <Address feed={feed} />
      {after}
    </>
  )
}

const Address = ({ feed }: { feed: string }) => <bdi dir="ltr">{feed.replace(/^https?:\/\//, '')}</bdi>

const SLOT = '\n'

/** Other directories the server may read; none without signal. */
const useFeeds = (): readonly string[] => {
  const phone = usePhone()
  const [feeds, setFeeds] = useState<readonly string[]>([])
  useEffect(() => {
    let isHere = true
    const ask = async () => {
      const listed = await (await phone.feeds()).list()
      if (isHere) setFeeds(listed)
    }
    void ask()
    return () => void (isHere = false)
  }, [phone])
  return feeds
}
