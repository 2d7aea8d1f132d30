// The lead's directory: whom to call this week, every entry with the way to change it, new ones, and files for others.
import { DirectoryFiles } from '#app/screens/directory/directory-files.tsx'
import { EntryList } from '#app/screens/directory/entry-list.tsx'
import { ToCall } from '#app/screens/directory/to-call.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { Page } from '#app/shell/page.tsx'
import { Column, Columns } from '#app/ui/columns.tsx'
import { mayWriteEntries } from '#protocol/words.ts'

export const SeeDirectory = () => {
  const t = useWords('directory')
  const { role } = useDesk().identity
  return (
    <Page title={t('title')} back="/services" width="wide">
      {mayWriteEntries(role) ? (
        <Columns>
          <Column>
            <ToCall />
            <DirectoryFiles />
          </Column>
          <EntryList />
        </Columns>
      ) : (
        <p>{t('common:trouble.notHere')}</p>
      )}
    </Page>
  )
}
