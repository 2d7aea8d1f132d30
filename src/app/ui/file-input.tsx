// Choosing one file of this phone. The browser's own control; it forgets the choice at once, so that the same file, mended, can
// be chosen again.
import { classNames } from '#app/ui/class-names.ts'
import type { FieldInput } from '#app/ui/field.tsx'
import styles from '#app/ui/text-input.module.css'

type FileInputProps = FieldInput & {
  /** Endings, as in `.json,.zip`. */
  accept: string
  onChoose: (file: File) => void
}

export const FileInput = ({ accept, onChoose, ...input }: FileInputProps) => (
  <input
    {...input}
    type="file"
    accept={accept}
    className={classNames(styles.input)}
    onChange={({ currentTarget }) => {
      const [file] = currentTarget.files ?? []
      if (file === undefined) return
      onChoose(file)
      currentTarget.value = ''
    }}
  />
)
