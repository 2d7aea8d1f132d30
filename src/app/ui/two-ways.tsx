// Two things side by side, of which one is being worked on: each says what it is and what it is now.
import styles from '#app/ui/two-ways.module.css'

type Way<Id extends string> = { id: Id; label: string; value: string; lang?: string | undefined }

type TwoWaysProps<Id extends string> = {
  label: string
  ways: readonly [Way<Id>, Way<Id>]
  chosen: Id
  onChoose: (id: Id) => void
}

export const TwoWays = <Id extends string>({ label, ways, chosen, onChoose }: TwoWaysProps<Id>) => (
  <div role="group" aria-label={label} className={styles.ways}>
    {ways.map(({ id, label: word, value, lang }) => (
      <button key={id} type="button" className={styles.way} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
        <span className={styles.label}>{word}</span>
        <bdi className={styles.value} lang={lang}>
          {value}
        </bdi>
      </button>
    ))}
  </div>
)
