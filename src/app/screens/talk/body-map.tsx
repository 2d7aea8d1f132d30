// Where does it hurt: a plain figure from both sides, each part a button of its own with its word beside the figure.
import { useWords } from '#app/language/language-context.tsx'
import type { AnswerProps } from '#app/screens/talk/shown-card.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { BODY_PARTS, type BodyPart } from '#domain/talk/answers.ts'

type Shape = { readonly part: BodyPart; readonly d: string }

const HEAD = 'M50 4a16 18 0 1 0 .1 0z'
const ARMS = 'M26 48 10 100l9 3 15-38zM74 48l16 52-9 3-15-38z'
const HANDS = 'M9 102l-3 16 8 3 6-16zM91 102l3 16-8 3-6-16z'
const LEGS = 'M32 120h17v72H36zM51 120h17l-4 72H51z'
const FEET = 'M35 194h14v8a4 4 0 0 1-4 4H29c-3 0-2-6 6-12zM51 194h14c8 6 9 12 6 12H55a4 4 0 0 1-4-4z'

/** On a field of 100 × 210. */
const FRONT: readonly Shape[] = [
  { part: 'head', d: HEAD },
  { part: 'eyes', d: 'M39 18h22v7H39z' },
  { part: 'teeth', d: 'M43 29h14v6H43z' },
  { part: 'throat', d: 'M43 39h14v8H43z' },
  { part: 'chest', d: 'M28 48h44v30H32z' },
  { part: 'belly', d: 'M32 80h36l2 38H30z' },
  { part: 'arm', d: ARMS },
  { part: 'hand', d: HANDS },
  { part: 'leg', d: LEGS },
  { part: 'foot', d: FEET }
]

const BACK: readonly Shape[] = [
  { part: 'head', d: HEAD },
  { part: 'throat', d: 'M43 39h14v8H43z' },
  { part: 'upper_back', d: 'M28 48h44v30H32z' },
  { part: 'lower_back', d: 'M32 80h36l2 38H30z' },
  { part: 'arm', d: ARMS },
  { part: 'hand', d: HANDS },
  { part: 'leg', d: LEGS },
  { part: 'foot', d: FEET }
]

export const BodyMap = ({ theirs, answer, onAnswer }: AnswerProps) => {
  const t = useWords('phrases')
  const toggle = (part: BodyPart) =>
    onAnswer(answer.includes(part) ? answer.filter((other) => other !== part) : [...answer, part])
  return (
    <div className={styles.bodyMap}>
      <div className={styles.figures} dir="ltr">
        <Figure shapes={FRONT} label={theirs.t('body.front')} chosen={answer} onTap={toggle} theirs={theirs} />
        <Figure shapes={BACK} label={theirs.t('body.back')} chosen={answer} onTap={toggle} theirs={theirs} />
      </div>
      <div className={styles.parts} role="group">
        {BODY_PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className={styles.part}
            aria-pressed={answer.includes(part)}
            onClick={() => toggle(part)}
          >
            <span {...theirs.attributes}>{theirs.t(`body.${part}`)}</span>
            <span className={styles.quiet}>{t(`body.${part}`)}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

type FigureProps = {
  shapes: readonly Shape[]
  label: string
  chosen: readonly string[]
  onTap: (part: BodyPart) => void
  theirs: AnswerProps['theirs']
}

/** For a pointing finger; the words beside it are for everybody else. */
const Figure = ({ shapes, label, chosen, onTap, theirs }: FigureProps) => (
  <figure className={styles.figure}>
    <svg viewBox="0 0 100 210" aria-hidden="true">
      {shapes.map(({ part, d }) => (
        <path key={part} d={d} data-chosen={chosen.includes(part) || undefined} onClick={() => onTap(part)} />
      ))}
    </svg>
    <figcaption {...theirs.attributes}>{label}</figcaption>
  </figure>
)
