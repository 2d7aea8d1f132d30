// A button that chooses one file of this phone. The browser's own control lies over it unseen, for its words are in the language
// of the browser; it forgets the choice at once, so that the same file, mended, can be chosen again.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import buttons from '#app/ui/button.module.css'
import styles from '#app/ui/file-button.module.css'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type FileButtonProps = {
  icon: IconName
  /** Endings, as in `.json,.zip`. */
  accept: string
  /** Id of the words that say more. */
  describedBy: string
  onChoose: (file: File) => void
  children: ReactNode
}

export const FileButton = ({ icon, accept, describedBy, onChoose, children }: FileButtonProps) => (
  <label className={classNames(buttons.button, buttons.secondary, styles.file)}>
    <Icon name={icon} />
    <span>{children}</span>
    <input
      type="file"
      accept={accept}
      aria-describedby={describedBy}
      className={styles.control}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? []
        if (file === undefined) return
        onChoose(file)
        currentTarget.value = ''
      }}
    />
  </label>
)
