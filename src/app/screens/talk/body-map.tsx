// Where does it hurt: a plain figure from both sides, each part a button of its own with its word beside the figure.
import { useWords } from '#app/language/language-context.tsx'
import type { AnswerProps } from '#app/screens/talk/answer-props.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { BODY_PARTS, type BodyPart } from '#domain/talk/answers.ts'

type Shape = { readonly part: BodyPart; readonly d: string }

const HEAD = 'M50 3c-10 0-16 8-16 18 0 11 7 19 16 19s16-8 16-19C66 11 60 3 50 3z'
const EYES = 'M38 19a5 4 0 1 0 10 0 5 4 0 1 0-10 0zM52 19a5 4 0 1 0 10 0 5 4 0 1 0-10 0z'
const MOUTH = 'M42 29c4-2 12-2 16 0-3 6-13 6-16 0z'
const NECK = 'M43 40h14l3 8H40z'
const CHEST = 'M40 48h20c8 0 13 3 14 8l-5 24H31l-5-24c1-5 6-8 14-8z'
const BELLY = 'M31 80h38l2 38H29z'
const ARMS = 'M25 58 12 98c-1 4 7 6 9 3l11-36zM75 58l13 40c1 4-7 6-9 3L68 65z'
const HANDS = 'M12 101c-5 7-6 16-1 18s9-6 10-15zM88 101c5 7 6 16 1 18s-9-6-10-15z'
const LEGS = 'M29 120h20l-1 72H36zM51 120h20l-7 72H52z'
const FEET = 'M35 194h14v8c0 3-2 4-5 4H30c-4 0-2-6 5-12zM51 194h14c7 6 9 12 5 12H56c-3 0-5-1-5-4z'

/** On a field of 100 × 210. */
const FRONT: readonly Shape[] = [
  { part: 'head', d: HEAD },
  { part: 'eyes', d: EYES },
  { part: 'teeth', d: MOUTH },
  { part: 'throat', d: NECK },
  { part: 'chest', d: CHEST },
  { part: 'belly', d: BELLY },
  { part: 'arm', d: ARMS },
  { part: 'hand', d: HANDS },
  { part: 'leg', d: LEGS },
  { part: 'foot', d: FEET }
]

const BACK: readonly Shape[] = [
  { part: 'head', d: HEAD },
  { part: 'throat', d: NECK },
  { part: 'upper_back', d: CHEST },
  { part: 'lower_back', d: BELLY },
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
